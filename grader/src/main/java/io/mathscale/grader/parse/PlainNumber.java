package io.mathscale.grader.parse;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Nodes;
import java.util.Optional;

/**
 * Reads answers that are nothing but a number, such as {@code $-12.5$} and {@code \frac{3}{4}},
 * without a parser.
 */
final class PlainNumber {
  private static final int LONGEST = 40;
  private static final String[] FRACTIONS = {"\\frac{", "\\dfrac{", "\\tfrac{"};

  private PlainNumber() {}

  /** The number that the whole text is, with dollar signs around it or not, or empty. */
  static Optional<Node> read(String text) {
    int start = 0;
    int end = text.length();
    if (end > LONGEST) {
      return Optional.empty();
    }
    if (end > 2 && text.charAt(0) == '$' && text.charAt(end - 1) == '$') {
      start++;
      end--;
    }
    boolean isNegative = start < end && text.charAt(start) == '-';
    start += isNegative ? 1 : 0;
    Optional<Node> number =
        isDecimal(text, start, end)
            ? Optional.of(AtomParser.literal(text.substring(start, end)))
            : fraction(text, start, end);
    return isNegative ? number.map(Nodes::negate) : number;
  }

  /** A fraction of two whole numbers in braces. */
  private static Optional<Node> fraction(String text, int start, int end) {
    for (String command : FRACTIONS) {
      if (text.startsWith(command, start)) {
        int above = start + command.length();
        int close = text.indexOf("}{", above);
        int below = close + "}{".length();
        boolean isWhole =
            close > 0
                && text.charAt(end - 1) == '}'
                && areDigits(text, above, close)
                && areDigits(text, below, end - 1);
        return isWhole
            ? Optional.of(
                Nodes.quotient(
                    AtomParser.literal(text.substring(above, close)),
                    AtomParser.literal(text.substring(below, end - 1))))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean areDigits(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Lexer.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return start < end;
  }

  /** Whether there are digits, with at most one point that stands between two of them. */
  private static boolean isDecimal(String text, int start, int end) {
    int point = -1;
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '.' && point < 0) {
        point = i;
      } else if (!Lexer.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return start < end && (point < 0 || (point > start && point < end - 1));
  }
}
