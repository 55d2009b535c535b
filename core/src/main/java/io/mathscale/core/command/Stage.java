package io.mathscale.core.command;

import io.mathscale.core.config.MathscaleConfig;

/**
 * One command of a job. The implementing class carries picocli's {@code @Command} with its name and
 * description, and {@code @Option} fields of its own where it has any.
 */
public interface Stage {
  /** Reads tables, calls pure steps, writes tables. */
  void run(Run run);

  /**
   * Checks what this command needs of the configuration before anything is started.
   *
   * @throws io.mathscale.core.config.ConfigException naming the key, what must hold and what was
   */
  default void check(MathscaleConfig config) {}
}
