package io.mathscale.generator.arithmetic;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * A number: an exact fraction, or an approximation of what is none.
 *
 * @param numerator of the fraction; 0 where it is approximate
 * @param denominator of the fraction, above 0; 0 where it is approximate
 * @param approximation the number as a double
 */
record Value(BigInteger numerator, BigInteger denominator, double approximation) {
  static final Value PI = approximate(Math.PI);

  /** Beyond this, numbers are not computed, so that no solution holds a run up. */
  private static final int MAX_BITS = 4_096;

  /** So far may doubles be apart that are equal but for the error of their arithmetic. */
  private static final double RELATIVE_ERROR = 1e-9;

  static Value of(long number) {
    return exact(BigInteger.valueOf(number), BigInteger.ONE);
  }

  static Value of(BigDecimal number) {
    return number.scale() <= 0
        ? exact(number.toBigIntegerExact(), BigInteger.ONE)
        : exact(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
  }

  static Value approximate(double number) {
    return new Value(BigInteger.ZERO, BigInteger.ZERO, number);
  }

  /** A fraction in lowest terms; the denominator is not 0. */
  private static Value exact(BigInteger numerator, BigInteger denominator) {
    BigInteger divisor = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      divisor = divisor.negate();
    }

    BigInteger above = divisor.equals(BigInteger.ONE) ? numerator : numerator.divide(divisor);
    BigInteger below = divisor.equals(BigInteger.ONE) ? denominator : denominator.divide(divisor);
    if (above.bitLength() > MAX_BITS || below.bitLength() > MAX_BITS) {
      throw new NotComputedException();
    }

    double quotient = above.doubleValue() / below.doubleValue();
    boolean isDouble = Double.isFinite(quotient) && (quotient != 0 || above.signum() == 0);
    return new Value(
        above,
        below,
        isDouble
            ? quotient
            : new BigDecimal(above)
                .divide(new BigDecimal(below), MathContext.DECIMAL64)
                .doubleValue());
  }

  boolean isExact() {
    return denominator.signum() > 0;
  }

  boolean isInteger() {
    return denominator.equals(BigInteger.ONE);
  }

  boolean isZero() {
    return isExact() ? numerator.signum() == 0 : approximation == 0;
  }

  Value plus(Value other) {
    return isExact() && other.isExact()
        ? exact(
            numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
            denominator.multiply(other.denominator))
        : approximate(approximation + other.approximation);
  }

  Value minus(Value other) {
    return plus(other.negated());
  }

  Value times(Value other) {
    return isExact() && other.isExact()
        ? exact(numerator.multiply(other.numerator), denominator.multiply(other.denominator))
        : approximate(approximation * other.approximation);
  }

  Value over(Value other) {
    if (other.isZero()) {
      throw new NotComputedException();
    }

    return isExact() && other.isExact()
        ? exact(numerator.multiply(other.denominator), denominator.multiply(other.numerator))
        : approximate(approximation / other.approximation);
  }

  Value negated() {
    return isExact()
        ? new Value(numerator.negate(), denominator, -approximation)
        : approximate(-approximation);
  }

  Value power(Value exponent) {
    if (!exponent.isExact() || !isExact() || !exponent.isInteger()) {
      return approximated(Math.pow(approximation, exponent.approximation));
    }

    int bits = Math.max(numerator.bitLength(), denominator.bitLength());
    BigInteger size = exponent.numerator.abs();
    if (size.bitLength() > 12 || (long) bits * size.intValue() > MAX_BITS) {
      throw new NotComputedException();
    }

    Value power = exact(numerator.pow(size.intValue()), denominator.pow(size.intValue()));
    return exponent.numerator.signum() < 0 ? of(1).over(power) : power;
  }

  /** The root; exact where it is a fraction. */
  Value root(int degree) {
    if (degree == 2 && isExact() && numerator.signum() >= 0) {
      BigInteger above = numerator.sqrt();
      BigInteger below = denominator.sqrt();
      if (above.pow(2).equals(numerator) && below.pow(2).equals(denominator)) {
        return exact(above, below);
      }
    }

    return isExact() && approximation < 0 && degree % 2 == 1
        ? negated().root(degree).negated()
        : approximated(
            degree == 2 ? Math.sqrt(approximation) : Math.pow(approximation, 1.0 / degree));
  }

  Value factorial() {
    if (!isInteger() || numerator.signum() < 0 || numerator.bitLength() > 9) {
      throw new NotComputedException();
    }

    Value product = of(1);
    for (int i = 2; i <= numerator.intValue(); i++) {
      product = product.times(of(i));
    }

    return product;
  }

  /** {@code n} choose {@code k}. */
  Value choose(Value other) {
    Value rest = minus(other);
    return rest.isInteger() && rest.numerator.signum() >= 0
        ? factorial().over(other.factorial().times(rest.factorial()))
        : of(0);
  }

  private static Value approximated(double number) {
    if (!Double.isFinite(number)) {
      throw new NotComputedException();
    }

    return approximate(number);
  }

  /** Whether they are equal, exactly or but for the error of doubles. */
  boolean isSame(Value other) {
    if (isExact() && other.isExact()) {
      return numerator.equals(other.numerator) && denominator.equals(other.denominator);
    }

    double size = Math.max(Math.abs(approximation), Math.abs(other.approximation));
    return Math.abs(approximation - other.approximation) <= RELATIVE_ERROR * Math.max(size, 1e-9);
  }

  /** How far they are apart. */
  Value distance(Value other) {
    Value difference = minus(other);
    return difference.approximation < 0 ? difference.negated() : difference;
  }

  /** Whether it is less than another one; exact where both are. */
  boolean isBelow(Value other) {
    Value difference = minus(other);
    return difference.isExact() ? difference.numerator.signum() < 0 : difference.approximation < 0;
  }
}
