package io.mathscale.generator.arithmetic;

/**
 * A token of a solution.
 *
 * @param kind what it is
 * @param text its characters; of a number the digits without grouping
 * @param start index of its first character in the solution
 * @param end index behind its last character
 */
record ArithmeticToken(TokenKind kind, String text, int start, int end) {
  /** What stands before the first token and behind the last. */
  static final ArithmeticToken NONE = new ArithmeticToken(TokenKind.BREAK, "", 0, 0);

  boolean is(TokenKind other) {
    return kind == other;
  }
}
