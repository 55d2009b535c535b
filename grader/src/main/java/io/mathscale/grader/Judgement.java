package io.mathscale.grader;

/**
 * The result of one comparison.
 *
 * @param outcome right, wrong, or undecided
 * @param rule the rule that decided
 */
record Judgement(Outcome outcome, Rule rule) {
  static Judgement right(Rule rule) {
    return new Judgement(Outcome.RIGHT, rule);
  }

  static Judgement wrong(Rule rule) {
    return new Judgement(Outcome.WRONG, rule);
  }

  static Judgement undecided(Rule rule) {
    return new Judgement(Outcome.UNDECIDED, rule);
  }

  static Judgement of(boolean isRight, Rule rule) {
    return isRight ? right(rule) : wrong(rule);
  }

  boolean isRight() {
    return outcome == Outcome.RIGHT;
  }

  boolean isWrong() {
    return outcome == Outcome.WRONG;
  }
}
