package io.mathscale.generator.arithmetic;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Knows what around an equality says that it may mean something else than it computes. */
final class Doubts {
  /** So many characters before and behind an equality are looked at. */
  private static final int WINDOW = 80;

  /** What is said of equalities that do not hold, or hold elsewhere. */
  private static final List<String> DENIALS =
      List.of(
          "not equal",
          "not true",
          "not possible",
          "not satisf",
          "not work",
          "not hold",
          "not be true",
          "not be equal",
          "not be right",
          "not be correct",
          "not correct",
          "not right",
          "not the case",
          "not what",
          "cannot equal",
          "can't be true",
          "n't true",
          "n't equal",
          "n't possible",
          "n't correct",
          "n't right",
          "n't work",
          "n't hold",
          "n't satisf",
          "false",
          "incorrect",
          "wrong",
          "\\ne",
          "instead of",
          "a mistake",
          "the mistake",
          "mistaken",
          "≠",
          "binary",
          "in base",
          "-base",
          "we carry",
          "carry the ",
          "carry over",
          "carried over");

  /** What is said near equalities that are shown to be impossible. */
  private static final List<String> CONTRADICTIONS = List.of("contradict", "impossible", "absurd");

  private final String text;
  private final String lower;
  private final List<ArithmeticToken> tokens;
  private final LargerValues larger;
  private final Remainders remainders;

  Doubts(String text, List<ArithmeticToken> tokens) {
    this.text = text;
    this.lower = text.toLowerCase(Locale.ROOT);
    this.tokens = tokens;
    this.larger = new LargerValues(tokens);
    this.remainders = new Remainders(lower);
  }

  /** The characters of an operand. */
  String text(Operand operand) {
    return text.substring(tokens.get(operand.first()).start(), tokens.get(operand.last()).end());
  }

  /** Whether an equality that does not hold may be meant in another way. */
  boolean apply(Operand left, Operand right) {
    return left.tokens().isEmpty()
        || right.tokens().isEmpty()
        || isCut(left)
        || mixesUnits(left, right)
        || hasTightPower(left)
        || hasTightPower(right)
        || isPartOfValue(left, right)
        || isDenied(left, right);
  }

  /** Whether the operand begins with an operator, so that a part before it was not understood. */
  private boolean isCut(Operand left) {
    ArithmeticToken first = left.tokens().get(0);
    ArithmeticToken before = tokenAt(left.first() - 1);
    ArithmeticToken earlier = tokenAt(left.first() - 2);
    boolean isInOpenGroup =
        before.is(TokenKind.OPEN)
            && !isClosed(left.last())
            && (earlier.kind().isOperator() || earlier.kind().endsValue() || isNotRead(earlier));
    boolean isHyphen = earlier.end() == before.start(); // x-coordinate
    boolean isBehindUnit =
        before.is(TokenKind.WORD)
            && !WordTokens.joinsSentences(before.text())
            && (((isGroup(left) || first.is(TokenKind.FRACTION)) // 15 USD (6 CNY)
                    && earlier.kind().endsValue())
                || (earlier.kind().isOperator() && !isHyphen)); // + his 1 teacher
    boolean isBehindPoint = before.is(TokenKind.BREAK) && earlier.kind().isOperator();
    boolean isGroupedBySpace =
        before.is(TokenKind.COMMA) && earlier.is(TokenKind.NUMBER) && first.text().length() == 3;
    if (isInOpenGroup || isBehindUnit || isBehindPoint || isGroupedBySpace) {
      return true;
    }

    if (!first.kind().isOperator()) {
      return false;
    }

    if (isBullet(left)) {
      return false;
    }

    boolean isSpaced = first.end() < text.length() && text.charAt(first.end()) == ' ';
    return !first.is(TokenKind.MINUS) || (isSpaced && !before.is(TokenKind.EQUALS));
  }

  /** Whether a group that is open at a token closes in the same sentence. */
  private boolean isClosed(int from) {
    int open = 1;
    int most = Math.min(tokens.size(), from + WINDOW);
    for (int at = from + 1; at < most && open > 0 && !tokenAt(at).is(TokenKind.BREAK); at++) {
      open += tokenAt(at).is(TokenKind.OPEN) ? 1 : 0;
      open -= tokenAt(at).is(TokenKind.CLOSE) ? 1 : 0;
    }

    return open == 0;
  }

  /** Whether the operand is a group in brackets and nothing else. */
  private static boolean isGroup(Operand operand) {
    int open = 0;
    for (ArithmeticToken token : operand.tokens()) {
      boolean isFirst = token.equals(operand.tokens().get(0));
      if (open == 0 && !(isFirst && token.is(TokenKind.OPEN))) {
        return false;
      }

      open += token.is(TokenKind.OPEN) ? 1 : 0;
      open -= token.is(TokenKind.CLOSE) ? 1 : 0;
    }

    return true;
  }

  /** Whether the operand begins with the mark of an item in a list: {@code - 3 + 4 = 7}. */
  boolean isBullet(Operand left) {
    ArithmeticToken first = left.tokens().get(0);
    boolean isAtLineStart =
        left.first() == 0
            || (tokenAt(left.first() - 1).text().equals("\n")
                && !tokenAt(left.first() - 2).text().equals("\\"));
    boolean isMark =
        first.text().equals("-") || first.text().equals("*") || first.text().equals("•");
    return isAtLineStart
        && isMark
        && first.end() < text.length()
        && text.charAt(first.end()) == ' ';
  }

