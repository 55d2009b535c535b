package io.mathscale.core.text;

import io.mathscale.core.text.TokenList.Kind;
import java.util.List;

/**
 * Tells the operators among the marks of a text from its punctuation, by what stands around them:
 * {@code 5!} is a factorial, {@code Wow!} is not.
 */
final class MarkReader {
  private static final String DASHES = "-−‐‑‒–﹣";

  /** The first three letters of names that are subtracted in {@code 3-sin x}. */
  private static final List<String> FUNCTIONS =
      List.of("sin", "cos", "tan", "cot", "sec", "csc", "log", "exp", "sqr", "arc");

  private final String text;
  private final TokenList tokens;
  private boolean isQuoteOpen;

  MarkReader(String text, TokenList tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /**
   * Reads the mark at an index.
   *
   * @param c the character there
   * @return the index after it
   */
  int read(int index, int c) {
    int next = index + Character.charCount(c);
    if (DASHES.indexOf(c) >= 0) {
      return dash(index);
    }

    switch (c) {
      case '(', '[', '⟨', '⌊', '⌈' -> tokens.add(Character.toString(c), Kind.OPENING);
      case ')' -> closeParenthesis();
      case ']', '⟩', '⌋', '⌉' -> tokens.add(Character.toString(c), Kind.CLOSING);
      case '<' -> {
        return comparison(next, "<", "≤");
      }
      case '>' -> {
        return comparison(next, ">", "≥");
      }
      case '=' -> {
        return is(next, '=') ? next : operator("=", next);
      }
      case '!' -> {
        return is(next, '=') ? operator("≠", next + 1) : exclamation(next);
      }
      case '*', '×', '✕', '∗' -> {
        return star(index, c);
      }
      case ':', '∶' -> colon(index);
      case '_' -> lowLine(index);
      case '\'', '‘', '’', '′' -> quote(index, c);
      default -> {
        String operator = operator(c);
        if (!operator.isEmpty()) {
          tokens.add(operator, Kind.OPERATOR);
        }
      }
    }

    return next;
  }

  private int operator(String token, int next) {
    tokens.add(token, Kind.OPERATOR);
    return next;
  }

  private int comparison(int next, String strict, String orEqual) {
    return is(next, '=') ? operator(orEqual, next + 1) : operator(strict, next);
  }

  /** The operator that any other mark is, or an empty text for punctuation. */
  private static String operator(int c) {
    return switch (c) {
      case '+', '/', '^', '|', '%' -> Character.toString(c);
      case '÷', '∕', '⁄' -> "/";
      case '∣' -> "|";
      case '∥' -> "∥";
      case '⋅', '·', '‧' -> "·";
      case '≦', '⩽' -> "≤";
      case '≧', '⩾' -> "≥";
      case '√' -> "sqrt";
      case '∆' -> "δ";
      case '•', '●', '■', '◦' -> "";
      default -> isSymbol(c) ? Character.toString(c) : "";
    };
  }

  private static boolean isSymbol(int c) {
    if (c < 0x80) {
      return false;
    }

    int type = Character.getType(c);
    return type == Character.MATH_SYMBOL
        || type == Character.OTHER_SYMBOL
        || type == Character.CURRENCY_SYMBOL
        || type == Character.OTHER_NUMBER;
  }

  /** Parentheses around nothing are a blank to fill in. */
  private void closeParenthesis() {
    if (tokens.endsWith("(")) {
      tokens.removeLast();
    } else {
      tokens.add(")", Kind.CLOSING);
    }
  }

  /** A dash between two words is no minus; nor are several. */
  private int dash(int index) {
    int next = index + 1;
    if (DASHES.indexOf(at(next)) >= 0) {
      while (DASHES.indexOf(at(next)) >= 0) {
        next++;
      }

      return next;
    }

    int following = afterSpaces(next);
    boolean isAfterWord = tokens.lastKind() == Kind.WORD;
    boolean isAfterOperand = isAfterWord || isOperand(tokens.lastKind());
    boolean isList = tokens.lastKind() == Kind.NOTHING && startsWord(following);
    boolean isAttached = following == next;
    boolean joins =
        isAttached
            ? (isAfterOperand && startsWord(next)) || (isAfterWord && isLetter(at(next)))
            : isAfterWord && isLetter(at(following)) && isLetter(at(following + 1));
    return joins || isList ? next : operator("-", next);
  }

  /** Whether a word of three letters begins here: shorter ones, and functions, are operands. */
  private boolean startsWord(int index) {
    return isLetter(at(index))
        && isLetter(at(index + 1))
        && isLetter(at(index + 2))
        && FUNCTIONS.stream().noneMatch(name -> text.regionMatches(true, index, name, 0, 3));
  }

  private int exclamation(int next) {
    boolean isFactorial = isOperand(tokens.lastKind()) && isOperandEnd(at(next - 2));
    return isFactorial && afterSpaces(next) < text.length() ? operator("!", next) : next;
  }

  private static boolean isOperandEnd(int c) {
    return Character.isLetterOrDigit(c) || c == ')' || c == '}';
  }

  /** An asterisk multiplies between two operands, two of them raise; else they are mark-up. */
  private int star(int index, int c) {
    int next = index + 1;
    if (c == '×' || c == '✕') {
      return operator("*", next);
    }

    if (is(next, '*')) {
      boolean raises = isOperand(tokens.lastKind()) && startsOperand(at(next + 1));
      return raises ? operator("^", next + 1) : next + 1;
    }

    boolean multiplies = isOperand(tokens.lastKind()) && startsOperand(at(afterSpaces(next)));
    return multiplies ? operator("*", next) : next;
  }

  private static boolean isOperand(Kind kind) {
    return kind == Kind.NUMBER || kind == Kind.LETTER || kind == Kind.CLOSING;
  }

  private static boolean startsOperand(int c) {
    return Character.isLetterOrDigit(c) || c == '(' || c == '\\' || c == '-' || c == '{';
  }

  /** A colon between two numbers, or close between two variables, is a ratio. */
  private void colon(int index) {
    int following = afterSpaces(index + 1);
    boolean isBetweenNumbers = tokens.lastKind() == Kind.NUMBER && Character.isDigit(at(following));
    boolean isBetweenLetters =
        tokens.lastKind() == Kind.LETTER
            && isLetter(at(index - 1))
            && isLetter(at(index + 1))
            && !isLetter(at(index + 2));
    if (isBetweenNumbers || isBetweenLetters) {
      tokens.add(":", Kind.OPERATOR);
    }
  }

  /** A low line between a symbol and its index; else a blank to fill in or mark-up. */
  private void lowLine(int index) {
    int before = at(index - 1);
    int after = at(index + 1);
    if ((isOperandEnd(before) || before == ']')
        && (Character.isLetterOrDigit(after) || after == '{' || after == '\\')) {
      tokens.add("_", Kind.OPERATOR);
    }
  }

  /** An apostrophe after a variable or a bracket is a prime, unless it ends a quotation. */
  private void quote(int index, int c) {
    int before = at(index - 1);
    boolean isClosing = isQuoteOpen && c != '′';
    boolean isPrime =
        (tokens.lastKind() == Kind.LETTER && isLetter(before)) || before == ')' || before == '\'';
    if (!isClosing && isPrime && !isLetter(at(index + 1)) && tokens.lastKind() != Kind.WORD) {
      tokens.add("'", Kind.CLOSING);
    } else if (c != '′') {
      isQuoteOpen = !isQuoteOpen && !Character.isLetterOrDigit(before);
    }
  }

  private boolean is(int index, char c) {
    return at(index) == c;
  }

  /** The character at an index; a space outside of the text. */
  private char at(int index) {
    return index >= 0 && index < text.length() ? text.charAt(index) : ' ';
  }

  private int afterSpaces(int index) {
    int next = index;
    while (next < text.length() && text.charAt(next) <= ' ') {
      next++;
    }

    return next;
  }

  private static boolean isLetter(int c) {
    return Character.isLetter(c) && !Character.isIdeographic(c);
  }
}
