package io.mathscale.grader.limits;

/**
 * Thrown where a comparison needs more digits, depth or steps than {@link GradingLimits} allows.
 */
public final class LimitReachedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Tells which limit was reached.
   *
   * @param limit what there would be too much of
   */
  public LimitReachedException(String limit) {
    super(limit, null, false, false);
  }
}
