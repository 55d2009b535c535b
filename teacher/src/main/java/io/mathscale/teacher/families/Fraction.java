package io.mathscale.teacher.families;

/**
 * An exact fraction in lowest terms.
 *
 * @param numerator the numerator, which carries the sign
 * @param denominator the denominator, at least 1
 */
record Fraction(long numerator, long denominator) {
  Fraction {
    if (denominator == 0) {
      throw new ArithmeticException("Denominator must not be 0");
    }

    long divisor = Math.max(1, Integers.gcd(numerator, denominator)) * Long.signum(denominator);
    numerator /= divisor;
    denominator /= divisor;
  }

  static Fraction of(long numerator, long denominator) {
    return new Fraction(numerator, denominator);
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

  boolean isWhole() {
    return denominator == 1;
  }

  /**
   * Returns the whole number that this is.
   *
   * @throws ArithmeticException if it is none
   */
  long provenWhole() {
    if (!isWhole()) {
      throw new ArithmeticException("Number must be whole: " + latex());
    }

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

  /** Returns a multiple of a symbol in LaTeX, such as {@code \frac{3}{2}\pi}. */
  String latex(String symbol) {
    return equals(of(1)) ? symbol : latex() + symbol;
  }
}
