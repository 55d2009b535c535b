package io.mathscale.grader;

import io.mathscale.grader.verdict.Outcome;
import io.mathscale.grader.verdict.Rule;

/**
 * What the strict grader says of one answer.
 *
 * @param outcome right, wrong, or undecided
 * @param extracted the answer as it was found in the text, empty if there is none
 * @param rule the rule that decided
 */
public record StrictGrade(Outcome outcome, String extracted, Rule rule) {
  /**
   * Whether the answer is right for certain.
   *
   * @return false also if it is undecided
   */
  public boolean isRight() {
    return outcome == Outcome.RIGHT;
  }
}
