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
  /** The two mean the same. */
  public static ComparisonResult right(Rule rule) {
    return new ComparisonResult(Outcome.RIGHT, rule);
  }

  /** The two differ. */
  public static ComparisonResult wrong(Rule rule) {
    return new ComparisonResult(Outcome.WRONG, rule);
  }

  /** It is not known whether the two mean the same. */
  public static ComparisonResult undecided(Rule rule) {
    return new ComparisonResult(Outcome.UNDECIDED, rule);
  }

  /** Right or wrong. */
  public static ComparisonResult of(boolean isRight, Rule rule) {
    return isRight ? right(rule) : wrong(rule);
  }

  /** Whether the two mean the same for certain. */
  public boolean isRight() {
    return outcome == Outcome.RIGHT;
  }

  /** Whether the two differ for certain. */
  boolean isWrong() {
    return outcome == Outcome.WRONG;
  }
}
