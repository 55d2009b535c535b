package io.mathscale.core.data;

/**
 * What it takes, from the first round on, to come to a number of accepted rows.
 *
 * @param rows accepted rows wanted
 * @param rounds rounds
 * @param compositions compositions asked for
 * @param calls model calls
 * @param cost US dollars
 */
public record Forecast(long rows, Range rounds, Range compositions, Range calls, Range cost) {
  /**
   * A value with its 95 % prediction interval.
   *
   * @param low lower end
   * @param expected the value
   * @param high upper end
   */
  public record Range(double low, double expected, double high) {
    /** The same in another unit. */
    public Range times(double factor) {
      return new Range(low * factor, expected * factor, high * factor);
    }
  }
}
