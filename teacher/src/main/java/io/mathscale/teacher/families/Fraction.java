package io.mathscale.teacher.families;

/**
 * An exact fraction in lowest terms.
 *
 * @param numerator the numerator, which carries the sign
 * @param denominator the denominator, at least 1
 */
record Fraction(long numerator, long denominator) {
  private static final long MAX_EXPONENT = 64;

  Fraction {
    UnfitNumbersException.unless(denominator != 0, "Denominator must not be 0");
    long divisor = Math.max(1, NumberTheory.gcd(numerator, denominator)) * Long.signum(denominator);
    numerator /= divisor;
    denominator /= divisor;
  }

  static Fraction of(long whole) {
    return new Fraction(whole, 1);
  }

  Fraction plus(Fraction other) {
    return new Fraction(
        Math.addExact(
            Math.multiplyExact(numerator, other.denominator),
            Math.multiplyExact(other.numerator, denominator)),
        Math.multiplyExact(denominator, other.denominator));
  }

  Fraction minus(Fraction other) {
    return plus(other.times(of(-1)));
  }

  Fraction times(Fraction other) {
    return new Fraction(
        Math.multiplyExact(numerator, other.numerator),
        Math.multiplyExact(denominator, other.denominator));
  }

  Fraction over(Fraction other) {
    return times(other.reciprocal());
  }

  Fraction reciprocal() {
    return new Fraction(/* numerator= */ denominator, /* denominator= */ numerator);
  }

  /** Returns the power with a whole exponent. */
  Fraction power(Fraction exponent) {
    long size = Math.abs(exponent.provenWhole());
    UnfitNumbersException.unless(size <= MAX_EXPONENT, "Exponent must be small");
    Fraction power =
        new Fraction(NumberTheory.power(numerator, size), NumberTheory.power(denominator, size));
    return exponent.numerator() < 0 ? power.reciprocal() : power;
  }

  boolean isWhole() {
    return denominator == 1;
  }

  /**
   * Returns the whole number that this is.
   *
   * @throws ArithmeticException if it is none
   */
  long provenWhole() {
    UnfitNumbersException.unless(isWhole(), "Number must be whole");
    return numerator;
  }

  /** Returns the fraction in LaTeX, such as {@code -\frac{2}{3}}, a whole number without a bar. */
  String latex() {
    if (isWhole()) {
      return Long.toString(numerator);
    }

    String sign = numerator < 0 ? "-" : "";
    return sign + "\\frac{" + Math.abs(numerator) + "}{" + denominator + "}";
  }
}
