package io.mathscale.grader.arithmetic;

/**
 * A real number in double precision with an error bound.
 *
 * @param value the number
 * @param error the most that it may differ from its true value; NaN or infinite where it is unknown
 */
public record DoubleBall(double value, double error) {
  /** A number of which nothing is known. */
  static final DoubleBall UNKNOWN = new DoubleBall(Double.NaN, Double.NaN);

  static final DoubleBall ONE = new DoubleBall(1, 0);

  /** More than the distance of a number near 1 to the next, and so twice an error of rounding. */
  private static final double ROUNDING = 0x1p-52;

  /** Makes up for the rounding of bounds themselves. */
  private static final double UPWARDS = 1 + 0x1p-40;

  /** A number that was computed with this error, and then rounded a few times. */
  static DoubleBall rounded(double value, double error) {
    double rounding = 4 * ROUNDING * Math.abs(value) + Double.MIN_NORMAL;
    return new DoubleBall(value, (error + rounding) * UPWARDS);
  }

  /** Whether the error has a bound. */
  public boolean isKnown() {
    return error < Double.POSITIVE_INFINITY;
  }

  /** Whether two numbers that are known are farther apart than their errors. */
  public boolean differsFrom(DoubleBall other) {
    return Math.abs(value - other.value) > (error + other.error) * UPWARDS;
  }

  /** The least that the number may be. */
  double low() {
    return value - error * UPWARDS;
  }

  /** The greatest that the absolute value of the number may be. */
  double size() {
    return Math.abs(value) + error;
  }

  boolean mayBeZero() {
    return !(Math.abs(value) > 2 * error);
  }

  DoubleBall negate() {
    return new DoubleBall(-value, error);
  }
}
