package io.mathscale.grader;

/** Ends a comparison that needs more digits, depth or steps than is allowed. */
final class LimitReached extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LimitReached(String limit) {
    super(limit, null, false, false);
  }
}
