package io.mathscale.grader.text;

import io.mathscale.grader.text.SentenceToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a line of words and signs into the pieces that a formula without delimiters may have. */
final class SentenceTokens {
  private static final Set<String> FUNCTIONS =
      Set.of(
          "sin",
          "cos",
          "tan",
          "cot",
          "sec",
          "csc",
          "arcsin",
          "arccos",
          "arctan",
          "asin",
          "acos",
          "atan",
          "sinh",
          "cosh",
          "tanh",
          "ln",
          "log",
          "lg",
          "exp",
          "sqrt",
          "cbrt",
          "abs",
          "gcd",
          "lcm",
          "floor",
          "ceil",
          "mod",
          "binom",
          "binomial");

  private static final Set<String> CONSTANTS = Set.of("pi", "infinity", "inf", "oo");

  /** Words between two operands, which make one value of both. */
  private static final Set<String> OPERATORS =
      Set.of("by", "to", "of", "over", "plus", "minus", "times", "in", "per", "remainder");

  private static final String OPERATOR_SIGNS = "+-−–*/^×÷·⋅∙∪∩_∓";
  private static final String RELATION_SIGNS = "<>≤≥≠∈≡∉";
  private static final String EQUALS_SIGNS = "=≈→⇒⟹↦≃≅";
  private static final String SUFFIX_SIGNS = "!%°′'²³¹⁰⁴⁵⁶⁷⁸⁹⁻⁺ⁿ";
  private static final String FRACTIONS = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞";
  private static final String CURRENCIES = "$€£¥₹";
  private static final int LONGEST_TAG = 20;

  private final String text;
  private final int from;
  private final int to;
  private final List<SentenceToken> tokens = new ArrayList<>();
  private int at;

  private SentenceTokens(String text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
    at = from;
  }

  /** The pieces of a part of the text. */
  static List<SentenceToken> of(String text, int from, int to) {
    SentenceTokens tokens = new SentenceTokens(text, from, to);
    boolean isSpaced = true;
    while (tokens.at < to) {
      if (Character.isWhitespace(text.charAt(tokens.at))) {
        tokens.at++;
        isSpaced = true;
      } else {
        tokens.add(isSpaced);
        isSpaced = false;
      }
    }
    return tokens.tokens;
  }

  /** Whether the character is a fraction by itself. */
  static boolean isFraction(char c) {
    return c > 127 && FRACTIONS.indexOf(c) >= 0;
  }

  private void add(boolean isSpaced) {
    char c = text.charAt(at);
    int start = at;
    Kind kind;
    if (isDigit(at) || (c == '.' && isDigit(at + 1) && !isDigit(at - 1))) {
      kind = Kind.NUMBER;
      at = numberEnd();
    } else if (Character.isLetter(c) && c != 'ⁿ') {
      at = wordEnd(at);
      kind = wordKind(AnswerText.lower(text.substring(start, at)), at - start == 1);
    } else if (c == '\\') {
      kind = command();
    } else {
      kind = sign(c);
    }
    at = Math.min(to, Math.max(at, start + 1));
    String piece = AnswerText.lower(text.substring(start, at));
    tokens.add(new SentenceToken(kind, start, at, piece, isSpaced));
  }

  private int numberEnd() {
    int end = at;
    while (isDigit(end) || (isAt(end, '.') && isDigit(end + 1)) || isGroup(end)) {
      end++;
    }
    return end;
  }

  /** A comma with three digits behind it. */
  private boolean isGroup(int index) {
    return isAt(index, ',')
        && isDigit(index + 1)
        && isDigit(index + 2)
        && isDigit(index + 3)
        && !isDigit(index + 4);
  }

  private int wordEnd(int start) {
    int end = start;
    while (end < to && Character.isLetter(text.charAt(end))) {
      end++;
    }
    boolean isHalfDay =
        end - start == 1
            && "aApP".indexOf(text.charAt(start)) >= 0
            && (text.startsWith(".m.", end) || text.startsWith(".M.", end));
    return isHalfDay ? end + ".m.".length() : end;
  }

  private static Kind wordKind(String word, boolean isOne) {
    char first = word.charAt(0);
    boolean isName = isOne && (first < 128 || (first >= 'α' && first <= 'ω'));
    if (isName || CONSTANTS.contains(word)) {
      return Kind.NAME;
    }
    return FUNCTIONS.contains(word)
        ? Kind.FUNCTION
        : OPERATORS.contains(word) ? Kind.OPERATOR : Kind.WORD;
  }

