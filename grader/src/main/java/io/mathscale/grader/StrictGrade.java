package io.mathscale.grader;

import io.mathscale.grader.verdict.Ending;
import io.mathscale.grader.verdict.Outcome;
import io.mathscale.grader.verdict.Rule;

/**
 * What the strict grader says of one answer.
 *
 * @param outcome right, wrong, or undecided
 * @param extracted the answer as it was found in the text, empty if there is none
 * @param rule the rule that decided
 * @param ending where in the text the answer was found; {@link Ending#BARE} for a bare answer
 */
public record StrictGrade(Outcome outcome, String extracted, Rule rule, Ending ending) {
  /**
   * Whether the answer is right for certain.
   *
   * @return false also if it is undecided
   */
  public boolean isRight() {
    return outcome == Outcome.RIGHT;
  }

  /**
   * Whether the answer is wrong for certain.
   *
   * @return false also if it is undecided
   */
  public boolean isWrong() {
    return outcome == Outcome.WRONG;
  }
}
