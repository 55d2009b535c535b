package io.mathscale.eval.metrics;

/**
 * Where a share, or a difference of shares, lies with a confidence of 95 %.
 *
 * @param low lower end
 * @param high upper end
 */
public record Interval(double low, double high) {
  /** The 97.5 % point of the normal distribution. */
  private static final double Z = 1.959963984540054;

  /** The 80 % point of the normal distribution. */
  private static final double POWER = 0.8416212335729143;

  /**
   * The smallest true value, beyond nothing, that a test at 5 % finds four times in five where its
   * interval is as wide as this.
   */
  public double smallestDifference() {
    return (high - low) / 2 * (Z + POWER) / Z;
  }

  /**
   * The interval of an estimate that is distributed normally.
   *
   * @param estimate its value
   * @param standardError its standard error
   */
  static Interval normal(double estimate, double standardError) {
    return new Interval(estimate - Z * standardError, estimate + Z * standardError);
  }

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

    return ofEffectiveTrials(share, (double) trials);
  }

  /**
   * The score interval of a share seen in trials that depend on each other.
   *
   * @param share successes over trials
   * @param trials so many independent trials would say as much; at least 1
   */
  static Interval ofEffectiveTrials(double share, double trials) {
    double zz = Z * Z / trials;
    double centre = share + zz / 2;
    double reach = Z * Math.sqrt(share * (1 - share) / trials + zz / (4 * trials));
    double low = (centre - reach) / (1 + zz);
    double high = (centre + reach) / (1 + zz);
    // At the ends the formula gives 0 and 1 but for a rounding error.
    return new Interval(share == 0 ? 0 : low, share == 1 ? 1 : high);
  }
}
