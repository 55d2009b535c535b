package io.mathscale.grader.arithmetic;

import io.mathscale.grader.expression.UndefinedValueException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A complex number of many digits with an error bound. An imaginary part within the error counts as
 * zero.
 *
 * @param re the real part
 * @param im the imaginary part
 * @param error the most that each part may differ from its true value; zero if it is exact
 */
public record ComplexBall(BigDecimal re, BigDecimal im, BigDecimal error) {
  /** Error bounds need few digits, and are rounded up. */
  static final MathContext ROUGH = new MathContext(4, RoundingMode.UP);

  private static final MathContext ROUGH_DOWN = new MathContext(4, RoundingMode.DOWN);

  static final ComplexBall ONE = exact(BigDecimal.ONE);
  static final ComplexBall ZERO = exact(BigDecimal.ZERO);

  /** Counts an imaginary part within the error as zero, and adds it to the error. */
  public ComplexBall {
    if (im.signum() != 0 && im.abs().compareTo(error) <= 0) {
      error = error.add(im.abs());
      im = BigDecimal.ZERO;
    }
  }

  static ComplexBall exact(BigDecimal value) {
    return real(value, BigDecimal.ZERO);
  }

  static ComplexBall real(BigDecimal value, BigDecimal error) {
    return new ComplexBall(value, BigDecimal.ZERO, error);
  }

  /** Whether the imaginary part is zero. */
  public boolean isReal() {
    return im.signum() == 0;
  }

  /** Whether zero lies within the error. */
  public boolean mayBeZero() {
    return size().compareTo(error) <= 0;
  }

  boolean isExactlyZero() {
    return error.signum() == 0 && size().signum() == 0;
  }

  ComplexBall negate() {
    return new ComplexBall(re.negate(), im.negate(), error);
  }

  /** The larger of the absolute values of its parts. */
  public BigDecimal size() {
    return isReal() ? re.abs() : re.abs().max(im.abs());
  }

  /**
   * A lower bound of the distance from zero.
   *
   * @throws UndefinedValueException if zero lies within the error, where the functions that ask
   *     have a pole
   */
  BigDecimal leastSize() {
    BigDecimal least = size().subtract(error.add(error));
    if (least.signum() <= 0) {
      throw new UndefinedValueException("zero");
    }
    return least.round(ROUGH_DOWN);
  }
}
