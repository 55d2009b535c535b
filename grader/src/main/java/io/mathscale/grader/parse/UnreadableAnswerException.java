package io.mathscale.grader.parse;

/** Thrown where a text is not mathematics that the parser knows. */
final class UnreadableAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableAnswerException(String what) {
    super(what, null, false, false);
  }
}
