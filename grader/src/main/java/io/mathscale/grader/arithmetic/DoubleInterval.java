package io.mathscale.grader.arithmetic;

import io.mathscale.grader.expression.UndefinedValueException;
import java.util.function.DoubleUnaryOperator;

/**
 * The real numbers between two machine numbers. The result of an operation holds every result for
 * numbers within its operands (Moore, Kearfott, Cloud 2009, "Introduction to Interval Analysis").
 *
 * @param low the least of them
 * @param high the largest of them
 */
record DoubleInterval(double low, double high) {
  static final DoubleInterval ZERO = of(0);
  static final DoubleInterval ONE = of(1);

  /** Beyond this, rounding could hide in which half of a wave a number lies. */
  private static final double LARGEST_ANGLE = 1e5;

  /** So near to the top of a wave, in turns, a number counts as being there. */
  private static final double NEAR = 1e-9;

  /**
   * Holds the numbers.
   *
   * @throws UndefinedValueException if a bound is no finite number
   */
  DoubleInterval {
    if (!Double.isFinite(low) || !Double.isFinite(high)) {
      throw new UndefinedValueException("no machine number");
    }
  }

  static DoubleInterval of(double value) {
    return new DoubleInterval(value, value);
  }

  /**
   * The numbers around a result of {@link Math}, which is at most two units of its last place off.
   */
  private static DoubleInterval around(double low, double high) {
    return new DoubleInterval(Math.nextDown(Math.nextDown(low)), Math.nextUp(Math.nextUp(high)));
  }

  /** The numbers around one that was rounded to the nearest machine number. */
  static DoubleInterval around(double value) {
    return around(value, value);
  }

  double width() {
    return Math.nextUp(high - low);
  }

  boolean mayBeZero() {
    return low <= 0 && high >= 0;
  }

  DoubleInterval plus(DoubleInterval other) {
    return rounded(low + other.low, high + other.high);
  }

  DoubleInterval minus(DoubleInterval other) {
    return rounded(low - other.high, high - other.low);
  }

  DoubleInterval negate() {
    return new DoubleInterval(-high, -low);
  }

  DoubleInterval times(DoubleInterval other) {
    if (isZero() || other.isZero()) {
      return ZERO;
    }
    double a = low * other.low;
    double b = low * other.high;
    double c = high * other.low;
    double d = high * other.high;
    return rounded(
        Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
  }

  private boolean isZero() {
    return low == 0 && high == 0;
  }

  private static DoubleInterval rounded(double low, double high) {
    return new DoubleInterval(Math.nextDown(low), Math.nextUp(high));
  }

  /**
   * One divided by the numbers.
   *
   * @throws UndefinedValueException if zero is among them
   */
  DoubleInterval inverse() {
    if (mayBeZero()) {
      throw new UndefinedValueException("zero");
    }
    return rounded(1 / high, 1 / low);
  }

  /** What is in either. */
  DoubleInterval hull(DoubleInterval other) {
    return new DoubleInterval(Math.min(low, other.low), Math.max(high, other.high));
  }

  DoubleInterval abs() {
    if (low >= 0) {
      return this;
    }
    return high <= 0 ? negate() : new DoubleInterval(0, Math.max(-low, high));
  }

  DoubleInterval exp() {
    return new DoubleInterval(Math.max(0, around(Math.exp(low)).low), around(Math.exp(high)).high);
  }

  /**
   * The natural logarithms.
   *
   * @throws UndefinedValueException if one of the numbers is not positive
   */
  DoubleInterval ln() {
    if (low <= 0) {
      throw new UndefinedValueException("logarithm");
    }
    return increasing(Math::log);
  }

  /**
   * Powers of the numbers that are not negative. Some may be negative by rounding alone; then the
   * result is no narrower than if they were positive, so that it cannot pass for a sharp one.
   *
   * @throws UndefinedValueException if all are negative, or a power of zero has no value
   */
  DoubleInterval power(DoubleInterval exponent) {
    if (low > 0) {
      return exponent.times(ln()).exp();
    }
    if (high < 0 || exponent.low < 0) {
      throw new UndefinedValueException("power");
    }
    double base = Math.max(-low, high);
    double largest = base == 0 ? 0 : exponent.times(of(base).ln()).exp().high;
    return new DoubleInterval(0, exponent.low == 0 ? Math.max(1, largest) : largest);
  }

  DoubleInterval arctan() {
    return increasing(Math::atan);
  }

  /**
   * The angles with these sines.
   *
   * @throws UndefinedValueException if a number is no sine
   */
  DoubleInterval arcsin() {
    if (low < -1 || high > 1) {
      throw new UndefinedValueException("arcsin");
    }
    return increasing(Math::asin);
  }

  private DoubleInterval increasing(DoubleUnaryOperator function) {
    return around(function.applyAsDouble(low), function.applyAsDouble(high));
  }

  DoubleInterval sin() {
    return wave(Math::sin, Math.PI / 2);
  }

  DoubleInterval cos() {
    return wave(Math::cos, 0);
  }

  /** A wave between −1 and 1 of one turn with its top at this angle. */
  private DoubleInterval wave(DoubleUnaryOperator function, double top) {
    if (Math.max(-low, high) > LARGEST_ANGLE) {
      throw new UndefinedValueException("angle");
    }
    DoubleInterval ends = around(function.applyAsDouble(low), function.applyAsDouble(low));
    ends = ends.hull(around(function.applyAsDouble(high), function.applyAsDouble(high)));
    return new DoubleInterval(
        holdsTurnOf(top + Math.PI) ? -1 : Math.max(-1, ends.low),
        holdsTurnOf(top) ? 1 : Math.min(1, ends.high));
  }

  /** Whether an angle that differs by whole turns from this one is among the numbers. */
  private boolean holdsTurnOf(double angle) {
    double next = Math.ceil((low - angle) / (2 * Math.PI) - NEAR);
    return next <= (high - angle) / (2 * Math.PI) + NEAR;
  }
}
