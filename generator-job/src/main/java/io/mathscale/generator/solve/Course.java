package io.mathscale.generator.solve;

import io.mathscale.core.data.TryOutcome;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The tries at one question in the order of their samples, as far as the rule lets them count. What
 * was asked beyond its end, since rounds ask several at once, changes nothing, so that the rows are
 * the same in whatever rounds the tries were asked.
 *
 * @param rule the rule
 * @param asked tries that were asked
 * @param counted of these, those up to the end of the rule
 * @param tries of the counted, those that were answered
 * @param right of the counted, those that are right
 * @param undecided of the counted, those that the grader cannot tell
 * @param wanted right ones that the rule wants, as far as is known
 * @param isOver whether the rule has ended, be it at the cap
 */
record Course(
    SolveRule rule,
    int asked,
    int counted,
    int tries,
    int right,
    int undecided,
    int wanted,
    boolean isOver) {

  /** The course of tries whose samples are 0, 1, 2 and so on. */
  static Course of(List<TryOutcome> outcomes, SolveRule rule) {
    int tries = 0;
    int right = 0;
    int undecided = 0;
    int pilotRight = 0;
    int counted = 0;
    boolean isEnded = false;
    for (TryOutcome outcome : outcomes.subList(0, Math.min(outcomes.size(), rule.maxTries()))) {
      counted++;
      tries += outcome == TryOutcome.UNANSWERED ? 0 : 1;
      right += outcome == TryOutcome.RIGHT ? 1 : 0;
      undecided += outcome == TryOutcome.UNDECIDED ? 1 : 0;
      pilotRight = tries <= rule.pilot() ? right : pilotRight;
      if (tries >= rule.least() && right >= rule.wanted(pilotRight)) {
        isEnded = true;
        break;
      }
    }

    boolean isOver = isEnded || counted >= rule.maxTries();
    return new Course(
        rule, outcomes.size(), counted, tries, right, undecided, rule.wanted(pilotRight), isOver);
  }

  /**
   * How many tries the next round asks: the pilot first; then as many as are missing, and where few
   * are right half of what is to be expected, so that rounds are few and hardly a try is in vain.
   */
  int next() {
    if (isOver) {
      return 0;
    }

    int room = rule.maxTries() - asked;
    if (tries < rule.least()) {
      int first = asked == 0 && rule.least() == 1 ? wanted : rule.least() - tries;
      return Math.min(room, first);
    }

    long expected = (long) (wanted - right) * (tries + 1) / (right + 1);
    return (int) Math.min(room, Math.max(wanted - right, expected / 2));
  }

  /** Whether tries ended at the cap, with fewer right ones than wanted. */
  boolean isCapped() {
    return isOver && (right < wanted || tries < rule.least());
  }

  /** The pass rate; see {@link SolveRule#passRate}. */
  OptionalDouble passRate() {
    return rule.passRate(tries, right, isCapped());
  }
}
