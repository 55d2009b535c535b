package io.mathscale.core.command;

import io.mathscale.core.calls.CallResults;
import io.mathscale.core.calls.Completions;
import io.mathscale.core.calls.PromptBatch;
import io.mathscale.core.calls.estimate.Estimate;
import io.mathscale.core.calls.stats.EndedCalls;
import io.mathscale.core.config.AskedModels;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import java.util.List;
import java.util.Set;
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

  /** What the command has asked with these options. */
  private final EndedCalls ended = new EndedCalls();

  /**
   * Checks the options, and the model where it will be asked.
   *
   * @throws ConfigException naming what must hold
   */
  public void check(MathscaleConfig config) {
    check(config, AskedModels.only(config.model()));
  }

  /**
   * The same where the command asks other models.
   *
   * @throws ConfigException naming what must hold
   */
  public void check(MathscaleConfig config, AskedModels models) {
    if (sample < 0 || (sample > 0 && !isEstimate)) {
      throw new ConfigException("--sample must be at least 1 and stand with --estimate: " + sample);
    }

    if (isDryRun && isEstimate) {
      throw new ConfigException("--dry-run must not stand with --estimate");
    }

    asked(models).forEach(each -> each.requireEach(config::requireReadyToAsk));
  }

  /** Those of a command's models that are sent something: none where its options send nothing. */
  public List<AskedModels> asked(AskedModels models) {
    return sample > 0 || !isPreview() ? List.of(models) : List.of();
  }

  /**
   * Checks that nothing is to be asked again for what an answer says, where a command takes any.
   *
   * @throws ConfigException when it is
   */
  public void requireAnyAnswer(String command) {
    if (isRetryRejected) {
      throw new ConfigException(
          "--retry-rejected must not stand with %s: every answer is of use to it"
              .formatted(command));
    }
  }

  /** Whether the command looks at its questions only, and writes no table of answers. */
  public boolean isPreview() {
    return isDryRun || isEstimate;
  }

  /** Whether the command tells what it would take. */
  public boolean isEstimate() {
    return isEstimate;
  }

  /** Calls to send for an estimate; 0 for none. */
  public int sample() {
    return sample;
  }

  /** The same options for asking, not for looking. */
  public CallOptions forAsking() {
    CallOptions options = new CallOptions();
    options.isRetryFailed = isRetryFailed;
    options.isRetryRejected = isRetryRejected;
    return options;
  }

  /**
   * The families of tables that the command writes with these options.
   *
   * @param answers that of its answers
   */
  public Set<String> families(String answers) {
    if (isDryRun) {
      return Set.of("prompts-of-" + answers);
    }

    return isEstimate ? Set.of() : Set.of(answers);
  }

  /** Looks at questions as the options say: writes them down, or estimates what they take. */
  public void preview(StageContext context, PromptBatch batch) {
    if (isDryRun) {
      DryRun.write(context, batch);
      return;
    }

    estimate(context, batch);
  }

  /** Prints what questions take, having asked the sample that the options want. */
  public Estimate estimate(StageContext context, PromptBatch batch) {
    Completions completions = completions(context);
    if (sample > 0) {
      completions.askSample(batch, sample);
    }

    Estimate estimate = completions.estimate(batch);
    EstimateText.print(estimate, System.out);
    return estimate;
  }

  /** What questions would take; asks none of them and prints nothing. */
  public Estimate unasked(StageContext context, PromptBatch batch) {
    return completions(context).estimate(batch);
  }

  /** Asks the model; see {@link Completions#ask}. */
  public CallResults ask(StageContext context, PromptBatch batch) {
    return completions(context).ask(batch);
  }

  private Completions completions(StageContext context) {
    Completions completions =
        Completions.of(context.spark(), context.workspace(), context.config(), isRetryFailed)
            .telling(context.events())
            .after(ended);
    return isRetryRejected ? completions.askingRejectedAgain() : completions;
  }
}
