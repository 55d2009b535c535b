package io.mathscale.eval.metrics;

/**
 * Sums, over problems, of the shares of their answers that two runs have right; in billionths, so
 * that they add up to the same in any order.
 *
 * @param first shares of the first run
 * @param second shares of the second run
 * @param squares squares of the differences
 */
public record PairedShares(long first, long second, long squares) {
  private static final double BILLION = 1e9;
  private static final long ONE = 1_000_000_000;

  /** The sums of problems with one answer each. */
  static PairedShares ofSingle(long first, long second, long different) {
    return new PairedShares(first * ONE, second * ONE, different * ONE);
  }

  PairedShares plus(PairedShares other) {
    return new PairedShares(first + other.first, second + other.second, squares + other.squares);
  }

  double first(long problems) {
    return first / BILLION / problems;
  }

  double second(long problems) {
    return second / BILLION / problems;
  }

  double difference(long problems) {
    return (second - first) / BILLION / problems;
  }

  /** Standard error of the mean difference, from how it differs between problems. */
  double standardError(long problems) {
    double mean = difference(problems);
    double variance = squares / BILLION / problems - mean * mean;
    return problems < 2 ? 1 : Math.sqrt(Math.max(0, variance) / (problems - 1));
  }
}