  private Kind command() {
    at++;
    if (at < to && CURRENCIES.indexOf(text.charAt(at)) >= 0) {
      at++;
      return isDigit(at) ? Kind.PREFIX : Kind.END;
    }
    if (at >= to || !Character.isLetter(text.charAt(at))) {
      at++;
      return at <= to && text.charAt(at - 1) == '%' ? Kind.SUFFIX : Kind.END;
    }
    int start = at;
    at = wordEnd(at);
    return switch (text.substring(start, at)) {
      case "times", "cdot", "div", "cup", "cap" -> Kind.OPERATOR;
      case "pm", "mp" -> Kind.PREFIX;
      case "le", "leq", "ge", "geq", "ne", "neq", "lt", "gt", "in", "equiv" -> Kind.RELATION;
      case "approx", "to", "rightarrow", "implies" -> Kind.EQUALS;
      default -> Kind.FUNCTION;
    };
  }

  private Kind sign(char c) {
    if (isFraction(c)) {
      return Kind.NUMBER;
    }
    if (c == '∞') {
      return Kind.NAME;
    }
    if (c == '√' || c == '±') {
      return Kind.PREFIX;
    }
    if (CURRENCIES.indexOf(c) >= 0) {
      return isDigit(at + 1) || isAt(at + 1, '.') ? Kind.PREFIX : Kind.END;
    }
    if ("([{⟨".indexOf(c) >= 0) {
      return Kind.OPEN;
    }
    if (")]}⟩".indexOf(c) >= 0) {
      return Kind.CLOSE;
    }
    if (EQUALS_SIGNS.indexOf(c) >= 0) {
      at += isAt(at + 1, '>') || isAt(at + 1, '=') ? 2 : 1;
      return Kind.EQUALS;
    }
    if (RELATION_SIGNS.indexOf(c) >= 0 || (c == '!' && isAt(at + 1, '='))) {
      return relation(c);
    }
    if (OPERATOR_SIGNS.indexOf(c) >= 0) {
      return operator(c);
    }
    if (c == ':') {
      return isRatio() ? Kind.OPERATOR : Kind.END;
    }
    if (c == ',') {
      return Kind.COMMA;
    }
    return SUFFIX_SIGNS.indexOf(c) >= 0 ? Kind.SUFFIX : Kind.END;
  }

  /** A sign of order, but neither an arrow nor the mark of a quotation or a tag. */
  private Kind relation(char c) {
    if (isAt(at + 1, '=')) {
      at += 2;
      return Kind.RELATION;
    }
    boolean isMark =
        c == '>' && (tokens.isEmpty() || isAt(at - 1, '-') || isAt(at - 1, '>') || closesTag());
    boolean isOpening =
        c == '<' && (isAt(at + 1, '<') || isAt(at - 1, '<') || isAt(at + 1, '/') || opensTag());
    return isMark || isOpening ? Kind.END : Kind.RELATION;
  }

  private boolean closesTag() {
    int start = at - 1;
    while (start > Math.max(from, at - LONGEST_TAG) && isInTag(start)) {
      start--;
    }
    return start < at - 1 && start >= 0 && text.charAt(start) == '<';
  }

  private boolean opensTag() {
    int end = at + 1;
    while (end < Math.min(to, at + LONGEST_TAG) && isInTag(end)) {
      end++;
    }
    return end > at + 1 && isAt(end, '>');
  }

  private boolean isInTag(int index) {
    char c = text.charAt(index);
    return Character.isLetter(c) || c == '/' || c == '|' || c == '_';
  }

  /** A sign of arithmetic, but no bullet, arrow or emphasis. */
  private Kind operator(char c) {
    boolean isDouble = c == '*' && isAt(at + 1, '*');
    int end = at + (isDouble ? 2 : 1);
    boolean isGlued = isOperandAt(at - 1) && (isOperandAt(end) || isAt(end, '-'));
    boolean isArrow = c == '-' && (isAt(at + 1, '>') || isAt(at + 1, '-') || isAt(at - 1, '-'));
    boolean isEmphasis = c == '*' && !isGlued && (isDouble || !isSpaceAt(end));
    at = end;
    return isArrow || isEmphasis ? Kind.END : Kind.OPERATOR;
  }

  /** {@code 3:30} and {@code 2 : 3}, and not what comes before a list. */
  private boolean isRatio() {
    boolean isBetween = isOperandAt(at - 1) && isOperandAt(at + 1);
    return (isBetween && isDigit(at + 1)) || (isSpaceAt(at - 1) && isSpaceAt(at + 1));
  }

  private boolean isOperandAt(int index) {
    return index >= from
        && index < to
        && (Character.isLetterOrDigit(text.charAt(index)) || isAt(index, ')') || isAt(index, '('));
  }

  private boolean isSpaceAt(int index) {
    return index >= from && index < to && Character.isWhitespace(text.charAt(index));
  }

  private boolean isAt(int index, char c) {
    return index >= from && index < to && text.charAt(index) == c;
  }

  private boolean isDigit(int index) {
    return index >= from && index < to && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }
}
