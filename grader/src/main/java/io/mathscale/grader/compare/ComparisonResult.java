package io.mathscale.grader.compare;

import io.mathscale.grader.verdict.Outcome;
import io.mathscale.grader.verdict.Rule;

/**
 * The result of one comparison.
 *
 * @param outcome right, wrong, or undecided
 * @param rule the rule that decided
 */
public record ComparisonResult(Outcome outcome, Rule rule) {
  public static ComparisonResult right(Rule rule) {
    return new ComparisonResult(Outcome.RIGHT, rule);
  }

  public static ComparisonResult wrong(Rule rule) {
    return new ComparisonResult(Outcome.WRONG, rule);
  }

  public static ComparisonResult undecided(Rule rule) {
    return new ComparisonResult(Outcome.UNDECIDED, rule);
  }

  public static ComparisonResult of(boolean isRight, Rule rule) {
    return isRight ? right(rule) : wrong(rule);
  }

  public boolean isRight() {
    return outcome == Outcome.RIGHT;
  }

  boolean isWrong() {
    return outcome == Outcome.WRONG;
  }
}
