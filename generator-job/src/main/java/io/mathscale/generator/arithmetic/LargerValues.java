package io.mathscale.generator.arithmetic;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Knows which sides of equalities are parts of a larger value in the words around them: {@code 50
 * less than 10 + 4}, {@code half of 10 + 4}, {@code 3 million}.
 */
final class LargerValues {
  /** So many words may stand between a value and what it is combined with. */
  private static final int MAX_WORDS = 3;

  /** What words behind a number say it counts. */
  private static final Map<String, Value> SCALES =
      Map.ofEntries(
          Map.entry("percent", Value.of(1).over(Value.of(100))),
          Map.entry("percentage", Value.of(1).over(Value.of(100))),
          Map.entry("cent", Value.of(1).over(Value.of(100))),
          Map.entry("cents", Value.of(1).over(Value.of(100))),
          Map.entry("quarter", Value.of(1).over(Value.of(4))),
          Map.entry("quarters", Value.of(1).over(Value.of(4))),
          Map.entry("tenths", Value.of(1).over(Value.of(10))),
          Map.entry("hundredths", Value.of(1).over(Value.of(100))),
          Map.entry("thousandths", Value.of(1).over(Value.of(1_000))),
          Map.entry("dozen", Value.of(12)),
          Map.entry("hundred", Value.of(100)),
          Map.entry("thousand", Value.of(1_000)),
          Map.entry("million", Value.of(1_000_000)));

  private final List<ArithmeticToken> tokens;

  LargerValues(List<ArithmeticToken> tokens) {
    this.tokens = tokens;
  }

  /** Whether words before the left side may make it part of a value that the right side is. */
  boolean mayLead(Operand left, Operand right) {
    ArithmeticToken before = tokenAt(left.first() - 1);
    if (!before.is(TokenKind.WORD)) {
      return false;
    }

    if (before.text().equals("and") && isProperFraction(left) && isNumber(left.first() - 2)) {
      return true; // 12 x 1 and 1/4
    }

    boolean joins = WordTokens.joinsValues(before.text()) && isValueInProse(left.first() - 2);
    if (joins && before.text().equals("of")) {
      return true;
    }

    boolean combines = WordTokens.combines(before.text(), tokenAt(left.first() - 2).text());
    if (joins || combines) {
      return mayBeCombined(left, right);
    }

    String lastButOne = tokenAt(left.first() - 2).text();
    boolean isRest = lastButOne.equalsIgnoreCase("remainder") && !isQuotient(left);
    return !isRest && WordTokens.leads(before.text(), lastButOne);
  }

  private static boolean isProperFraction(Operand operand) {
    try {
      return isQuotient(operand) && value(operand).isBelow(Value.of(1));
    } catch (NotComputedException e) {
      return false;
    }
  }

  private static boolean isQuotient(Operand operand) {
    return operand.has(TokenKind.SLASH)
        || operand.has(TokenKind.DIVIDE)
        || operand.has(TokenKind.FRACTION);
  }

  private boolean isNumber(int at) {
    return tokenAt(at).is(TokenKind.NUMBER);
  }

  /** Whether a word behind the right side may change what it is worth so that it is the left. */
  boolean mayTrail(Operand left, Operand right) {
    ArithmeticToken behind = tokenAt(right.last() + 1);
    if (behind.text().equals("of")) {
      return (right.has(TokenKind.PERCENT) || !right.isShown()) && isOfNumber(right.last() + 2);
    }

    if (!behind.is(TokenKind.WORD) || !WordTokens.trails(behind.text())) {
      return false;
    }

    Value scale = SCALES.get(behind.text().toLowerCase(Locale.ROOT));
    try {
      return scale == null
          || isNear(value(right).times(scale), value(left), right, scale)
          || isNear(value(left).times(scale), value(right), right, Value.of(1));
    } catch (NotComputedException e) {
      return true;
    }
  }

  /** Whether two values are the same to the digits that an operand shows. */
  private static boolean isNear(Value one, Value other, Operand shown, Value scale) {
    Value digit = Value.of(BigDecimal.ONE.movePointLeft(shown.shownPlaces())).times(scale);
    return one.isSame(other) || one.distance(other).isBelow(digit);
  }

  private boolean mayBeCombined(Operand left, Operand right) {
    int end = left.first() - 1;
    while (tokenAt(end).is(TokenKind.WORD) && left.first() - end <= MAX_WORDS + 1) {
      end--;
    }

    if (!tokenAt(end).kind().endsValue()) {
      return false;
    }

    try {
      Value other = value(Operands.before(tokens, end + 1, false));
      Value one = value(left);
      Value result = value(right);
      return result.isSame(one.plus(other))
          || result.isSame(one.minus(other))
          || result.isSame(other.minus(one))
          || result.isSame(one.times(other))
          || isQuotient(result, one, other)
          || isQuotient(result, other, one);
    } catch (NotComputedException e) {
      return true;
    }
  }

  private static boolean isQuotient(Value result, Value above, Value below) {
    return !below.isZero() && result.isSame(above.over(below));
  }

  private static Value value(Operand operand) {
    return OperandParser.value(operand.tokens(), Reading.USUAL);
  }

  /** Whether a number, or what stands for one, comes soon. */
  private boolean isOfNumber(int from) {
    for (int at = from; at <= from + MAX_WORDS; at++) {
      TokenKind kind = tokenAt(at).kind();
      if (kind != TokenKind.WORD) {
        return kind != TokenKind.BREAK && kind != TokenKind.COMMA;
      }
    }

    return false;
  }

  /** A number that is no side of an equality: {@code the sum of 3 and 4 + 1}. */
  private boolean isValueInProse(int last) {
    int before = beforeValue(last);
    return before < last && tokenAt(before).is(TokenKind.WORD);
  }

  /** A number that is no side of an equality: {@code 2/6, 2/8}. */
  boolean isInList(int last) {
    int before = beforeValue(last);
    return before < last && !tokenAt(before).is(TokenKind.EQUALS);
  }

  private int beforeValue(int last) {
    int at = last;
    while (tokenAt(at).kind().endsValue()
        || tokenAt(at).kind().isOperator()
        || tokenAt(at).is(TokenKind.OPEN)
        || tokenAt(at).is(TokenKind.FRACTION)) {
      at--;
    }

    return at;
  }

  private ArithmeticToken tokenAt(int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index) : ArithmeticToken.NONE;
  }
}
