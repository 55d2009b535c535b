package io.mathscale.generator.arithmetic;

/** What signs that are neither letters nor digits are, as far as arithmetic is concerned. */
final class SignTokens {
  private SignTokens() {}

  /** Signs that change no value: alignment, currencies, and marks of bold text. */
  static boolean isIgnored(String text, int at) {
    char c = text.charAt(at);
    if (c == '*' && next(text, at) == '*') {
      return !(isDigitOrClose(before(text, at)) && isDigitOrOpen(at(text, at + 2)));
    }

    return c == '$'
        || c == '&'
        || c == '€'
        || c == '£'
        || c == '¥'
        || c == '~'
        || c == '`'
        || c == '\u200b'
        || c == '\ufeff';
  }

  /** How many characters belong together. */
  static int length(String text, int at) {
    for (String sign :
        new String[] {"=/=", "...", "**", "//", "==", "!=", "<=", ">=", "=>", "->", ":="}) {
      if (text.startsWith(sign, at)) {
        boolean isFactorial = sign.equals("!=") && isDigitOrClose(before(text, at));
        return isFactorial ? 1 : sign.length();
      }
    }

    return 1;
  }

  static TokenKind kind(String text, int at) {
    return switch (text.substring(at, at + length(text, at))) {
      case "+" -> TokenKind.PLUS;
      case "-", "−", "–" -> TokenKind.MINUS;
      case "*", "×", "·", "⋅", "∙", "•", "∗" -> TokenKind.TIMES;
      case "/", "//", "⁄", "∕" -> TokenKind.SLASH;
      case "÷" -> TokenKind.DIVIDE;
      case "^", "**" -> TokenKind.POWER;
      case "(", "[", "{", "（" -> TokenKind.OPEN;
      case ")", "]", "}", "）" -> TokenKind.CLOSE;
      case "=", "==", "＝" -> TokenKind.EQUALS;
      case "<", ">", "<=", ">=", "!=", "=/=", "≠", "≈", "≡", "≤", "≥", "∼", "≅", "≃", ":=" ->
          TokenKind.RELATION;
      case "!" -> TokenKind.FACTORIAL;
      case "%", "％" -> TokenKind.PERCENT;
      case "°", "º" -> TokenKind.DEGREE;
      case "," ->
          isDigit(before(text, at)) && isDigit(next(text, at))
              ? TokenKind.UNKNOWN // 16,0000
              : TokenKind.COMMA;
      case "，", "、" -> TokenKind.COMMA;
      case ":" ->
          isDigitOrClose(before(text, at)) && isDigitOrOpen(next(text, at)) && !isNumbered(text, at)
              ? TokenKind.UNKNOWN
              : TokenKind.BREAK;
      case ".",
          ";",
          "?",
          "=>",
          "->",
          "→",
          "⇒",
          "—",
          "。",
          "；",
          "：",
          "？",
          "！",
          "#",
          "\"",
          "“",
          "”",
          "∴" ->
          TokenKind.BREAK;
      default -> TokenKind.UNKNOWN;
    };
  }

  /** {@code Day 4:2(50)}: the colon stands behind the number of a day. */
  private static boolean isNumbered(String text, int colon) {
    int end = colon;
    while (end > 0 && isDigit(text.charAt(end - 1))) {
      end--;
    }

    if (end == 0 || text.charAt(end - 1) != ' ') {
      return false;
    }

    int start = end - 1;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }

    return WordTokens.isNumbered(text.substring(start, end - 1));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isDigitOrClose(char c) {
    return isDigit(c) || c == ')' || c == '}' || c == ']';
  }

  private static boolean isDigitOrOpen(char c) {
    return isDigit(c) || c == '(' || c == '{';
  }

  private static char before(String text, int at) {
    return at == 0 ? '\0' : text.charAt(at - 1);
  }

  private static char next(String text, int at) {
    return at(text, at + 1);
  }

  private static char at(String text, int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }
}
