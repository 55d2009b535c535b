package io.mathscale.grader;

/** Says that an expression has no value at a point, or none that this arithmetic can give. */
final class Undefined extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Undefined(String what) {
    super(what, null, false, false);
  }
}
