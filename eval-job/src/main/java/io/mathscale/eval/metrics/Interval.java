package io.mathscale.eval.metrics;

/**
 * Where a share lies with a confidence of 95 %.
 *
 * @param low lower end, from 0
 * @param high upper end, to 1
 */
public record Interval(double low, double high) {
  /** The 97.5 % point of the normal distribution. */
  private static final double Z = 1.959963984540054;

  /**
   * The score interval of a share seen in independent trials (Wilson 1927).
   *
   * @param share successes over trials
   * @param trials number of trials, at least 1
   */
  public static Interval wilson(double share, long trials) {
    if (trials < 1) {
      throw new IllegalArgumentException("trials must be at least 1: " + trials);
    }

    double zz = Z * Z / trials;
    double centre = share + zz / 2;
    double reach = Z * Math.sqrt(share * (1 - share) / trials + zz / (4 * trials));
    double low = (centre - reach) / (1 + zz);
    double high = (centre + reach) / (1 + zz);
    // At the ends the formula gives 0 and 1 but for a rounding error.
    return new Interval(share == 0 ? 0 : low, share == 1 ? 1 : high);
  }
}
