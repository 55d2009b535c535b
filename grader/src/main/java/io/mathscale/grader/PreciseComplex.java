package io.mathscale.grader;

import java.math.BigDecimal;

/**
 * A complex number of many digits.
 *
 * @param re the real part
 * @param im the imaginary part, exactly zero for what is real by construction
 */
record PreciseComplex(BigDecimal re, BigDecimal im) {
  static final PreciseComplex ONE = real(BigDecimal.ONE);
  static final PreciseComplex ZERO = real(BigDecimal.ZERO);

  static PreciseComplex real(BigDecimal value) {
    return new PreciseComplex(value, BigDecimal.ZERO);
  }

  boolean isReal() {
    return im.signum() == 0;
  }

  boolean isZero() {
    return re.signum() == 0 && im.signum() == 0;
  }

  PreciseComplex negate() {
    return new PreciseComplex(re.negate(), im.negate());
  }

  /** The larger of the sizes of its parts. */
  BigDecimal size() {
    return re.abs().max(im.abs());
  }
}
