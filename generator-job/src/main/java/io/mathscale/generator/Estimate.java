package io.mathscale.generator;

import io.mathscale.core.command.Run;
import io.mathscale.core.command.Stage;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import picocli.CommandLine.Command;

/** The command {@code estimate}, which this version does not have. */
@Command(
    name = "estimate",
    description = "Tells the calls, tokens and money that a stage would take. Not in this version.")
final class Estimate implements Stage {
  @Override
  public void check(MathscaleConfig config) {
    throw new ConfigException("estimate is not in this version");
  }

  @Override
  public void run(Run run) {
    check(run.config());
  }
}
