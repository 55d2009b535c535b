package io.mathscale.grader.text;

import io.mathscale.grader.limits.Limits;

/** Forms of the text of an answer: clean of wrapping, and bare of layout. */
public final class AnswerText {
  private static final String[][] LAYOUT = {
    {"\\left", ""},
    {"\\right", ""},
    {"\\dfrac", "\\frac"},
    {"\\tfrac", "\\frac"},
    {"\\cfrac", "\\frac"},
    {"\\!", ""},
    {"\\,", " "},
    {"\\;", " "},
    {"\\:", " "},
    {"\\ ", " "},
    {"~", " "},
    {"\\displaystyle", ""},
    {"$", ""},
    {"\\(", ""},
    {"\\)", ""},
    {"\\[", ""},
    {"\\]", ""},
    {"**", ""},
  };

  private AnswerText() {}

  /** The answer without emphasis and with single backslashes. */
  public static String clean(String answer) {
    String text = withoutEmphasis(answer.strip());
    return hasDoubledCommands(text) ? text.replace("\\\\", "\\") : text;
  }

  private static String withoutEmphasis(String text) {
    int start = 0;
    int end = text.length();
    while (end - start > 4 && text.startsWith("**", start) && text.startsWith("**", end - 2)) {
      start += 2;
      end -= 2;
    }
    return text.substring(start, end).strip();
  }

  /** The end of a text that is too long to be read as a whole, else the text. */
  public static String end(String text) {
    return text.substring(Math.max(0, text.length() - Limits.MAX_TEXT));
  }

  /**
   * The text in small letters, each by itself: no longer than before, and in time that grows with
   * its length alone, which {@link String#toLowerCase()} does not promise for every letter.
   */
  public static String lower(String text) {
    char[] letters = text.toCharArray();
    for (int i = 0; i < letters.length; i++) {
      letters[i] = Character.toLowerCase(letters[i]);
    }
    return new String(letters);
  }

  /** Whether two backslashes stand where a command needs one, which only an escape explains. */
  private static boolean hasDoubledCommands(String text) {
    int at = text.indexOf("\\\\");
    if (at < 0) {
      return false;
    }
    boolean hasRows =
        text.startsWith("\\begin") || text.contains(" \\begin") || text.contains("{\\begin");
    boolean hasDoubledBegin = text.contains("\\\\begin") || text.contains("\\\\left");
    return hasDoubledBegin || (!hasRows && !text.contains("\\begin") && isLetterAt(text, at + 2));
  }

  private static boolean isLetterAt(String text, int index) {
    return index < text.length() && Character.isLetter(text.charAt(index));
  }

  /** What is left when layout is taken away; equal remains mean equal answers. */
  public static String bare(String answer) {
    String text = answer;
    for (String[] pair : LAYOUT) {
      text = text.replace(pair[0], pair[1]);
    }
    StringBuilder bare = new StringBuilder(text.length());
    boolean spaced = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        spaced = true;
        continue;
      }
      boolean parts =
          spaced && !bare.isEmpty() && isWordOrComma(bare.charAt(bare.length() - 1)) && isWord(c);
      bare.append(parts ? " " : "").append(c);
      spaced = false;
    }
    while (!bare.isEmpty() && bare.charAt(bare.length() - 1) == '.') {
      bare.setLength(bare.length() - 1);
    }
    return bare.toString();
  }

  private static boolean isWordOrComma(char c) {
    return c == ',' || isWord(c);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c);
  }
}
