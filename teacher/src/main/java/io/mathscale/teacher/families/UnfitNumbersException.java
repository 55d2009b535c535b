package io.mathscale.teacher.families;

/**
 * Numbers that a problem cannot have. It is thrown and caught often while numbers are drawn, so it
 * has no stack trace.
 */
final class UnfitNumbersException extends ArithmeticException {
  private static final long serialVersionUID = 1;

  UnfitNumbersException(String message) {
    super(message);
  }

  /** Throws where a condition does not hold. */
  static void unless(boolean holds, String message) {
    if (!holds) {
      throw new UnfitNumbersException(message);
    }
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
