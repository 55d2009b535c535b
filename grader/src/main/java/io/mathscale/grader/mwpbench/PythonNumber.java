package io.mathscale.grader.mwpbench;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What Python's {@code float} reads: signs, underscores between digits, digits of any script,
 * {@code inf} and {@code nan}; dollar signs around it are dropped first. Every text that {@code
 * int} reads is among them.
 *
 * @see <a href="https://docs.python.org/3/library/functions.html#float">float</a>
 */
public final class PythonNumber {
  private static final Pattern FLOAT =
      Pattern.compile(
          "[-+]?(?:(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:e[-+]?[0-9]++)?|inf|infinity|nan)",
          Pattern.CASE_INSENSITIVE);

  private PythonNumber() {}

  /** Whether Python reads the text as a number. */
  public static boolean isNumber(String text) {
    String number = plain(text);
    return separatesDigits(number, '_') && FLOAT.matcher(number.replace("_", "")).matches();
  }

  /** The double nearest to the number; the text must be one. */
  static double valueOf(String text) {
    String digits = plain(text).replace("_", "").toLowerCase(Locale.ROOT);
    if (digits.endsWith("nan")) {
      return Double.NaN;
    }
    if (digits.contains("inf")) {
      return digits.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return Double.parseDouble(digits);
  }

  /** Whether each of these characters stands between two digits. */
  private static boolean separatesDigits(String text, char separator) {
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) {
      if (at == 0 || at + 1 == text.length()) {
        return false;
      }
      if (!isDigit(text.charAt(at - 1)) || !isDigit(text.charAt(at + 1))) {
        return false;
      }
    }

    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Without dollar signs and white space around it, the digits in ASCII. */
  private static String plain(String text) {
    String number = PythonStrings.strip(text, '$');
    StringBuilder ascii = new StringBuilder(number.length());
    for (int i = 0; i < number.length(); ) {
      int c = number.codePointAt(i);
      i += Character.charCount(c);
      if (c < 0x7f) {
        ascii.append((char) c);
      } else if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
        ascii.append((char) ('0' + Character.digit(c, 10)));
      } else {
        ascii.append(c <= Character.MAX_VALUE && PythonStrings.isSpace((char) c) ? ' ' : '?');
      }
    }

    int start = 0;
    int end = ascii.length();
    while (start < end && isAsciiSpace(ascii.charAt(start))) {
      start++;
    }
    while (end > start && isAsciiSpace(ascii.charAt(end - 1))) {
      end--;
    }
    return ascii.substring(start, end);
  }

  private static boolean isAsciiSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
