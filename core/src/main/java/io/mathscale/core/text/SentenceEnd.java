package io.mathscale.core.text;

/**
 * Where a sentence ends.
 *
 * @param tokens how many tokens stand before
 * @param isQuestion whether the mark is a question mark
 */
record SentenceEnd(int tokens, boolean isQuestion) {
  private static final String MARKS = ".?!";
  private static final String WIDE_MARKS = "。？！｡";

  /** What may stand between the mark and the space behind it. */
  private static final String CLOSERS = "$\"'”’)]}";

  /** Whether the mark at an index ends a sentence. */
  static boolean isAt(String text, int index) {
    char mark = text.charAt(index);
    if (mark > Byte.MAX_VALUE) {
      return WIDE_MARKS.indexOf(mark) >= 0;
    }

    if (MARKS.indexOf(mark) < 0) {
      return false;
    }

    int next = index + 1;
    while (next < text.length() && isCloser(text, next)) {
      next++;
    }

    return next == text.length()
        || Character.isWhitespace(text.charAt(next))
        || Character.isIdeographic(text.codePointAt(next));
  }

  /** Brackets of LaTeX's formulas count with the backslash before them. */
  private static boolean isCloser(String text, int index) {
    char c = text.charAt(index);
    boolean isBackslash =
        c == '\\' && index + 1 < text.length() && ")]".indexOf(text.charAt(index + 1)) >= 0;
    return isBackslash || CLOSERS.indexOf(c) >= 0;
  }

  /** The end at the mark at an index, behind a number of tokens. */
  static SentenceEnd of(String text, int index, int tokens) {
    return new SentenceEnd(tokens, "?？".indexOf(text.charAt(index)) >= 0);
  }
}
