package io.mathscale.eval.metrics;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How two runs do on the same problems: the state that comparisons are computed from. Pairings of
 * two parts of a data set add up. Where problems have several answers, the first ones are counted
 * as right or not, and the shares of all of them tell the difference.
 *
 * @param both problems that both have right
 * @param onlyFirst problems that the first alone has right
 * @param onlySecond problems that the second alone has right
 * @param neither problems that neither has right
 * @param shares the shares of the answers that are right, added up
 */
public record Pairing(
    long both, long onlyFirst, long onlySecond, long neither, PairedShares shares) {
  /** No problem. */
  public static final Pairing NONE = new Pairing(0, 0, 0, 0);

  /** The pairing of problems with one answer each. */
  public Pairing(long both, long onlyFirst, long onlySecond, long neither) {
    this(
        both,
        onlyFirst,
        onlySecond,
        neither,
        PairedShares.ofSingle(both + onlyFirst, both + onlySecond, onlyFirst + onlySecond));
  }

  /** The pairing of both. */
  public Pairing plus(Pairing other) {
    return new Pairing(
        both + other.both,
        onlyFirst + other.onlyFirst,
        onlySecond + other.onlySecond,
        neither + other.neither,
        shares.plus(other.shares));
  }

  /** The same with the runs in the other order. */
  public Pairing swapped() {
    return new Pairing(
        both,
        onlySecond,
        onlyFirst,
        neither,
        new PairedShares(shares.second(), shares.first(), shares.squares()));
  }

  /** Problems. */
  public long problems() {
    return both + onlyFirst + onlySecond + neither;
  }

  /** Whether all problems have one answer each, as far as their shares tell. */
  private boolean isSingle() {
    return shares.equals(new Pairing(both, onlyFirst, onlySecond, neither).shares);
  }

  /** Mean share of answers that the first has right. */
  public double first() {
    return shares.first(requiredProblems());
  }

  /** Mean share of answers that the second has right. */
  public double second() {
    return shares.second(requiredProblems());
  }

  /** What the second has right beyond the first, as a share; from -1 to 1. */
  public double difference() {
    return shares.difference(requiredProblems());
  }

  /**
   * Where the difference lies with a confidence of 95 %: Newcombe's interval (1998, paired, method
   * 10) where problems have one answer each, else that of the paired standard error over problems
   * and samples (Miller 2024, section 4).
   */
  public Interval interval() {
    if (!isSingle()) {
      return Interval.normal(difference(), shares.standardError(problems()));
    }

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

  /**
   * The probability of a difference as large as this, were the runs equally good: McNemar's exact
   * test where problems have one answer each, else that of the paired standard error, two sided.
   */
  public double chance() {
    if (isSingle()) {
      return mcNemar();
    }

    double error = shares.standardError(problems());
    if (error == 0) {
      return difference() == 0 ? 1 : 0;
    }

    double deviation = Math.abs(difference()) / error;
    return 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-deviation);
  }

  private long requiredProblems() {
    if (problems() == 0) {
      throw new IllegalStateException("a comparison needs at least 1 problem: 0");
    }

    return problems();
  }
}
