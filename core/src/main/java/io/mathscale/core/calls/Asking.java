package io.mathscale.core.calls;

import io.mathscale.core.data.Prompt;
import io.mathscale.core.model.CutAnswers;
import io.mathscale.core.model.Sampling;
import org.apache.spark.sql.Dataset;

/**
 * What a stage asks the model.
 *
 * @param stage name of the stage, under which its answers are kept
 * @param prompts the questions
 * @param count about how many they are, which tells how finely to cut the work
 * @param sampling how the model draws its answers
 * @param cutAnswers what an answer is that was cut at max-tokens
 */
public record Asking(
    String stage, Dataset<Prompt> prompts, long count, Sampling sampling, CutAnswers cutAnswers) {
  /** Questions to which a cut answer is a failed call. */
  public static Asking of(String stage, Dataset<Prompt> prompts, long count, Sampling sampling) {
    return new Asking(stage, prompts, count, sampling, CutAnswers.FAIL);
  }

  /**
   * The same for a stage that can use an answer as far as it goes: a cut one is a completion whose
   * finish reason is {@code length}.
   */
  public Asking keepingCutAnswers() {
    return new Asking(stage, prompts, count, sampling, CutAnswers.KEEP);
  }

  /** The same way of asking, for so many of the questions. */
  Asking about(Dataset<Prompt> some, long number) {
    return new Asking(stage, some, number, sampling, cutAnswers);
  }
}
