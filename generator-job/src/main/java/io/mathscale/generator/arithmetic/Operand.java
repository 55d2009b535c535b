package io.mathscale.generator.arithmetic;

import java.util.List;
import java.util.Set;

/**
 * One side of an equality.
 *
 * @param tokens the tokens of the number, without units, in their order
 * @param units the words that stand behind its numbers
 * @param first index of its first token in the solution's
 * @param last index of its last token
 */
record Operand(List<ArithmeticToken> tokens, Set<String> units, int first, int last) {
  /** Longer ones are not computed. */
  private static final int MAX_TOKENS = 300;

  boolean isComputable() {
    return !tokens.isEmpty()
        && tokens.size() <= MAX_TOKENS
        && tokens.stream()
            .noneMatch(token -> token.is(TokenKind.UNKNOWN) || token.is(TokenKind.FUNCTION));
  }

  /** Whether only the grader can compute it. */
  boolean needsGrader() {
    return tokens.size() <= MAX_TOKENS && has(TokenKind.FUNCTION) && !has(TokenKind.UNKNOWN);
  }

  /**
   * Whether its functions may be read in another way than the grader does: angles without a sign of
   * degree may be degrees, and {@code \cot^{-1}} is an inverse.
   */
  boolean hasAmbiguousFunction() {
    boolean isAngle = has(TokenKind.DEGREE) || has(TokenKind.PI);
    for (int i = 0; i < tokens.size(); i++) {
      ArithmeticToken token = tokens.get(i);
      boolean isPower = i + 1 < tokens.size() && tokens.get(i + 1).is(TokenKind.POWER);
      if (token.is(TokenKind.FUNCTION)
          && (isPower || (CommandTokens.isTrigonometric(token.text()) && !isAngle))) {
        return true;
      }
    }

    return false;
  }

  /** The same without its first token. */
  Operand withoutFirst() {
    return new Operand(tokens.subList(1, tokens.size()), units, first + 1, last);
  }

  boolean has(TokenKind kind) {
    return tokens.stream().anyMatch(token -> token.is(kind));
  }

  /** Whether it is a number as it is shown, with nothing to compute. */
  boolean isShown() {
    return tokens.stream().filter(token -> token.is(TokenKind.NUMBER)).count() == 1
        && tokens.stream()
            .noneMatch(
                token ->
                    (token.kind().isOperator() && !token.is(TokenKind.MINUS))
                        || token.is(TokenKind.FRACTION)
                        || token.is(TokenKind.ROOT)
                        || token.is(TokenKind.FACTORIAL)
                        || token.is(TokenKind.BINOMIAL)
                        || token.is(TokenKind.PI));
  }

  /** Digits behind the decimal point of the number that it shows. */
  int shownPlaces() {
    for (ArithmeticToken token : tokens) {
      int point = token.is(TokenKind.NUMBER) ? token.text().indexOf('.') : -1;
      if (point >= 0) {
        return token.text().length() - point - 1;
      }
    }

    return 0;
  }
}
