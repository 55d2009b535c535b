package io.mathscale.grader.text;

import io.mathscale.grader.limits.GradingLimits;

/** Reduces the text of an answer to what carries meaning. */
public final class AnswerText {
  /** Commands that only lay out; behind some of them a space is left. */
  private static final String[] LAYOUT = {
    "\\left", "\\right", "\\displaystyle", "\\!", "\\(", "\\)", "\\[", "\\]"
  };

  private static final String[] SPACES = {"\\,", "\\;", "\\:", "\\ "};

  /** Fractions of other sizes. */
  private static final String[] FRACTIONS = {"\\dfrac", "\\tfrac", "\\cfrac"};

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
    char[] letters = text.toCharArray();
    boolean isLower = true;
    for (int i = 0; i < letters.length; i++) {
      char c = letters[i];
      if (c >= 'A' && (c <= 'Z' || c > 127)) {
        letters[i] = Character.toLowerCase(c);
        isLower &= letters[i] == c;
      }
    }
    return isLower ? text : new String(letters);
  }

  /**
   * Whether two texts are the same but for layout. Their digits are compared first, which layout
   * leaves alone: long texts mostly differ in the first.
   */
  public static boolean sameWithoutLayout(String left, String right) {
    return left.equals(right)
        || (sameDigits(left, right) && withoutLayout(left).equals(withoutLayout(right)));
  }

  /** Whether there is a digit, which most formulas have and few words. */
  public static boolean hasDigit(String text) {
    return nextDigit(text, 0) < text.length();
  }

  private static boolean sameDigits(String left, String right) {
    int i = nextDigit(left, 0);
    int j = nextDigit(right, 0);
    while (i < left.length() && j < right.length()) {
      if (left.charAt(i) != right.charAt(j)) {
        return false;
      }
      i = nextDigit(left, i + 1);
      j = nextDigit(right, j + 1);
    }
    return i >= left.length() && j >= right.length();
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
    char[] kept = new char[answer.length()];
    int length = 0;
    boolean spaced = false;
    for (int i = 0; i < answer.length(); i++) {
      char c = answer.charAt(i);
      int command = c == '\\' ? layoutLength(answer, i) : 0;
      if (command > 0) {
        spaced |= startsWithAny(answer, i, SPACES) > 0;
        i += command - 1;
        continue;
      }
      if (c == '$') {
        continue;
      }
      if (c == '~' || Character.isWhitespace(c)) {
        spaced = true;
        continue;
      }
      if (spaced && length > 0 && isWordOrComma(kept[length - 1]) && isWord(c)) {
        kept[length++] = ' ';
      }
      kept[length++] = c;
      spaced = false;
      if (c == '\\' && startsWithAny(answer, i, FRACTIONS) > 0) {
        i++;
      }
    }
    while (length > 0 && kept[length - 1] == '.') {
      length--;
    }
    return new String(kept, 0, length);
  }

  /** The length of the command for layout that stands here; 0 for another one. */
  private static int layoutLength(String text, int at) {
    int space = startsWithAny(text, at, SPACES);
    return space > 0 ? space : startsWithAny(text, at, LAYOUT);
  }

  /** The length of the command that stands here, or 0. */
  private static int startsWithAny(String text, int at, String[] commands) {
    for (String command : commands) {
      if (text.startsWith(command, at)) {
        return command.length();
      }
    }
    return 0;
  }

  private static boolean isWordOrComma(char c) {
    return c == ',' || isWord(c);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c);
  }
}
