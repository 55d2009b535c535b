package io.mathscale.grader.mwpbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Python's {@code str.strip} and {@code str.split}, where Java's own differ. */
public final class PythonStrings {
  private static final String DOTTED_CAPITAL = "\u0130";
  private static final String DOTTED_SMALL = "i\u0307";

  private PythonStrings() {}

  /**
   * The text in lower case, as {@code lower()} gives it. The one capital whose lower case has two
   * characters is replaced first, since Java copies its buffer anew for each of them.
   */
  public static String lower(String text) {
    return text.replace(DOTTED_CAPITAL, DOTTED_SMALL).toLowerCase(Locale.ROOT);
  }

  /** Without white space at either end, as {@code strip()}. */
  static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Without this character at either end, as {@code strip(c)}. */
  static String strip(String text, char unwanted) {
    String rest = stripLeading(text, unwanted);
    int end = rest.length();
    while (end > 0 && rest.charAt(end - 1) == unwanted) {
      end--;
    }
    return rest.substring(0, end);
  }

  /** Without this character at the start, as {@code lstrip(c)}. */
  static String stripLeading(String text, char unwanted) {
    int start = 0;
    while (start < text.length() && text.charAt(start) == unwanted) {
      start++;
    }
    return text.substring(start);
  }

  /** The parts between separators, empty ones too, as {@code split(separator)}. */
  static List<String> split(String text, String separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, start)) {
      parts.add(text.substring(start, at));
      start = at + separator.length();
    }
    parts.add(text.substring(start));
    return parts;
  }

  /** Whether {@code str.isspace} is true: the separators of Unicode and some control characters. */
  static boolean isSpace(char c) {
    return (c >= '\t' && c <= '\r')
        || (c >= '\u001c' && c <= '\u001f')
        || c == '\u0085'
        || Character.isSpaceChar(c);
  }
}
