package io.mathscale.grader;

/** Says that a text is not mathematics that the parser knows. */
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unreadable(String what) {
    super(what, null, false, false);
  }
}
