package io.mathscale.core.command;

import picocli.CommandLine.Option;

/** Options of the commands that ask a model; a picocli mixin. */
public final class CallOptions {
  @Option(
      names = "--retry-failed",
      description = "Ask again what failed in an earlier run, not only what was never answered.")
  private boolean isRetryFailed;

  @Option(
      names = "--dry-run",
      description = "Write the prompts to prompts/<command> and send nothing.")
  private boolean isDryRun;

  /** Whether to ask again what failed in an earlier run. */
  public boolean isRetryFailed() {
    return isRetryFailed;
  }

  /** Whether to write the prompts and send nothing. */
  public boolean isDryRun() {
    return isDryRun;
  }
}
