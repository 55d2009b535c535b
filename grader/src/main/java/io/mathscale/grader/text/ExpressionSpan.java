package io.mathscale.grader.text;

import io.mathscale.grader.expression.Units;
import io.mathscale.grader.text.SentenceToken.Kind;

/**
 * Finds how far the formula goes in a sentence of which a number is a part: {@code (2, 3)}, {@code
 * √5}, {@code 3:30 PM}. Signs of equality end it on the left, so that {@code 2 + 3 = 5} is 5. Looks
 * at some hundred characters of the line on both sides.
 */
public final class ExpressionSpan {
  private static final int LONGEST = 300;

  private final TokenLine line;
  private final ExpressionReach reach;
  private final int start;
  private final int end;

  private ExpressionSpan(TokenLine line, int token, int start, int end) {
    this.line = line;
    this.start = start;
    this.end = end;
    reach = new ExpressionReach(line, token);
  }

  /**
   * An expression around a number.
   *
   * @param start where it starts
   * @param end where it ends
   * @param isCertain whether it is clear where it starts and ends, and what its signs mean
   */
  public record Span(int start, int end, boolean isCertain) {}

  /**
   * The expression around a number.
   *
   * @param text the text
   * @param start where the number starts
   * @param end where it ends
   */
  public static Span around(String text, int start, int end) {
    int from = lineStart(text, start);
    int to = lineEnd(text, end);
    TokenLine line = new TokenLine(SentenceTokens.of(text, from, to));
    int anchor = line.size() - 1;
    while (anchor >= 0 && !(line.at(anchor).is(Kind.NUMBER) && line.at(anchor).start() < end)) {
      anchor--;
    }
    if (anchor < 0 || line.at(anchor).end() <= start) {
      return new Span(start, end, true);
    }
    ExpressionSpan span = new ExpressionSpan(line, anchor, start, end);
    span.grow();
    return span.span();
  }

  /** The place of the last character that is a fraction by itself, or −1. */
  public static int lastFraction(String text) {
    int at = text.length() - 1;
    while (at >= 0 && !SentenceTokens.isFraction(text.charAt(at))) {
      at--;
    }
    return at;
  }

  private Span span() {
    int first = reach.first();
    int last = reach.last();
    int low = at(first).start();
    int high = at(last).end();
    int inner = at(first).isCurrency() && first < last ? at(first + 1).start() : low;
    if (inner >= start && high <= end) {
      return new Span(start, end, true);
    }
    boolean isCertain = reach.isComplete() && line.isClear(first, last);
    return new Span(Math.min(low, start), Math.max(high, end), isCertain);
  }

  private void grow() {
    int low;
    int high;
    do {
      low = reach.first();
      high = reach.last();
      reach.growLeft();
      reach.growRight();
      growBrackets();
    } while (reach.first() < low || reach.last() > high);
    while (reach.first() >= 2 && isListed(reach.first())) {
      int before = reach.first() - 2;
      int member = line.operandStart(line.isComma(before) ? before - 1 : before);
      reach.leaveOpen();
      reach.extendTo(member, reach.last());
      reach.growLeft();
    }
    SentenceToken behind = at(reach.last() + 1);
    boolean isTorn =
        behind != null
            && behind.is(Kind.WORD)
            && !behind.isSpaced()
            && !Units.isUnit(behind.text());
    if (isTorn) {
      reach.leaveOpen();
    }
  }

  /** {@code 2, 3} and {@code 2 and 3}, where only the last member would be read. */
  private boolean isListed(int first) {
    boolean isAnd = at(first - 1).isWord("and");
    int member = first - (isAnd && first > 2 && line.isComma(first - 2) ? 3 : 2);
    SentenceToken other = at(member);
    boolean isConstant = other.is(Kind.NAME) && !(other.isLetter() && other.isSpaced());
    boolean isAlike =
        switch (at(first).kind()) {
          case OPEN -> other.is(Kind.CLOSE);
          case FUNCTION -> other.is(Kind.CLOSE) || other.is(Kind.NUMBER);
          default -> other.is(Kind.NUMBER) || isConstant;
        };
    return (isAnd || line.isComma(first - 1)) && isAlike && line.operandStart(member) >= 0;
  }

  /** Takes the brackets that enclose the expression, with the other members of a list in them. */
  private void growBrackets() {
    int low = firstMember();
    int high = lastMember();
    SentenceToken open = at(low - 1);
    SentenceToken close = at(high + 1);
    boolean isEnclosed =
        open != null && close != null && open.is(Kind.OPEN) && close.is(Kind.CLOSE);
    if (!isEnclosed || (isNumber(low, high) && !isOperand(low - 1, high + 1))) {
      return;
    }
    SentenceToken before = at(low - 2);
    boolean isRemark =
        before != null
            && before.is(Kind.WORD)
            && low == reach.first()
            && high == reach.last()
            && open.text().equals("(");
    if (isRemark) {
      reach.leaveOpen();
    }
    reach.extendTo(low - 1, high + 1);
  }

  /** Where the first of the members starts that commas connect to the expression. */
  private int firstMember() {
    int low = reach.first();
    while (line.isComma(low - 1)) {
      int operand = line.operandStart(low - 2);
      if (operand < 0) {
        return low;
      }
      ExpressionReach member = new ExpressionReach(line, operand);
      member.growLeft();
      low = member.first();
    }
    return low;
  }

  /** Where the last of the members ends that commas connect to the expression. */
  private int lastMember() {
    int high = reach.last();
    while (line.isComma(high + 1) && at(high + 2) != null) {
      int sign = at(high + 2).is(Kind.OPERATOR) ? 1 : 0;
      int operand = line.operandEnd(high + 2 + sign);
      if (operand < 0) {
        return high;
      }
      ExpressionReach member = new ExpressionReach(line, operand);
      member.growRight();
      high = member.last();
    }
    return high;
  }

  /** Whether there is nothing but the number, which brackets around it do not change. */
  private boolean isNumber(int low, int high) {
    for (int i = low; i <= high; i++) {
      if (at(i).is(Kind.COMMA)) {
        return false;
      }
    }
    return at(low).start() >= start && at(high).end() <= end;
  }

  /** Whether the brackets have to do with a formula around them. */
  private boolean isOperand(int open, int close) {
    SentenceToken before = at(open - 1);
    boolean isApplied =
        before != null
            && !at(open).isSpaced()
            && (before.endsOperand()
                || before.is(Kind.FUNCTION)
                || before.is(Kind.WORD)
                || before.is(Kind.PREFIX));
    SentenceToken behind = at(close + 1);
    boolean goesOn =
        behind != null
            && (isSign(behind) || (behind.is(Kind.SUFFIX) && !behind.isSpaced()))
            && at(close + 2) != null;
    return isApplied || goesOn || (before != null && isSign(before));
  }

  private static boolean isSign(SentenceToken token) {
    return token.is(Kind.OPERATOR) && !token.isWordOperator();
  }

  private SentenceToken at(int index) {
    return line.at(index);
  }

  private static int lineStart(String text, int at) {
    int start = at;
    int least = Math.max(0, at - LONGEST);
    while (start > least && text.charAt(start - 1) != '\n') {
      start--;
    }
    return start;
  }

  private static int lineEnd(String text, int at) {
    int end = at;
    int most = Math.min(text.length(), at + LONGEST);
    while (end < most && text.charAt(end) != '\n') {
      end++;
    }
    return end;
  }
}
