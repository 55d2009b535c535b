package io.mathscale.grader.expression;

import io.mathscale.grader.limits.GradingLimits;
import io.mathscale.grader.limits.LimitReachedException;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact fraction in lowest terms.
 *
 * @param numerator carries the sign
 * @param denominator at least 1
 */
public record Rational(BigInteger numerator, BigInteger denominator)
    implements Comparable<Rational> {
  /** 0. */
  public static final Rational ZERO = of(0);

  /** 1. */
  public static final Rational ONE = of(1);

  /** −1. */
  public static final Rational MINUS_ONE = of(-1);

  /** An integer. */
  public static Rational of(long value) {
    return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
  }

  /** An integer. */
  public static Rational of(BigInteger value) {
    return new Rational(value, BigInteger.ONE);
  }

  /**
   * The fraction of two integers.
   *
   * @throws UndefinedValueException if the denominator is zero
   */
  public static Rational of(BigInteger numerator, BigInteger denominator) {
    if (denominator.signum() == 0) {
      throw new UndefinedValueException("division by zero");
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

  /**
   * The value of a decimal.
   *
   * @throws LimitReachedException if it has too many places
   */
  public static Rational of(BigDecimal value) {
    if (Math.abs((long) value.scale()) > GradingLimits.MAX_PLACES) {
      throw new LimitReachedException("places");
    }
    return value.scale() <= 0
        ? of(value.toBigIntegerExact())
        : of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
  }

  /** The bits of the longer of the two integers. */
  public int bits() {
    return Math.max(numerator.bitLength(), denominator.bitLength());
  }

  /** Whether the denominator is 1. */
  public boolean isInteger() {
    return denominator.equals(BigInteger.ONE);
  }

  /** −1, 0 or 1, as the number is negative, zero or positive. */
  public int signum() {
    return numerator.signum();
  }

  /** The number with the opposite sign. */
  public Rational negate() {
    return new Rational(numerator.negate(), denominator);
  }

  /** The absolute value. */
  public Rational abs() {
    return signum() < 0 ? negate() : this;
  }

  /**
   * The sum.
   *
   * @throws LimitReachedException if it is a fraction of too many bits
   */
  public Rational plus(Rational other) {
    if (isInteger() && other.isInteger()) {
      return of(numerator.add(other.numerator));
    }
    return of(
            numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
            denominator.multiply(other.denominator))
        .bounded();
  }

  /** The difference. */
  public Rational minus(Rational other) {
    return plus(other.negate());
  }

  /**
   * The product.
   *
   * @throws LimitReachedException if it has too many bits
   */
  public Rational times(Rational other) {
    if (isInteger() && other.isInteger()) {
      return of(numerator.multiply(other.numerator)).bounded();
    }
    return of(numerator.multiply(other.numerator), denominator.multiply(other.denominator))
        .bounded();
  }

  /**
   * One divided by the number.
   *
   * @throws UndefinedValueException if it is zero
   */
  public Rational inverse() {
    return of(denominator, numerator);
  }

  /**
   * The quotient.
   *
   * @throws UndefinedValueException if the other is zero
   */
  public Rational dividedBy(Rational other) {
    return times(other.inverse());
  }

  /**
   * The power with an integer exponent.
   *
   * @throws LimitReachedException if the result would have too many bits
   * @throws UndefinedValueException if zero is raised to a power that is not positive
   */
  public Rational power(BigInteger exponent) {
    if (exponent.signum() == 0) {
      if (signum() == 0) {
        throw new UndefinedValueException("0^0");
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
    if (exponent.bitLength() > 20 || (long) bits() * exponent.intValue() > GradingLimits.MAX_BITS) {
      throw new LimitReachedException("bits of a power");
    }
    int times = exponent.intValue();
    return new Rational(numerator.pow(times), denominator.pow(times));
  }

  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  private Rational bounded() {
    if (bits() > GradingLimits.MAX_BITS) {
      throw new LimitReachedException("bits of a number");
    }
    return this;
  }
}
