package io.mathscale.core.command;

import io.mathscale.core.calls.CallResults;
import io.mathscale.core.calls.Completions;
import io.mathscale.core.calls.PromptBatch;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import picocli.CommandLine.Option;

/** How a command asks the model, as its options say; a picocli mixin. */
public final class CallOptions {
  @Option(
      names = "--retry-failed",
      description = "Ask again what failed in an earlier run, not only what was never answered.")
  private boolean isRetryFailed;

  @Option(
      names = "--retry-rejected",
      description = "Ask again what was answered in a way that was of no use.")
  private boolean isRetryRejected;

  @Option(
      names = "--dry-run",
      description = "Write the prompts to prompts/<command> and send nothing.")
  private boolean isDryRun;

  @Option(
      names = "--estimate",
      description = "Tell the calls, tokens and money that the command would take; send nothing.")
  private boolean isEstimate;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description =
          "With --estimate: send N of the calls and project from them. Their answers are kept.")
  private int sample;

  /**
   * Checks the options, and the model where it will be asked.
   *
   * @throws ConfigException naming what must hold
   */
  public void check(MathscaleConfig config) {
    if (sample < 0 || (sample > 0 && !isEstimate)) {
      throw new ConfigException("--sample must be at least 1 and stand with --estimate: " + sample);
    }

    if (isDryRun && isEstimate) {
      throw new ConfigException("--dry-run must not stand with --estimate");
    }

    if (sample > 0 || !isPreview()) {
      config.requireReadyToAsk();
    }
  }

  /** Whether the command looks at its questions only, and writes no table of answers. */
  public boolean isPreview() {
    return isDryRun || isEstimate;
  }

  /** Looks at questions as the options say: writes them down, or estimates what they take. */
  public void preview(StageContext context, PromptBatch batch) {
    if (isDryRun) {
      DryRun.write(context, batch);
      return;
    }

    Completions completions = completions(context);
    if (sample > 0) {
      completions.askSample(batch, sample);
    }

    EstimateText.print(completions.estimate(batch), System.out);
  }

  /** Asks the model; see {@link Completions#ask}. */
  public CallResults ask(StageContext context, PromptBatch batch) {
    return completions(context).ask(batch);
  }

  private Completions completions(StageContext context) {
    Completions completions =
        Completions.of(context.spark(), context.workspace(), context.config(), isRetryFailed);
    return isRetryRejected ? completions.askingRejectedAgain() : completions;
  }
}
