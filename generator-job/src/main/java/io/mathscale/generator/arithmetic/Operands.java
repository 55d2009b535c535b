package io.mathscale.generator.arithmetic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the operands of a sign of equality: how far the numbers on both sides of it reach. */
final class Operands {
  /** A unit is no longer: {@code 5 miles per hour}. */
  private static final int MAX_UNIT_WORDS = 3;

  private static final int GROUP = 3;

  private final List<ArithmeticToken> tokens;
  private final boolean isOverLines;
  private final List<ArithmeticToken> operand = new ArrayList<>();
  private final Set<String> units = new HashSet<>();
  private int open;

  private Operands(List<ArithmeticToken> tokens, boolean isOverLines) {
    this.tokens = tokens;
    this.isOverLines = isOverLines;
  }

  /**
   * The operand that ends before a sign of equality.
   *
   * @param isOverLines whether it goes on over ends of lines
   */
  static Operand before(List<ArithmeticToken> tokens, int equals, boolean isOverLines) {
    return new Operands(tokens, isOverLines).before(equals);
  }

  /** The operand that begins behind a sign of equality. */
  static Operand after(List<ArithmeticToken> tokens, int equals, boolean isOverLines) {
    return new Operands(tokens, isOverLines).after(equals);
  }

  private Operand before(int equals) {
    int at = equals - 1;
    while (at >= 0) {
      ArithmeticToken token = tokens.get(at);
      if (ends(token, TokenKind.OPEN, TokenKind.CLOSE)) {
        break;
      }

      if (token.is(TokenKind.WORD)) {
        int start = firstWord(at);
        boolean isUnit = isUnit(start, at) && followsUnit(operand.isEmpty() ? null : last());
        if (!isUnit) {
          break;
        }

        addUnits(start, at);
        at = isFractionOfUnits(start) ? start - 2 : start - 1;
      } else {
        take(token);
        at--;
      }
    }

    Collections.reverse(operand);
    return new Operand(operand, units, at + 1, equals - 1);
  }

  private Operand after(int equals) {
    int at = equals + 1;
    while (at < tokens.size()) {
      ArithmeticToken token = tokens.get(at);
      if (ends(token, TokenKind.CLOSE, TokenKind.OPEN) || isRemark(at) || isOtherNumber(at)) {
        break;
      }

      if (token.is(TokenKind.WORD)) {
        int end = lastWord(at);
        if (endsWithValue()) {
          units.add(unit(at));
        }

        if (!isUnit(at, end) || !goesOn(end + 1)) {
          dropOperator();
          break;
        }

        at = end + 1;
      } else if (token.is(TokenKind.SLASH) && kindAt(at + 1) == TokenKind.WORD) {
        at++; // 5 miles/hour
      } else {
        take(token);
        at++;
      }
    }

    if (!operand.isEmpty() && isWordOperator(last())) {
      dropOperator(); // 8 times.
    }

    return new Operand(operand, units, equals + 1, Math.max(at - 1, equals + 1));
  }

  /** {@code 48 (unordered) pairs}. */
  private boolean isRemark(int at) {
    return endsWithValue()
        && tokens.get(at).text().equals("(")
        && kindAt(at + 1) == TokenKind.WORD
        && tokens.get(at - 1).end() < tokens.get(at).start();
  }

  /** {@code 25$ 2-letter words}, other than {@code 3 1/2} and {@code 10 000}. */
  private boolean isOtherNumber(int at) {
    return !operand.isEmpty()
        && last().is(TokenKind.NUMBER)
        && kindAt(at) == TokenKind.NUMBER
        && kindAt(at + 1) != TokenKind.SLASH
        && kindAt(at + 1) != TokenKind.POWER
        && kindAt(at + 1) != TokenKind.PERCENT
        && kindAt(at - 1) == TokenKind.NUMBER
        && kindAt(at - 2) != TokenKind.POWER
        && kindAt(at - 2) != TokenKind.FRACTION
        && kindAt(at - 2) != TokenKind.BINOMIAL
        && tokens.get(at).text().length() != GROUP;
  }

  private boolean endsWithValue() {
    return !operand.isEmpty() && last().kind().endsValue();
  }

