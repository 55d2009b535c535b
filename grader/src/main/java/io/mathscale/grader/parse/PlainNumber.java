package io.mathscale.grader.parse;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Nodes;
import java.util.Optional;

/** Reads answers that are nothing but a number, such as {@code $-12.5$}, without a parser. */
final class PlainNumber {
  private static final int LONGEST = 40;

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
    if (!isDecimal(text, start, end)) {
      return Optional.empty();
    }
    Node number = AtomParser.literal(text.substring(start, end));
    return Optional.of(isNegative ? Nodes.negate(number) : number);
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
