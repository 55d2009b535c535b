package io.mathscale.generator.replies.json;

/**
 * Reads the strings of JSON that is not valid: with quotes and line ends in them, and with LaTeX
 * whose backslashes were not doubled.
 */
final class JsonStrings {
  private final String text;
  private final boolean doublesBackslashes;

  JsonStrings(String text, boolean doublesBackslashes) {
    this.text = text;
    this.doublesBackslashes = doublesBackslashes;
  }

  /**
   * Where a string ends.
   *
   * @param at after its quote
   * @param isCut whether the text ends before it does
   */
  record End(int at, boolean isCut) {}

  /** Reads a string that begins at a quote. */
  End read(int start, boolean isKey, StringBuilder into) {
    String quotes = JsonText.closingQuotes(text.charAt(start));
    boolean isTriple = text.startsWith("\"\"\"", start) || text.startsWith("'''", start);
    int at = start + (isTriple ? 3 : 1);
    MathContext context = new MathContext();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length()) {
        int from = into.length();
        at = escape(at, context, into);
        for (int i = from; i < into.length(); i++) {
          context.add(into.charAt(i));
        }
      } else if (isTriple && text.startsWith(text.substring(start, start + 3), at)) {
        return new End(at + 3, false);
      } else if (!isTriple && quotes.indexOf(c) >= 0 && isEnd(at + 1, isKey)) {
        return new End(at + 1, false);
      } else {
        into.append(c);
        context.add(c);
        at++;
      }
    }

    return new End(at, true);
  }

  /** Whether what follows a quote shows that it ends the string. */
  private boolean isEnd(int after, boolean isKey) {
    int next = JsonText.afterSpaces(text, after);
    if (next >= text.length()) {
      return true;
    }

    char c = text.charAt(next);
    if (isKey) {
      return ":：=".indexOf(c) >= 0;
    }

    if (c == '+') {
      return JsonText.isQuote(text, JsonText.afterSpaces(text, next + 1));
    }

    if ("]})".indexOf(c) >= 0) {
      return closes(next);
    }

    if (",;，".indexOf(c) >= 0) {
      int second = JsonText.afterSpaces(text, next + 1);
      return second >= text.length()
          || "{}[]".indexOf(text.charAt(second)) >= 0
          || JsonText.isQuote(text, second)
          || Character.isDigit(text.charAt(second))
          || JsonText.isComment(text, second)
          || JsonText.isBareKey(text, second)
          || text.startsWith("None", second)
          || text.startsWith("null", second)
          || text.startsWith("true", second)
          || text.startsWith("false", second);
    }

    boolean isNextItem =
        next > after
            && JsonText.isQuote(text, next)
            && next + 1 < text.length()
            && Character.isLetter(text.charAt(next + 1));
    if (isNextItem || JsonText.isQuotedKey(text, next)) {
      return true;
    }

    // A comma was forgotten, or a comment or the end of a fence follows.
    boolean isNewLine = text.substring(after, next).indexOf('\n') >= 0;
    boolean startsNext = JsonText.isQuote(text, next) || JsonText.isComment(text, next);
    return (isNewLine && (startsNext || text.startsWith("```", next)))
        || (JsonText.isComment(text, next) && c == '/');
  }

  /** Whether a bracket ends JSON, and is not text after a quote within a text. */
  private boolean closes(int bracket) {
    int next = JsonText.afterSpaces(text, bracket + 1);
    if (next >= text.length()) {
      return true;
    }

    char c = text.charAt(next);
    boolean isNewLine = text.substring(bracket + 1, next).indexOf('\n') >= 0;
    return ",]}`".indexOf(c) >= 0
        || JsonText.isComment(text, next)
        || isNewLine
        || JsonText.isQuote(text, next)
        || text.charAt(bracket) == '}'
        || Character.isUpperCase(c);
  }

  /** Reads an escape and gives where it ends. */
  private int escape(int backslash, MathContext context, StringBuilder into) {
    char c = text.charAt(backslash + 1);
    switch (c) {
      case '"', '\'', '/', '“', '”', '`' -> into.append(c);
      case '\\' -> {
        return doubled(backslash, into);
      }
      case '\n' -> into.append('\n');
      case 'n', 'r', 't', 'b', 'f' -> {
        return control(backslash, c, context, into);
      }
      case 'u' -> {
        int code = hex(backslash + 2);
        into.append(code < 0 ? "\\u" : String.valueOf((char) code));
        return backslash + (code < 0 ? 2 : 6);
      }
      default -> into.append('\\').append(c);
    }

    return backslash + 2;
  }

  /**
   * Two backslashes are one where backslashes are doubled, or before a command; else they end a
   * line of a matrix.
   */
  private int doubled(int backslash, StringBuilder into) {
    int next = backslash + 2;
    char c = next < text.length() ? text.charAt(next) : ' ';
    if (!doublesBackslashes && text.startsWith("\\\\", next)) {
      into.append("\\\\");
      return next + 2;
    }

    int end = JsonText.lettersEnd(text, next);
    boolean isCommand =
        LatexCommandNames.contains(text.substring(next, end)) || "(){}%$,!".indexOf(c) >= 0;
    into.append(!doublesBackslashes && !isCommand ? "\\\\" : "\\");
    return next;
  }

  private int control(int backslash, char c, MathContext context, StringBuilder into) {
    int end = JsonText.lettersEnd(text, backslash + 1);
    String name = text.substring(backslash + 1, end);
    boolean isNeverMeant = (c == 'b' || c == 'f') && name.length() > 1;
    boolean isKnown = LatexCommandNames.contains(name);
    boolean isClear = context.isInside() || !LatexCommandNames.mayBeLineEnd(name);
    if (isNeverMeant || (isKnown && isClear && !doublesBackslashes)) {
      into.append('\\').append(name);
      return end;
    }

    into.append(c == 'n' ? "\n" : c == 't' ? "\t" : "");
    return backslash + 2;
  }

  private int hex(int from) {
    if (from + 4 > text.length()) {
      return -1;
    }

    int code = 0;
    for (int at = from; at < from + 4; at++) {
      int digit = Character.digit(text.charAt(at), 16);
      if (digit < 0) {
        return -1;
      }

      code = code * 16 + digit;
    }

    return code;
  }

  /** Writes a string as valid JSON. */
  static void write(String value, StringBuilder json) {
    json.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> json.append('\\').append(c);
        case '\n' -> json.append("\\n");
        case '\t' -> json.append("\\t");
        default -> json.append(c < ' ' ? ' ' : c);
      }
    }

    json.append('"');
  }
}
