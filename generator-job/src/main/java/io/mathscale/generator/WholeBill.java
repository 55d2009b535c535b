package io.mathscale.generator;

import io.mathscale.core.calls.estimate.Estimate;
import java.util.Locale;

/**
 * What a stage takes in all its rounds, of which it cannot be known how many there will be.
 *
 * @param calls model calls that are to be expected, those that have ended included
 * @param dollars US dollars that they take: as those that have ended, or else with the longest
 *     answers
 * @param isSeen whether calls of each model have ended
 * @param mostCalls the most calls that there may be
 * @param mostDollars US dollars that they take if each answer is as long as allowed
 */
record WholeBill(
    double calls, double dollars, boolean isSeen, double mostCalls, double mostDollars) {
  /** Of no calls. */
  static final WholeBill NONE = new WholeBill(0, 0, true, 0, 0);

  /**
   * The bill of one model.
   *
   * @param estimate of some of the calls, which are like the others
   * @param calls that are to be expected
   * @param mostCalls the most that there may be
   */
  static WholeBill of(Estimate estimate, double calls, double mostCalls) {
    double spent = estimate.spent().doubleValue();
    boolean isSeen = estimate.ended() > 0;
    double mean = isSeen ? spent / estimate.ended() : 0;
    double longest =
        estimate.toAsk() > 0 ? estimate.mostCost().doubleValue() / estimate.toAsk() : mean;
    return new WholeBill(
        calls,
        calls * (isSeen ? mean : longest),
        isSeen,
        mostCalls,
        spent + (mostCalls - estimate.ended()) * longest);
  }

  /** Both together. */
  WholeBill plus(WholeBill other) {
    return new WholeBill(
        calls + other.calls,
        dollars + other.dollars,
        isSeen && other.isSeen,
        mostCalls + other.mostCalls,
        mostDollars + other.mostDollars);
  }

  /**
   * The bill for people.
   *
   * @param stage that asks
   * @param basis what the expected calls come of
   * @param bound the setting that bounds them
   */
  String text(String stage, String basis, String bound) {
    return String.format(
        Locale.ROOT,
        "%s: all rounds take %,.0f calls and $%.4f%s, %s; at most %,.0f calls (%s) and $%.4f",
        stage,
        calls,
        dollars,
        isSeen ? "" : " with the longest answers",
        basis,
        mostCalls,
        bound,
        mostDollars);
  }
}
