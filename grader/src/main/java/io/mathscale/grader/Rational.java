package io.mathscale.grader;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact fraction in lowest terms.
 *
 * @param numerator carries the sign
 * @param denominator at least 1
 */
record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {
  static final Rational ZERO = of(0);
  static final Rational ONE = of(1);
  static final Rational MINUS_ONE = of(-1);

  static Rational of(long value) {
    return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
  }

  static Rational of(BigInteger value) {
    return new Rational(value, BigInteger.ONE);
  }

  /**
   * The fraction of two integers.
   *
   * @throws Undefined if the denominator is zero
   */
  static Rational of(BigInteger numerator, BigInteger denominator) {
    if (denominator.signum() == 0) {
      throw new Undefined("division by zero");
    }
    BigInteger divisor = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      divisor = divisor.negate();
    }
    if (divisor.equals(BigInteger.ONE)) {
      return new Rational(numerator, denominator);
    }
    return new Rational(numerator.divide(divisor), denominator.divide(divisor));
  }

  static Rational of(BigDecimal value) {
    if (Math.abs((long) value.scale()) > Limits.MAX_PLACES) {
      throw new LimitReached("places");
    }
    return value.scale() <= 0
        ? of(value.toBigIntegerExact())
        : of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
  }

  /** The bits of the longer of the two integers. */
  int bits() {
    return Math.max(numerator.bitLength(), denominator.bitLength());
  }

  boolean isInteger() {
    return denominator.equals(BigInteger.ONE);
  }

  int signum() {
    return numerator.signum();
  }

  Rational negate() {
    return new Rational(numerator.negate(), denominator);
  }

  Rational abs() {
    return signum() < 0 ? negate() : this;
  }

  Rational plus(Rational other) {
    if (isInteger() && other.isInteger()) {
      return of(numerator.add(other.numerator));
    }
    return of(
            numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
            denominator.multiply(other.denominator))
        .bounded();
  }

  Rational minus(Rational other) {
    return plus(other.negate());
  }

  Rational times(Rational other) {
    if (isInteger() && other.isInteger()) {
      return of(numerator.multiply(other.numerator)).bounded();
    }
    return of(numerator.multiply(other.numerator), denominator.multiply(other.denominator))
        .bounded();
  }

  Rational inverse() {
    return of(denominator, numerator);
  }

  Rational dividedBy(Rational other) {
    return times(other.inverse());
  }

  /**
   * The power with an integer exponent.
   *
   * @throws LimitReached if the result would have too many bits
   * @throws Undefined if zero is raised to a power that is not positive
   */
  Rational power(BigInteger exponent) {
    if (exponent.signum() == 0) {
      if (signum() == 0) {
        throw new Undefined("0^0");
      }
      return ONE;
    }
    if (exponent.signum() < 0) {
      return inverse().power(exponent.negate());
    }
    if (isInteger() && numerator.bitLength() <= 1 && numerator.signum() >= 0) {
      return this;
    }
    if (isInteger() && numerator.equals(BigInteger.ONE.negate())) {
      return exponent.testBit(0) ? this : ONE;
    }
    if (exponent.bitLength() > 20 || (long) bits() * exponent.intValue() > Limits.MAX_BITS) {
      throw new LimitReached("bits of a power");
    }
    int times = exponent.intValue();
    return new Rational(numerator.pow(times), denominator.pow(times));
  }

  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  private Rational bounded() {
    if (bits() > Limits.MAX_BITS) {
      throw new LimitReached("bits of a number");
    }
    return this;
  }
}
