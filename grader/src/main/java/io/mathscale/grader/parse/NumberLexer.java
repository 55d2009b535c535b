package io.mathscale.grader.parse;

import io.mathscale.grader.limits.GradingLimits;
import io.mathscale.grader.limits.LimitReachedException;

/** Reads one number: digits, separators of thousands, a decimal point, an exponent. */
final class NumberLexer {
  private static final String[] SEPARATORS = {
    "{,}", ",\\!", "\\,", "{,\\!}", "{\\,}", "\\ ", "\\;", "'", ",", " "
  };

  private final String text;
  private final boolean groupsPlainly;
  private final StringBuilder digits = new StringBuilder();
  private int at;

  private NumberLexer(String text, int start, boolean groupsPlainly) {
    this.text = text;
    this.at = start;
    this.groupsPlainly = groupsPlainly;
  }

  /**
   * The number that starts here.
   *
   * @param text the text
   * @param start the place of its first character
   * @param groupsPlainly whether a plain comma or space may group thousands
   * @throws LimitReachedException if it has too many digits
   */
  static NumberLexer from(String text, int start, boolean groupsPlainly) {
    return new NumberLexer(text, start, groupsPlainly).scan();
  }

  /** The digits without separators. */
  String digits() {
    return digits.toString();
  }

  /** The place after the number. */
  int end() {
    return at;
  }

  private NumberLexer scan() {
    int start = at;
    readDigits();
    boolean mayGroup = digits.length() <= 3 && text.charAt(start) != '0';
    while (mayGroup && thousands()) {
      readDigits();
    }
    if (peek(0) == '.' && (Lexer.isDigit(peek(1)) || endsHere(at + 1))) {
      at++;
      if (Lexer.isDigit(peek(0))) {
        digits.append('.');
        readDigits();
      } else if (text.startsWith("\\overline", at)
          || text.startsWith("\\bar", at)
          || text.startsWith("\\dot", at)) {
        digits.append('.');
      }
    }
    exponent();
    if (digits.length() > GradingLimits.MAX_DIGITS) {
      throw new LimitReachedException("digits");
    }
    return this;
  }

  private void readDigits() {
    while (Lexer.isDigit(peek(0))) {
      digits.append(peek(0));
      at++;
    }
  }

  private boolean endsHere(int from) {
    return from >= text.length() || !Lexer.isLetter(text.charAt(from));
  }

  /** Skips a separator of thousands, if there is one here. */
  private boolean thousands() {
    if ("{,\\' ".indexOf(peek(0)) < 0) {
      return false;
    }
    for (String separator : SEPARATORS) {
      if (!text.startsWith(separator, at)) {
        continue;
      }
      boolean plain = separator.equals(",") || separator.equals(" ");
      if (plain && !groupsPlainly) {
        return false;
      }
      int next = at + separator.length();
      while (!plain && next < text.length() && text.charAt(next) == ' ') {
        next++;
      }
      if (isDigitAt(next) && isDigitAt(next + 1) && isDigitAt(next + 2) && !isDigitAt(next + 3)) {
        at = next;
        return true;
      }
    }

    return false;
  }

  /** {@code 1.5e3} and {@code 2e-05}, as programs print them; {@code 3e-2} may be 3e − 2. */
  private void exponent() {
    char e = peek(0);
    if (e != 'e' && e != 'E') {
      return;
    }
    boolean signed = peek(1) == '-' || peek(1) == '+';
    int first = signed ? 2 : 1;
    if (!Lexer.isDigit(peek(first))) {
      return;
    }
    if (signed && digits.indexOf(".") < 0 && !Lexer.isDigit(peek(first + 1))) {
      return;
    }
    digits.append('e').append(signed && peek(1) == '-' ? "-" : "");
    at += first;
    readDigits();
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }

  private boolean isDigitAt(int index) {
    return index < text.length() && Lexer.isDigit(text.charAt(index));
  }
}
