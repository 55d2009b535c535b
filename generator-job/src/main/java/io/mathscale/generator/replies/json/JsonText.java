package io.mathscale.generator.replies.json;

/** Small looks ahead into text that is, or should be, JSON. */
final class JsonText {
  /** No key without quotes is longer. */
  private static final int LONGEST_WORD = 40;

  private JsonText() {}

  /** Where the letters end that begin here. */
  static int lettersEnd(String text, int from) {
    int at = from;
    while (at < text.length() && isLetter(text.charAt(at))) {
      at++;
    }

    return at;
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static int afterSpaces(String text, int from) {
    int at = from;
    while (at < text.length()
        && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\u00A0')) {
      at++;
    }

    return at;
  }

  /** The quotes with which a string that begins so may end; empty where none begins. */
  static String closingQuotes(char open) {
    return switch (open) {
      case '"' -> "\"";
      case '“', '”', '„', '‟' -> "”“\"";
      case '\'' -> "'";
      case '‘', '’' -> "’‘'";
      case '`' -> "`";
      case '«' -> "»";
      case '「' -> "」";
      default -> "";
    };
  }

  static boolean isQuote(String text, int at) {
    return at < text.length() && !closingQuotes(text.charAt(at)).isEmpty();
  }

  /** Whether a key without quotes, with its colon, begins here. */
  static boolean isBareKey(String text, int from) {
    int at = from;
    int most = Math.min(text.length(), from + LONGEST_WORD);
    while (at < most
        && (Character.isLetterOrDigit(text.charAt(at)) || "_- ".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }

    return at > from
        && at < text.length()
        && Character.isLetter(text.charAt(from))
        && ":：".indexOf(text.charAt(at)) >= 0;
  }

  /** Whether a key in quotes, with its colon, begins here. */
  static boolean isQuotedKey(String text, int from) {
    String quotes = from < text.length() ? closingQuotes(text.charAt(from)) : "";
    int most = Math.min(text.length(), from + LONGEST_WORD);
    for (int at = from + 1; at < most && !quotes.isEmpty(); at++) {
      if (quotes.indexOf(text.charAt(at)) >= 0) {
        int colon = afterSpaces(text, at + 1);
        return colon < text.length() && ":：".indexOf(text.charAt(colon)) >= 0;
      }
    }

    return false;
  }

  static boolean isComment(String text, int at) {
    return text.startsWith("//", at) || text.startsWith("/*", at) || text.startsWith("#", at);
  }
}
