package io.mathscale.core.command;

/** A command that needs no configuration, no workspace and no Spark session. */
public non-sealed interface StandaloneCommand extends JobCommand {
  /**
   * Does the work.
   *
   * @throws io.mathscale.core.config.ConfigException when an option or a file that it names is
   *     wrong
   */
  void run();
}