  /**
   * What is in the way of a sentence is no part of a sum: {@code 5 - so}, {@code 5 times the …},
   * {@code 5^\text{th}}.
   */
  private void dropOperator() {
    boolean isOperator = operand.size() > 1 && last().kind().isOperator();
    if (isOperator
        && (last().is(TokenKind.MINUS) || last().is(TokenKind.POWER) || isWordOperator(last()))) {
      operand.remove(operand.size() - 1);
    }
  }

  private static boolean isWordOperator(ArithmeticToken token) {
    String text = token.text();
    return token.kind().isOperator()
        && (text.equals("times") || text.equals("plus") || text.equals("minus"));
  }

  private boolean ends(ArithmeticToken token, TokenKind opening, TokenKind closing) {
    if (token.kind().endsOperand()) {
      return true;
    }

    if (token.is(TokenKind.LINE)) {
      return !isOverLines && !operand.isEmpty();
    }

    if (token.is(TokenKind.COMMA)) {
      return open == 0;
    }

    if (token.is(closing)) {
      open++;
    } else if (token.is(opening)) {
      open--;
    }

    return open < 0;
  }

  private void take(ArithmeticToken token) {
    if (token.is(TokenKind.COMMA)) {
      operand.add(new ArithmeticToken(TokenKind.UNKNOWN, token.text(), token.start(), token.end()));
    } else if (!token.is(TokenKind.LINE)) {
      operand.add(token);
    }
  }

  private ArithmeticToken last() {
    return operand.get(operand.size() - 1);
  }

  private int firstWord(int last) {
    int first = last;
    while (kindAt(first - 1) == TokenKind.WORD && last - first <= MAX_UNIT_WORDS) {
      first--;
    }

    return first;
  }

  private int lastWord(int first) {
    int last = first;
    while (kindAt(last + 1) == TokenKind.WORD && last - first <= MAX_UNIT_WORDS) {
      last++;
    }

    return last;
  }

  private boolean isUnit(int first, int last) {
    boolean isBehindValue =
        first > 0 && (tokens.get(first - 1).kind().endsValue() || isFractionOfUnits(first));
    int words = last - first + 1;
    boolean isShort = words < MAX_UNIT_WORDS || (words == MAX_UNIT_WORDS && isRate(first + 1));
    return isBehindValue && isShort && noneJoins(first, last);
  }

  private boolean isRate(int at) {
    return tokens.get(at).text().equals("per");
  }

  private boolean noneJoins(int first, int last) {
    for (int i = first; i <= last; i++) {
      if (WordTokens.joinsSentences(tokens.get(i).text())) {
        return false;
      }
    }

    return true;
  }

  /** {@code miles/hour}: the sign stands between a unit or a number and a unit. */
  private boolean isFractionOfUnits(int word) {
    return kindAt(word - 1) == TokenKind.SLASH
        && (kindAt(word - 2) == TokenKind.WORD
            || (word > 1 && tokens.get(word - 2).kind().endsValue()));
  }

  /** What stands behind a unit is an operator, the end of a group, or the sign of equality. */
  private static boolean followsUnit(ArithmeticToken next) {
    return next == null || next.kind().isOperator() || next.is(TokenKind.CLOSE);
  }

  /** Whether a sum goes on behind a unit. */
  private boolean goesOn(int at) {
    boolean isOperator = at < tokens.size() && tokens.get(at).kind().isOperator();
    TokenKind next = kindAt(at + 1);
    return (isOperator
            && (next == TokenKind.NUMBER
                || next == TokenKind.OPEN
                || next == TokenKind.FRACTION
                || (next == TokenKind.WORD && kindAt(at) == TokenKind.SLASH)))
        || (open > 0 && kindAt(at) == TokenKind.CLOSE);
  }

  private void addUnits(int first, int last) {
    for (int i = first; i <= last; i++) {
      units.add(unit(i));
    }
  }

  private String unit(int at) {
    String word = tokens.get(at).text().toLowerCase(Locale.ROOT);
    return word.length() > 2 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }

  private TokenKind kindAt(int at) {
    return at >= 0 && at < tokens.size() ? tokens.get(at).kind() : TokenKind.BREAK;
  }
}
