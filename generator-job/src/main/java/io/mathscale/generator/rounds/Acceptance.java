package io.mathscale.generator.rounds;

import io.mathscale.core.data.Forecast;
import io.mathscale.core.data.Round;
import java.util.List;
import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * What rounds that have ended accepted, and by that how many compositions more rows take.
 *
 * <p>Rows become rarer as others stand that they repeat. The chance that one more row repeats none
 * is, by Good and Turing, the share of rows that none repeats; with it the accepted rows grow as a
 * power of the compositions (Heaps' law), {@code accepted (n'/n)^growth}. The share that is
 * accepted is beta-binomial, with Jeffreys' prior and a composition as one trial, since samples of
 * one composition go together.
 *
 * @param compositions compositions asked for
 * @param samples pairs asked for each
 * @param accepted rows accepted
 * @param unrepeated those that no other row repeats
 */
record Acceptance(long compositions, int samples, long accepted, long unrepeated) {
  /** Both tails of a 95 % interval leave out 2.5 % each. */
  private static final double TAIL = 0.025;

  /** Quantile of the normal distribution for it. */
  private static final double DEVIATIONS = 1.96;

  private static final double PRIOR = 0.5;

  /** A smaller one would let no end be seen. */
  private static final double LEAST_GROWTH = 0.05;

  static Acceptance of(List<Round> ended, int samples) {
    return new Acceptance(
        ended.stream().mapToLong(Round::compositions).sum(),
        samples,
        ended.stream().mapToLong(Round::accepted).sum(),
        ended.stream().mapToLong(Round::unrepeated).sum());
  }

  /** Accepted rows a composition, so far. */
  double rate() {
    return (double) accepted / compositions;
  }

  /**
   * Compositions beyond those asked for that it takes to come to a number of accepted rows.
   *
   * @param rows more than are accepted, of which there must be one
   */
  Forecast.Range compositionsTo(long rows) {
    double repeated = accepted - unrepeated;
    double doubt = DEVIATIONS * Math.sqrt(repeated + 1);
    double expected = more(rows, 1, growth(repeated));
    double rateLow = more(rows, change(expected, 1 - TAIL), growth(repeated));
    double rateHigh = more(rows, change(expected, TAIL), growth(repeated));
    double growthLow = more(rows, 1, growth(repeated - doubt));
    double growthHigh = more(rows, 1, growth(repeated + doubt));
    return new Forecast.Range(
        expected / together(expected / rateLow, expected / growthLow),
        expected,
        expected * together(rateHigh / expected, growthHigh / expected));
  }

  /** Two factors of an error that are independent of each other. */
  private static double together(double one, double other) {
    return Math.exp(Math.hypot(Math.log(one), Math.log(other)));
  }

  private double growth(double repeated) {
    return Math.min(1, Math.max(LEAST_GROWTH, (accepted - repeated) / accepted));
  }

  /**
   * Compositions to come, of which a share is accepted that is so many times that of those before.
   */
  private double more(long rows, double change, double growth) {
    double wanted = (double) rows / accepted - 1;
    return compositions * (Math.pow(1 + wanted / change, 1 / growth) - 1);
  }

  /**
   * A quantile of the share accepted of compositions to come, as a multiple of the share accepted
   * so far: that of a beta distribution with mean and variance of the beta-binomial share.
   */
  private double change(double more, double quantile) {
    double trials = compositions;
    double share = Math.min(1, rate() / samples);
    double alpha = PRIOR + trials * share;
    double beta = PRIOR + trials * (1 - share);
    double sum = alpha + beta;
    double next = Math.max(1, more);
    // The variance of the share is mean (1 - mean) / (size + 1) for a beta of this size.
    double size = next * (sum + 1) / (sum + next) - 1;
    if (size <= 0) {
      return quantile < PRIOR ? 1 / (trials + 1) : 1 / share;
    }

    double mean = alpha / sum;
    double at =
        new BetaDistribution(mean * size, (1 - mean) * size).inverseCumulativeProbability(quantile);
    return Math.max(at, 1 / (trials + 1)) / share;
  }
}
