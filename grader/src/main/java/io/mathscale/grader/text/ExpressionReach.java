package io.mathscale.grader.text;

import io.mathscale.grader.expression.Units;
import io.mathscale.grader.text.SentenceToken.Kind;
import java.util.Set;

/** An expression that grows over the pieces beside it as long as they belong to it. */
final class ExpressionReach {
  private static final Set<String> SCALES =
      Set.of("million", "billion", "trillion", "thousand", "hundred");
  private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th");
  private static final Set<String> POWERS = Set.of("squared", "cubed", "factorial");
  private static final Set<String> HALF_DAYS = Set.of("am", "pm", "a.m.", "p.m.");

  /** Units of which a smaller one may tell the rest. */
  private static final Set<String> LARGE =
      Set.of(
          "hour", "hours", "hr", "hrs", "minute", "minutes", "min", "mins", "feet", "foot", "ft",
          "dollar", "dollars", "week", "weeks", "day", "days", "year", "years", "month", "months",
          "kg", "km", "meters", "pound", "pounds", "lb", "lbs", "degree", "degrees");

  private static final Set<String> SMALL =
      Set.of(
          "hour",
          "hours",
          "minute",
          "minutes",
          "min",
          "mins",
          "second",
          "seconds",
          "sec",
          "s",
          "m",
          "inch",
          "inches",
          "in",
          "cent",
          "cents",
          "day",
          "days",
          "week",
          "weeks",
          "month",
          "months",
          "g",
          "grams",
          "cm",
          "centimeters",
          "mm",
          "meters",
          "ounce",
          "ounces",
          "oz");

  private final TokenLine line;
  private int first;
  private int last;
  private boolean isComplete = true;

  /** Begins with one piece. */
  ExpressionReach(TokenLine line, int token) {
    this.line = line;
    first = token;
    last = token;
  }

  int first() {
    return first;
  }

  int last() {
    return last;
  }

  /** Whether it is clear where it starts and ends. */
  boolean isComplete() {
    return isComplete;
  }

  /** Takes it that the expression may go on otherwise. */
  void leaveOpen() {
    isComplete = false;
  }

  /** Sets where the expression starts and ends. */
  void extendTo(int low, int high) {
    first = low;
    last = high;
  }

  /** Takes what belongs to it on the left. */
  void growLeft() {
    int reached;
    do {
      reached = first;
      first = left(first);
    } while (first < reached);
  }

  /** Where the expression starts with what stands before its first piece, if that belongs to it. */
  private int left(int index) {
    SentenceToken current = at(index);
    SentenceToken before = at(index - 1);
    if (before == null) {
      return index;
    }
    return switch (before.kind()) {
      case NUMBER -> {
        isComplete &= !current.is(Kind.OPEN) || !current.isSpaced();
        yield index - 1;
      }
      case PREFIX, FUNCTION -> index - 1;
      case NAME -> nameBefore(index);
      case OPERATOR -> operatorBefore(index);
      case RELATION -> {
        int operand = line.operandStart(index - 2);
        isComplete &= operand >= 0;
        yield operand >= 0 ? operand : index - 1;
      }
      case CLOSE -> current.isSpaced() && !current.is(Kind.OPEN) ? index : orElse(index - 1, index);
      case SUFFIX -> current.isSpaced() && !before.text().equals("°") ? index : index - 1;
      case WORD -> wordBefore(index);
      default -> index;
    };
  }

  private int nameBefore(int index) {
    SentenceToken before = at(index - 1);
    if (!at(index).isSpaced() || !before.isLetter()) {
      return index - 1;
    }
    SentenceToken earlier = at(index - 2);
    if (earlier == null || !earlier.is(Kind.NUMBER)) {
      return index;
    }
    SentenceToken behind = at(last + 1);
    boolean isMixed = behind != null && SMALL.contains(behind.text());
    last += isMixed ? 1 : 0;
    isComplete &= isMixed;
    return index - 2;
  }

  private int operatorBefore(int index) {
    SentenceToken sign = at(index - 1);
    SentenceToken other = at(index - 2);
    boolean isWord = sign.isWordOperator();
    boolean isOperand = other != null && other.endsOperand();
    boolean isCounted = isWord && !(isOperand && (other.is(Kind.NUMBER) || other.is(Kind.CLOSE)));
    if (isOperand && !isCounted) {
      SentenceToken earlier = at(index - 3);
      boolean isChange = sign.text().equals("to") && earlier != null && earlier.isWord("from");
      return isChange ? index : orElse(index - 2, index);
    }
    if (other != null && (other.is(Kind.WORD) || other.is(Kind.FUNCTION))) {
      return behindWord(index, sign, other);
    }
    boolean isSign =
        "-−–".contains(sign.text())
            && !at(index).isSpaced()
            && (other == null || sign.isSpaced() || !other.is(Kind.END));
    return isSign ? index - 1 : index;
  }

