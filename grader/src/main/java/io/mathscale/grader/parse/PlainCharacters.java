package io.mathscale.grader.parse;

/** Replaces full-width letters, digits and signs by the plain ones. */
final class PlainCharacters {
  private static final char FIRST_WIDE = '\uFF01';
  private static final char LAST_WIDE = '\uFF5E';
  private static final int FROM_WIDE = 0xFEE0;
  private static final char WIDE_SPACE = '\u3000';

  private PlainCharacters() {}

  /** The text in plain characters; the same text where it has no others. */
  static String of(String text) {
    boolean isPlain = true;
    for (int i = 0; i < text.length() && isPlain; i++) {
      isPlain = text.charAt(i) < WIDE_SPACE;
    }
    if (isPlain) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isWide = c >= FIRST_WIDE && c <= LAST_WIDE;
      plain.append(isWide ? (char) (c - FROM_WIDE) : c == WIDE_SPACE ? ' ' : c);
    }
    return plain.toString();
  }
}
