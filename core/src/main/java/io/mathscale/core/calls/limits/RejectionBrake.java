package io.mathscale.core.calls.limits;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Stops a run whose answers are of no use: the model refuses, speaks another format, or is another
 * one than the prompts were made for. Looks at the last thousand answers or so. Not thread-safe.
 */
final class RejectionBrake {
  /** So many answers are awaited before they are judged. */
  static final long FIRST_ANSWERS = 200;

  /** Answers that are shown. */
  static final int SHOWN = 3;

  /** Answers before these count less and less. */
  private static final double LAST_ANSWERS = 1_000;

  private static final int SHOWN_CHARACTERS = 100;

  private final String stage;
  private final double maxRatio;
  private final List<String> shown = new ArrayList<>();
  private long all;
  private double answered;
  private double rejected;

  /**
   * A brake for a run that begins.
   *
   * @param maxRatio the share of answers that may be of no use; 1 for all
   */
  RejectionBrake(String stage, double maxRatio) {
    this.stage = stage;
    this.maxRatio = maxRatio;
  }

  /** How an answer begins, on one line. */
  static String start(String content) {
    String line = content.strip().replaceAll("\\s+", " ");
    return line.length() <= SHOWN_CHARACTERS ? line : line.substring(0, SHOWN_CHARACTERS) + "…";
  }

  /** Why the run is to stop after these ends of calls, if it is. */
  Optional<RunStop> after(ExecutorReport ended) {
    long completed = ended.stats().completed();
    all += completed;
    answered += completed;
    rejected += ended.stats().rejected();
    if (answered > LAST_ANSWERS) {
      rejected *= LAST_ANSWERS / answered;
      answered = LAST_ANSWERS;
    }

    ended.rejectedAnswers().stream().limit(SHOWN - shown.size()).forEach(shown::add);
    return all >= FIRST_ANSWERS && rejected > maxRatio * answered
        ? Optional.of(stop())
        : Optional.empty();
  }

  private RunStop stop() {
    String message =
        String.format(
            Locale.ROOT,
            "%s: no more than %s of the answers may be of no use (calls.max-rejected-ratio): %.0f of"
                + " the last %.0f are, such as \"%s\"; look at model.name, the prompt and"
                + " max-tokens, then run again with --retry-rejected to ask these again",
            stage,
            maxRatio,
            rejected,
            answered,
            String.join("\", \"", shown));
    return new RunStop(RunStop.Reason.TOO_MANY_REJECTED, message);
  }
}
