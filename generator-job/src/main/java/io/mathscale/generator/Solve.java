package io.mathscale.generator;

import io.mathscale.core.command.Run;
import io.mathscale.core.command.Stage;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import picocli.CommandLine.Command;

/** The command {@code solve}, which this version does not have. */
@Command(
    name = "solve",
    description =
        "Collects right solutions to questions whose answers are known. Not in this version.")
final class Solve implements Stage {
  @Override
  public void check(MathscaleConfig config) {
    throw new ConfigException("solve is not in this version");
  }

  @Override
  public void run(Run run) {
    check(run.config());
  }
}
