package io.mathscale.grader.extract;

/** Where the words and formulas behind a marker begin and end. */
final class AnswerSegment {
  private static final int LONGEST = 2_000;

  private AnswerSegment() {}

  /** The text up to the end of its sentence or displayed formula. */
  static String of(String text) {
    String rest = text.substring(0, Math.min(text.length(), LONGEST));
    int start = 0;
    while (start < rest.length() && " :：*=\n\t".indexOf(rest.charAt(start)) >= 0) {
      start++;
    }
    // bold type that opens here is read with the value
    while (start > 1 && rest.charAt(start - 1) == '*' && rest.charAt(start - 2) == '*') {
      int close = rest.indexOf("**", start);
      int line = rest.indexOf('\n', start);
      if (close < 0 || (line >= 0 && line < close)) {
        break;
      }
      start -= 2;
      break;
    }
    String after = rest.substring(start);
    String signs = rest.substring(0, start);
    int display = displayEnd(after);
    if (display > 0) {
      return after.substring(0, display);
    }
    int end = 0;
    while (end < after.length()) {
      char c = after.charAt(end);
      boolean endsSentence =
          c == '.'
              && (end + 1 == after.length() || isSpaceOrEmphasis(after.charAt(end + 1)))
              && !after.startsWith("i.e", end - 3)
              && !after.startsWith("e.g", end - 3);
      if (c == '\n' || c == '。' || endsSentence) {
        break;
      }
      end++;
    }
    boolean isDash = signs.isEmpty() || signs.isBlank();
    return (isDash ? " " : ": ") + after.substring(0, end);
  }

  private static boolean isSpaceOrEmphasis(char c) {
    return Character.isWhitespace(c) || c == '*';
  }

  /** Where a formula that begins the text ends, or 0 if it begins otherwise. */
  private static int displayEnd(String text) {
    for (String[] pair : new String[][] {{"$$", "$$"}, {"\\[", "\\]"}}) {
      if (text.startsWith(pair[0])) {
        int end = text.indexOf(pair[1], 2);
        return end < 0 ? 0 : end + 2;
      }
    }
    return 0;
  }

  /** The text without colons, signs of equality and marks at its beginning. */
  static String withoutSigns(String text) {
    int start = 0;
    boolean colon = false;
    while (start < text.length()) {
      char c = text.charAt(start);
      boolean opensBold = c == '*' && text.startsWith("**", start) && closesLater(text, start);
      boolean isDash =
          c == '-'
              && !colon
              && start > 0
              && start + 1 < text.length()
              && text.charAt(start + 1) == ' ';
      if (opensBold || (" \t\n:：*=>_#`~\"“】".indexOf(c) < 0 && !isDash)) {
        break;
      }
      colon |= c == ':' || c == '=';
      start++;
    }
    String rest = text.substring(start);
    return rest.startsWith(", ") || rest.startsWith("，") ? rest.substring(1).strip() : rest;
  }

  private static boolean closesLater(String text, int start) {
    int close = text.indexOf("**", start + 2);
    return close > start + 2 && !text.substring(start + 2, close).isBlank();
  }
}
