package io.mathscale.generator;

import io.mathscale.core.command.Run;
import io.mathscale.core.command.Stage;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import picocli.CommandLine.Command;

/** The command {@code validate}, which this version does not have. */
@Command(
    name = "validate",
    description =
        "Has the teacher solve its own questions again, to find wrong solutions. Not in this version.")
final class Validate implements Stage {
  @Override
  public void check(MathscaleConfig config) {
    throw new ConfigException("validate is not in this version");
  }

  @Override
  public void run(Run run) {
    check(run.config());
  }
}
