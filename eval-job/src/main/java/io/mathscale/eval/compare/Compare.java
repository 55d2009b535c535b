package io.mathscale.eval.compare;

import io.mathscale.core.command.Run;
import io.mathscale.core.command.Stage;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import picocli.CommandLine.Command;

/** Two or more scored runs, paired by problem. */
@Command(name = "compare", description = "Compares scored runs (not in this version).")
public final class Compare implements Stage {
  @Override
  public void check(MathscaleConfig config) {
    throw new ConfigException("compare is not in this version");
  }

  @Override
  public void run(Run run) {
    check(run.config());
  }
}
