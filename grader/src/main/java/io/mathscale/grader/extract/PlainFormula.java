package io.mathscale.grader.extract;

/**
 * Recognises texts that are one formula of digits, single letters and commands, with no word, mark
 * or sign in them that could state another answer: they need not be parsed to know that all of them
 * is the answer.
 */
final class PlainFormula {
  private static final int LONGEST = 40;

  private PlainFormula() {}

  /** Whether the text is such a formula. */
  static boolean is(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return false;
    }
    int braces = 0;
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      braces += c == '{' ? 1 : c == '}' ? -1 : 0;
      int end = c == '\\' ? commandEnd(text, i) : i + 1;
      boolean isKnown = c == '\\' ? end > i : mayFollow(text, i, before);
      if (!isKnown || braces < 0) {
        return false;
      }
      before = c;
      i = end - 1;
    }
    return braces == 0 && " ,-=/".indexOf(before) < 0;
  }

  private static boolean mayFollow(String text, int at, char before) {
    char c = text.charAt(at);
    if (isDigit(c)) {
      return true;
    }
    if (isLetter(c)) {
      return !isLetter(before);
    }
    if (c == '.') {
      return at > 0 && at + 1 < text.length() && isDigit(text.charAt(at + 1));
    }
    if (c == '(') {
      return at == 0 || before != ' ';
    }
    if (c == '=') {
      return at > 0 && text.charAt(0) != '(';
    }
    return c == '-' || (at > 0 && "{}),+^_/ ".indexOf(c) >= 0);
  }

  /** The end of the command that starts here, or its start where it may hold words or a box. */
  private static int commandEnd(String text, int start) {
    int end = start + 1;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    String name = text.substring(start + 1, end);
    boolean holdsWords =
        name.isEmpty()
            || name.startsWith("text")
            || name.startsWith("math")
            || name.equals("operatorname")
            || name.contains("box");
    return holdsWords ? start : end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
