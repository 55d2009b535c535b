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
  boolean is(TokenKind other) {
    return kind == other;
  }
}
