package io.mathscale.core.command;

import io.mathscale.core.config.MathscaleConfig;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;

/** A command that reads tables of a workspace and writes others. */
public non-sealed interface Stage extends JobCommand {
  /** Reads tables, calls pure steps, writes tables. */
  void run(StageContext context);

  /**
   * Checks what this command needs of the configuration before anything is started.
   *
   * @throws io.mathscale.core.config.ConfigException naming the key, what must hold and what was
   */
  default void check(MathscaleConfig config) {}

  /**
   * The families of tables that it writes. A family has tables that no two commands may write at
   * the same time; by default a command has one of its own name.
   */
  default Set<String> families(MathscaleConfig config) {
    return Set.of(getClass().getAnnotation(Command.class).name());
  }

  /** The same work without a Spark session, where the options allow it. */
  default Optional<CatalogCommand> withoutSpark() {
    return Optional.empty();
  }
}
