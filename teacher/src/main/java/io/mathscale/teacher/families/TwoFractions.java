package io.mathscale.teacher.families;

/** Two fractions below 1 whose denominators differ: {@code a / b} and {@code c / d}. */
final class TwoFractions {
  private static final int SMALLEST_DENOMINATOR = 3;
  private static final int LARGEST_DENOMINATOR = 15;

  private TwoFractions() {}

  /** Draws them. */
  static Values drawn(Draw draw) {
    long first = draw.between(SMALLEST_DENOMINATOR, LARGEST_DENOMINATOR);
    long second = draw.otherThan(first, SMALLEST_DENOMINATOR, LARGEST_DENOMINATOR);

    return Values.of(draw.between(1, first - 1), first, draw.between(1, second - 1), second);
  }

  /**
   * Adds their least common denominator {@code common} and numerators {@code left}, {@code right}.
   */
  static Values overCommonDenominator(Values values) {
    values.provided(values.b() > 0 && values.d() > 0);
    long common = Integers.lcm(values.b(), values.d());

    return values
        .with("common", common)
        .with("left", values.a() * (common / values.b()))
        .with("right", values.c() * (common / values.d()));
  }
}
