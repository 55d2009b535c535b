package io.mathscale.grader.expression;

/** Thrown where an expression has no value, or none that the arithmetic can compute. */
public final class UndefinedValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Tells what has no value.
   *
   * @param what the operation or formula
   */
  public UndefinedValueException(String what) {
    super(what, null, false, false);
  }
}