  /** {@code log_2}, {@code 5 cm^2} and {@code 3 out of 5}. */
  private int behindWord(int index, SentenceToken sign, SentenceToken word) {
    SentenceToken number = at(index - 3);
    boolean isCounted = number != null && number.is(Kind.NUMBER);
    if (sign.text().equals("_") && !sign.isSpaced()) {
      return index - 2;
    }
    if (isCounted && word.isWord("out") && sign.text().equals("of")) {
      return index - 3;
    }
    boolean isUnit = "^/".contains(sign.text()) && Units.isUnit(word.text());
    if (isUnit && !sign.isSpaced() && !at(index).isSpaced()) {
      isComplete &= isCounted;
      return isCounted ? index - 3 : index - 2;
    }
    boolean isSign = "-−–".contains(sign.text()) && !at(index).isSpaced() && sign.isSpaced();
    return isSign ? index - 1 : index;
  }

  /** A function with a name of several letters, or a measure that goes on in a smaller unit. */
  private int wordBefore(int index) {
    SentenceToken current = at(index);
    SentenceToken before = at(index - 1);
    if (current.is(Kind.OPEN)) {
      isComplete &= current.isSpaced();
      return current.isSpaced() ? index : index - 1;
    }
    int unit = before.isWord("and") ? index - 2 : index - 1;
    SentenceToken number = at(unit - 1);
    SentenceToken behind = at(last + 1);
    boolean isMixed =
        number != null
            && number.is(Kind.NUMBER)
            && LARGE.contains(at(unit).text())
            && behind != null
            && SMALL.contains(behind.text());
    if (isMixed) {
      isComplete &= !at(unit).text().startsWith("dollar");
      last++;
      return unit - 1;
    }
    return index;
  }

  /** Takes what belongs to it on the right. */
  void growRight() {
    int reached;
    do {
      reached = last;
      last = right(last);
    } while (last > reached);
  }

  private int right(int index) {
    SentenceToken current = at(index);
    SentenceToken behind = at(index + 1);
    if (behind == null) {
      return index;
    }
    return switch (behind.kind()) {
      case NUMBER -> index + 1;
      case NAME -> belongsBehind(index + 1) ? index + 1 : index;
      case PREFIX -> behind.isCurrency() ? index : orSame(line.operandEnd(index + 1), index);
      case FUNCTION -> orSame(line.operandEnd(index + 1), index);
      case OPEN -> behind.isSpaced() ? index : orSame(line.operandEnd(index + 1), index);
      case OPERATOR, RELATION, EQUALS -> signBehind(index);
      case SUFFIX ->
          !behind.isSpaced() && "°′'%".indexOf(behind.text()) < 0 && !current.is(Kind.CLOSE)
              ? index + 1
              : index;
      case WORD -> wordBehind(index);
      default -> index;
    };
  }

  private int signBehind(int index) {
    SentenceToken sign = at(index + 1);
    SentenceToken other = at(index + 2);
    boolean isWord = sign.isWordOperator();
    boolean isOperand = other != null && other.startsOperand() && !isWord && !isArticle(index + 2);
    return isOperand ? orSame(line.operandEnd(index + 2), index) : index;
  }

  private boolean isArticle(int index) {
    SentenceToken behind = at(index + 1);
    return at(index).text().equals("a") && behind != null && behind.is(Kind.WORD);
  }

  private boolean belongsBehind(int index) {
    SentenceToken name = at(index);
    SentenceToken behind = at(index + 1);
    boolean endsHere =
        behind == null || behind.is(Kind.END) || behind.is(Kind.COMMA) || behind.is(Kind.CLOSE);
    if (!name.isLetter()) {
      return true;
    }
    boolean isFormula =
        behind != null
            && (behind.is(Kind.OPERATOR) || behind.is(Kind.EQUALS) || behind.is(Kind.RELATION))
            && at(index + 2) != null
            && at(index + 2).startsOperand();
    boolean isUnit = Units.isUnit(name.text()) && !"xyzni".contains(name.text());
    if (name.isSpaced()) {
      return "xyzni".contains(name.text()) && (endsHere || isFormula);
    }
    return isFormula || !isUnit;
  }

  private static boolean isGreek(char c) {
    return c >= 'α' && c <= 'ω';
  }

  private int wordBehind(int index) {
    SentenceToken word = at(index + 1);
    if (HALF_DAYS.contains(word.text()) || SCALES.contains(word.text())) {
      return index + 1;
    }
    if (POWERS.contains(word.text())) {
      isComplete = false;
      return index + 1;
    }
    boolean isProduct =
        !word.isSpaced()
            && word.end() - word.start() == 2
            && !Units.isUnit(word.text())
            && !ORDINALS.contains(word.text())
            && (word.text().charAt(1) < 128 || isGreek(word.text().charAt(1)));
    isComplete &= !isProduct || isGreek(word.text().charAt(0)) || isGreek(word.text().charAt(1));
    return isProduct ? index + 1 : index;
  }

  private int orElse(int operand, int otherwise) {
    int start = line.operandStart(operand);
    return start < 0 ? otherwise : start;
  }

  private static int orSame(int found, int otherwise) {
    return found < 0 ? otherwise : found;
  }

  private SentenceToken at(int index) {
    return line.at(index);
  }
}
