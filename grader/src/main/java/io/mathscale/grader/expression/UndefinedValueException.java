package io.mathscale.grader.expression;

/** Says that an expression has no value at a point, or none that this arithmetic can give. */
public final class UndefinedValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UndefinedValueException(String what) {
    super(what, null, false, false);
  }
}
