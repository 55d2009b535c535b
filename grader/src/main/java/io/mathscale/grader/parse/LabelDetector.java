package io.mathscale.grader.parse;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.parse.Token.Kind;
import java.util.List;

/**
 * Detects sides of equations that are labels, such as {@code x}, {@code f(x)} and {@code AB/CD},
 * and not values.
 */
final class LabelDetector {
  private LabelDetector() {}

  /**
   * The label that a side of an equation is, or empty if it is a value.
   *
   * @param tokens how the side is written
   * @param node what it was parsed to
   */
  static String of(List<Token> tokens, Node node) {
    if (node instanceof Node.Name name) {
      return name.name();
    }
    if (isTupleOfNames(node)) {
      return "tuple";
    }
    if (isCall(tokens) || isGeometric(tokens) || isDerivative(tokens)) {
      StringBuilder label = new StringBuilder();
      tokens.forEach(token -> label.append(token.text()));
      return label.toString();
    }
    if (!tokens.isEmpty()
        && tokens.stream().allMatch(token -> token.is(Kind.WORD) || token.is(Kind.TEXT))) {
      return "words";
    }
    return "";
  }

  private static boolean isTupleOfNames(Node node) {
    return node instanceof Node.Group group
        && group.members().size() > 1
        && group.members().stream().allMatch(Node.Name.class::isInstance);
  }

  /** {@code f(x)}, {@code f'(x)}, {@code f^{-1}(x)}, {@code P(A)}: a letter, then one bracket. */
  private static boolean isCall(List<Token> tokens) {
    if (tokens.size() < 4 || !tokens.get(0).is(Kind.NAME)) {
      return false;
    }
    int open = 1;
    while (open < tokens.size() && !tokens.get(open).is(Kind.OPEN, "(")) {
      Token token = tokens.get(open);
      boolean isMark =
          token.is(Kind.OPERATOR)
              ? "^_'-".contains(token.text())
              : token.is(Kind.OPEN, "group")
                  || token.is(Kind.CLOSE, "group")
                  || token.is(Kind.NUMBER)
                  || token.is(Kind.NAME);
      if (!isMark) {
        return false;
      }
      open++;
    }
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      if (tokens.get(i).is(Kind.OPEN)) {
        depth++;
      } else if (tokens.get(i).is(Kind.CLOSE)) {
        depth--;
      }
      if (depth == 0 && i < tokens.size() - 1) {
        return false;
      }
    }
    return open < tokens.size();
  }

  /** Segments, lengths, angles, triangles and their ratios, which have capital letters. */
  private static boolean isGeometric(List<Token> tokens) {
    boolean hasLetters = false;
    for (Token token : tokens) {
      boolean isLetter =
          token.is(Kind.NAME)
              && ((token.text().length() == 1 && Character.isUpperCase(token.text().charAt(0)))
                  || token.text().equals("angle")
                  || token.text().equals("triangle"));
      hasLetters |= isLetter;
      boolean isMark =
          token.is(Kind.OPEN, "group")
              || token.is(Kind.CLOSE, "group")
              || token.is(Kind.BAR)
              || token.is(Kind.COMMAND, "frac")
              || token.is(Kind.COMMAND, "overline")
              || token.is(Kind.OPERATOR, "/")
              || token.is(Kind.OPERATOR, ":")
              || token.is(Kind.OPERATOR, "_")
              || (token.is(Kind.NUMBER) && token.text().length() == 1);
      if (!isLetter && !isMark) {
        return false;
      }
    }
    return hasLetters;
  }

  private static boolean isDerivative(List<Token> tokens) {
    return tokens.size() == 9
        && tokens.get(0).is(Kind.COMMAND, "frac")
        && tokens.get(2).is(Kind.NAME, "d")
        && tokens.get(6).is(Kind.NAME, "d");
  }
}
