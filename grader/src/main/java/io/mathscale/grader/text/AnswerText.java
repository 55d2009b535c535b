package io.mathscale.grader.text;

import io.mathscale.grader.limits.GradingLimits;

/** Reduces the text of an answer to what carries meaning. */
public final class AnswerText {
  /** The bit in which small letters differ from capitals. */
  private static final char SMALL = 'a' - 'A';

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

  /** The last characters of a text, as many as are read; a shorter text as it is. */
  public static String tail(String text) {
    return text.substring(Math.max(0, text.length() - GradingLimits.MAX_TEXT));
  }

  /**
   * The text in lower case, character by character: it keeps its length and takes linear time,
   * which {@link String#toLowerCase()} does not promise for every character.
   */
  public static String lower(String text) {
    int start = firstUpper(text);
    if (start == text.length()) {
      return text;
    }
    char[] letters = text.toCharArray();
    for (int i = start; i < letters.length; i++) {
      char c = letters[i];
      if (c >= 'A' && (c <= 'Z' || c > 127)) {
        letters[i] = c <= 'Z' ? (char) (c | SMALL) : Character.toLowerCase(c);
      }
    }
    return new String(letters);
  }

  /** The place of the first character that has another in lower case, or the end of the text. */
  private static int firstUpper(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'A' && (c <= 'Z' || (c > 127 && Character.toLowerCase(c) != c))) {
        return i;
      }
    }
    return text.length();
  }

  /** Whether two texts are the same but for layout. Most that are not differ near their start. */
  public static boolean sameWithoutLayout(String left, String right) {
    if (left.equals(right)) {
      return true;
    }
    KeptCharacters first = new KeptCharacters(left);
    KeptCharacters second = new KeptCharacters(right);
    while (true) {
      int one = first.next();
      int other = second.next();
      if (one != other) {
        return first.isEndAfter(one) && second.isEndAfter(other);
      }
      if (one == KeptCharacters.END) {
        return true;
      }
    }
  }

  /** Whether there is a digit, which most formulas have and few words. */
  public static boolean hasDigit(String text) {
    return nextDigit(text, 0) < text.length();
  }

  private static int nextDigit(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) < '0' || text.charAt(at) > '9')) {
      at++;
    }
    return at;
  }

  /** Whether the backslashes of commands are doubled, as in text that was escaped twice. */
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

  /**
   * The answer without layout commands and needless white space; equal results mean equal answers.
   */
  public static String withoutLayout(String answer) {
    KeptCharacters kept = new KeptCharacters(answer);
    StringBuilder text = new StringBuilder(answer.length());
    for (int c = kept.next(); c != KeptCharacters.END; c = kept.next()) {
      text.append((char) c);
    }
    int length = text.length();
    while (length > 0 && text.charAt(length - 1) == '.') {
      length--;
    }
    return text.substring(0, length);
  }
}
