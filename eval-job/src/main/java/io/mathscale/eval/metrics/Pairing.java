package io.mathscale.eval.metrics;

import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * How two runs do on the same problems: the state that comparisons are computed from. Pairings of
 * two parts of a data set add up.
 *
 * @param both problems that both have right
 * @param onlyFirst problems that the first alone has right
 * @param onlySecond problems that the second alone has right
 * @param neither problems that neither has right
 */
public record Pairing(long both, long onlyFirst, long onlySecond, long neither) {
  /** No problem. */
  public static final Pairing NONE = new Pairing(0, 0, 0, 0);

  /** The pairing of both. */
  public Pairing plus(Pairing other) {
    return new Pairing(
        both + other.both,
        onlyFirst + other.onlyFirst,
        onlySecond + other.onlySecond,
        neither + other.neither);
  }

  /** Problems. */
  public long problems() {
    return both + onlyFirst + onlySecond + neither;
  }

  /** Share that the first has right. */
  public double first() {
    return share(both + onlyFirst);
  }

  /** Share that the second has right. */
  public double second() {
    return share(both + onlySecond);
  }

  /** What the second has right beyond the first, as a share; from -1 to 1. */
  public double difference() {
    return share(onlySecond - onlyFirst);
  }

  /** Where the difference lies with a confidence of 95 % (Newcombe 1998, paired, method 10). */
  public Interval interval() {
    Interval first = Interval.wilson(first(), problems());
    Interval second = Interval.wilson(second(), problems());
    double correlation = correlation();
    double low = reach(second() - second.low(), first.high() - first(), correlation);
    double high = reach(second.high() - second(), first() - first.low(), correlation);
    return new Interval(difference() - low, difference() + high);
  }

  private static double reach(double one, double other, double correlation) {
    return Math.sqrt(one * one - 2 * correlation * one * other + other * other);
  }

  private double correlation() {
    double margins =
        (double) (both + onlyFirst)
            * (onlySecond + neither)
            * (both + onlySecond)
            * (onlyFirst + neither);
    if (margins == 0) {
      return 0;
    }

    double excess = (double) both * neither - (double) onlyFirst * onlySecond;
    double corrected = excess > 0 ? Math.max(excess - problems() / 2.0, 0) : excess;
    return corrected / Math.sqrt(margins);
  }

  /**
   * The probability of flips as uneven as these, were the runs equally good (McNemar's exact test,
   * two sided).
   */
  public double mcNemar() {
    int fewer = Math.toIntExact(Math.min(onlyFirst, onlySecond));
    int flips = Math.toIntExact(onlyFirst + onlySecond);
    return Math.min(1, 2 * new BinomialDistribution(null, flips, 0.5).cumulativeProbability(fewer));
  }

  private double share(long count) {
    if (problems() == 0) {
      throw new IllegalStateException("a comparison needs at least 1 problem: 0");
    }

    return (double) count / problems();
  }
}
