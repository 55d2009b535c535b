package io.mathscale.grader.parse;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.parse.Token.Kind;
import io.mathscale.grader.text.AnswerText;
import java.util.List;
import java.util.Set;

/**
 * Detects sides of equations that are labels, such as {@code x}, {@code f(x)} and {@code AB/CD},
 * and not values.
 */
final class LabelDetector {
  /** The start of a label in words. */
  private static final String WORDS = "words ";

  /** Functions of matrices and spaces, whose values are named by what they are taken of. */
  private static final Set<String> NAMED =
      Set.of(
          "det", "dim", "rank", "deg", "tr", "rk", "ker", "nullity", "trace", "Var", "Cov", "arg");

  private LabelDetector() {}

  private static String textOf(List<Token> tokens) {
    StringBuilder label = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean isMeasure =
          token.is(Kind.NAME, "m") && i + 1 < tokens.size() && isAngle(tokens.get(i + 1));
      boolean isBrace = token.is(Kind.OPEN, "group") || token.is(Kind.CLOSE, "group");
      if (!isMeasure && !isBrace) {
        label.append(token.text());
      }
    }
    return label.toString();
  }

  private static boolean isAngle(Token token) {
    return token.is(Kind.NAME, "angle") || token.is(Kind.NAME, "measuredangle");
  }

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
      return "tuple " + textOf(tokens);
    }
    if (isCall(tokens) || isNamed(tokens) || isGeometric(tokens) || isDerivative(tokens)) {
      return textOf(tokens);
    }
    if (!tokens.isEmpty()
        && tokens.stream().allMatch(token -> token.is(Kind.WORD) || token.is(Kind.TEXT))) {
      return WORDS + AnswerText.lower(textOf(tokens)).replaceAll("[^\\p{L}\\p{N}]+", "");
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
    if (tokens.size() < 4 || !startsCall(tokens.get(0))) {
      return false;
    }
    int open = 1;
    while (open < tokens.size()
        && !tokens.get(open).is(Kind.OPEN, "(")
        && !tokens.get(open).is(Kind.OPEN, "[")) {
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

  private static boolean startsCall(Token head) {
    return head.is(Kind.NAME)
        || head.is(Kind.UPRIGHT)
        || ((head.is(Kind.WORD) || head.is(Kind.TEXT)) && !head.text().contains(" "))
        || (head.is(Kind.FUNCTION) && NAMED.contains(head.text()));
  }

  /** {@code \det A}, {@code \operatorname{rank} A}. */
  private static boolean isNamed(List<Token> tokens) {
    return tokens.size() > 1
        && tokens.size() < 6
        && NAMED.contains(tokens.get(0).text())
        && tokens.stream().skip(1).allMatch(token -> token.is(Kind.NAME) || token.is(Kind.UPRIGHT));
  }

  /** Segments, lengths, angles, triangles and their ratios, which have capital letters. */
  private static boolean isGeometric(List<Token> tokens) {
    boolean hasLetters = false;
    boolean isMeasure =
        tokens.size() > 1 && tokens.get(0).is(Kind.NAME, "m") && isAngle(tokens.get(1));
    for (Token token : isMeasure ? tokens.subList(1, tokens.size()) : tokens) {
      boolean isLetter =
          token.is(Kind.NAME)
              && ((token.text().length() == 1 && Character.isUpperCase(token.text().charAt(0)))
                  || isAngle(token)
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