  private static boolean isNotRead(ArithmeticToken token) {
    return token.is(TokenKind.UNKNOWN) || token.is(TokenKind.FUNCTION);
  }

  private static boolean mixesUnits(Operand left, Operand right) {
    boolean isLabel = left.isShown() && !left.units().isEmpty();
    boolean isSum = left.has(TokenKind.PLUS) || left.has(TokenKind.MINUS);
    boolean isConversion = left.units().size() > 1 && text(right.tokens()).equals("1");
    boolean isNoted = !right.units().isEmpty() && hasNote(right); // 4 (15 minutes)
    boolean isShare =
        left.isShown() && !left.has(TokenKind.PERCENT) && right.has(TokenKind.PERCENT);
    return isLabel
        || isNoted
        || isShare
        || isConversion
        || (Measures.differ(left.units(), right.units(), isSum)
            && (isSum || Measures.mayConvert(left, right)));
  }

  private static boolean hasNote(Operand operand) {
    List<ArithmeticToken> tokens = operand.tokens();
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i).text().equals("(") && tokens.get(i - 1).kind().endsValue()) {
        return true;
      }
    }

    return false;
  }

  private static String text(List<ArithmeticToken> tokens) {
    return tokens.stream().map(ArithmeticToken::text).collect(Collectors.joining());
  }

  /** {@code 10^35}, which LaTeX sets as ten to the third times five. */
  private static boolean hasTightPower(Operand operand) {
    List<ArithmeticToken> tokens = operand.tokens();
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i - 1).is(TokenKind.POWER)
          && tokens.get(i).is(TokenKind.NUMBER)
          && tokens.get(i).text().length() > 1) {
        return true;
      }
    }

    return false;
  }

  private boolean isPartOfValue(Operand left, Operand right) {
    return larger.mayLead(left, right)
        || larger.mayTrail(left, right)
        || text(left).contains("\\boxed") // an operation that the question defines
        || isLabel(left, right, tokenAt(left.first() - 1))
        || isInLists(left, right)
        || isOtherOperation(left, right);
  }

  /** {@code Week 4 = 48 + 48}, {@code Weeks 1-2 = 96 - 70}, a {@code 6-8-10 = 3-4-5} triangle. */
  private boolean isLabel(Operand left, Operand right, ArithmeticToken before) {
    boolean isNamed =
        before.is(TokenKind.WORD)
            && (WordTokens.isNumbered(before.text())
                || (left.isShown() && mayName(left.first() - 1)))
            && !right.isShown();
    return isNamed || (isTriple(left) && isTriple(right));
  }

  /** Whether a word may name the number behind it, or is part of its value: {@code 15% of 80}. */
  private boolean mayName(int at) {
    String word = tokenAt(at).text();
    ArithmeticToken before = tokenAt(at - 1);
    boolean isPart =
        WordTokens.joinsValues(word)
            && (before.kind().endsValue() || WordTokens.leads(word, before.text()));
    return isPart || (Character.isUpperCase(word.charAt(0)) && !WordTokens.joinsSentences(word));
  }

  private static boolean isTriple(Operand operand) {
    return operand.tokens().size() == 5
        && operand.tokens().get(1).is(TokenKind.MINUS)
        && operand.tokens().get(3).is(TokenKind.MINUS);
  }

  /** {@code 2/6, 2/8 = 1/3, 1/4}. */
  private boolean isInLists(Operand left, Operand right) {
    return tokenAt(left.first() - 1).is(TokenKind.COMMA)
        && larger.isInList(left.first() - 2)
        && tokenAt(right.last() + 1).is(TokenKind.COMMA)
        && (tokenAt(right.last() + 2).is(TokenKind.NUMBER)
            || tokenAt(right.last() + 2).is(TokenKind.FRACTION));
  }

  /** {@code 3*2 = 3^2 + 3 \cdot 2}: the star is an operation that the question defines. */
  private static boolean isOtherOperation(Operand left, Operand right) {
    return hasSign(left, "*") && !right.isShown();
  }

  private static boolean hasSign(Operand operand, String sign) {
    return operand.tokens().stream()
        .anyMatch(token -> token.is(TokenKind.TIMES) && token.text().equals(sign));
  }

  /** Whether the sentence that the equality stands in denies it, or speaks of remainders. */
  private boolean isDenied(Operand left, Operand right) {
    int first = left.first();
    int least = Math.max(0, first - WINDOW);
    while (first > least && !tokens.get(first - 1).is(TokenKind.BREAK)) {
      first--;
    }

    int last = right.last();
    int most = Math.min(tokens.size() - 1, last + WINDOW);
    while (last < most && !tokens.get(last + 1).is(TokenKind.BREAK)) {
      last++;
    }

    int from = Math.max(tokens.get(first).start(), tokens.get(left.first()).start() - WINDOW);
    int until = Math.min(tokens.get(last).end(), tokens.get(right.last()).end() + WINDOW);
    String around = lower.substring(Math.min(from, until), until);
    int start = tokens.get(left.first()).start();
    int end = tokens.get(right.last()).end();
    String near =
        lower.substring(Math.max(0, start - WINDOW), Math.min(lower.length(), end + WINDOW));
    // What cannot be is that something is larger than 3 + 4, which is 7.
    boolean isBound = tokenAt(left.first() - 1).is(TokenKind.RELATION);
    return DENIALS.stream().anyMatch(around::contains)
        || (!isBound && CONTRADICTIONS.stream().anyMatch(near::contains))
        || remainders.mayBeMeant(around, left, right);
  }

  private ArithmeticToken tokenAt(int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index) : ArithmeticToken.NONE;
  }
}
