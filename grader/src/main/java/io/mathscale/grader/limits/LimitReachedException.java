package io.mathscale.grader.limits;

/** Ends a comparison that needs more digits, depth or steps than is allowed. */
public final class LimitReachedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LimitReachedException(String limit) {
    super(limit, null, false, false);
  }
}
