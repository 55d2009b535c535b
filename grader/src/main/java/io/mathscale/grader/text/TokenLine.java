package io.mathscale.grader.text;

import io.mathscale.grader.text.SentenceToken.Kind;
import java.util.List;

/** The pieces of a line, and where operands among them start and end. */
final class TokenLine {
  private final List<SentenceToken> tokens;

  TokenLine(List<SentenceToken> tokens) {
    this.tokens = tokens;
  }

  /** The piece at a place, or null outside the line. */
  SentenceToken at(int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index) : null;
  }

  int size() {
    return tokens.size();
  }

  /** Where the operand starts that ends here, or −1. */
  int operandStart(int index) {
    SentenceToken token = at(index);
    if (token == null || !token.endsOperand()) {
      return -1;
    }
    int depth = 0;
    for (int i = index; i >= 0; i--) {
      depth += tokens.get(i).is(Kind.CLOSE) ? 1 : tokens.get(i).is(Kind.OPEN) ? -1 : 0;
      if (depth == 0) {
        return i;
      }
      if (tokens.get(i).is(Kind.END)) {
        return -1;
      }
    }
    return -1;
  }

  /** Where the operand ends that starts here, or −1. */
  int operandEnd(int index) {
    int i = index;
    while (at(i) != null && (at(i).is(Kind.FUNCTION) || at(i).is(Kind.PREFIX))) {
      boolean isAll = at(i).text().startsWith("\\") && (at(i + 1) == null || at(i + 1).isSpaced());
      if (isAll) {
        return i;
      }
      i++;
    }
    int depth = 0;
    for (int end = i; end < tokens.size(); end++) {
      depth += tokens.get(end).is(Kind.OPEN) ? 1 : tokens.get(end).is(Kind.CLOSE) ? -1 : 0;
      if (depth == 0) {
        return tokens.get(end).endsOperand() ? end : -1;
      }
      if (tokens.get(end).is(Kind.END)) {
        return -1;
      }
    }
    return -1;
  }

  /** Whether a comma stands here. */
  boolean isComma(int index) {
    return at(index) != null && at(index).is(Kind.COMMA);
  }

  /** Whether every sign of the expression from one piece to another has one meaning. */
  boolean isClear(int first, int last) {
    boolean isClear = true;
    boolean hasOnlyNumbers = last > first;
    boolean hasDash = false;
    for (int i = first; i <= last; i++) {
      SentenceToken token = tokens.get(i);
      boolean isDash = "-−–".contains(token.text());
      hasOnlyNumbers &= isDash || token.is(Kind.NUMBER);
      hasDash |= isDash && i > first;
      isClear &= !token.isWordOperator() && (i == first || isClearBehind(i, last));
    }
    return isClear && (!hasOnlyNumbers || !hasDash || isDate(first, last));
  }

  /** Whether a piece has one meaning behind the one before it. */
  private boolean isClearBehind(int index, int last) {
    SentenceToken token = tokens.get(index);
    SentenceToken before = tokens.get(index - 1);
    if (!before.is(Kind.NUMBER)) {
      return true;
    }
    SentenceToken behind = index < last ? at(index + 1) : null;
    if (token.is(Kind.NUMBER)) {
      // groups of digits, or a number and a fraction
      return token.text().length() == 3
          || SentenceTokens.isFraction(token.text().charAt(0))
          || (behind != null && behind.text().equals("/"));
    }
    boolean isDenominator = index > 1 && at(index - 2).text().equals("/");
    if (isDenominator && token.startsOperand() && !token.isSpaced()) {
      return false;
    }
    boolean isBetween = behind != null && behind.is(Kind.NUMBER);
    if (token.is(Kind.SUFFIX)) {
      return !token.text().equals("!") && (!isBetween || "'′".indexOf(token.text()) < 0);
    }
    boolean isSign = token.isLetter() && isBetween && !token.text().equals("e");
    boolean isScale = behind == null && !token.isSpaced() && "kmb".contains(token.text());
    return !isScale && !(isSign && (!token.isSpaced() || token.text().equals("x")));
  }

  /** {@code 2024-03-05}. */
  private boolean isDate(int first, int last) {
    SentenceToken year = tokens.get(first);
    return last - first == 4 && year.end() - year.start() == 4 && year.is(Kind.NUMBER);
  }
}
