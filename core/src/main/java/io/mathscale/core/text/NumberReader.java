package io.mathscale.core.text;

/**
 * Reads a number in the way it is written in words or in LaTeX: {@code 80,000}, {@code 80{,}000},
 * {@code 80\,000} and {@code 80000.0} are one number.
 */
final class NumberReader {
  /** What stands between thousands; a comma alone is looked for apart. */
  private static final String[] SEPARATORS = {",", "{,}", ",\\!", "\\,", "{\\,}", "，"};

  private static final int GROUP = 3;

  private final String text;
  private int end;

  NumberReader(String text) {
    this.text = text;
  }

  /** Index after the number that was read last. */
  int end() {
    return end;
  }

  /** The single digit at an index: all that LaTeX takes for an argument without braces. */
  String digit(int start) {
    end = start + 1;
    return String.valueOf(asciiDigit(start));
  }

  /** The number that begins at an index, with a digit or with a point before one. */
  String read(int start) {
    StringBuilder digits = new StringBuilder();
    end = start;
    appendDigits(digits);
    if (digits.length() > 0 && digits.length() <= GROUP && digits.charAt(0) != '0') {
      appendGroups(digits);
    }

    String whole = withoutLeadingZeros(digits);
    if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(end + 1)) {
      end++;
      StringBuilder fraction = new StringBuilder();
      appendDigits(fraction);
      return withFraction(whole, fraction);
    }

    return whole;
  }

  private void appendDigits(StringBuilder digits) {
    while (isDigit(end)) {
      digits.append(asciiDigit(end));
      end++;
    }
  }

  private void appendGroups(StringBuilder digits) {
    int separator = separatorLength();
    while (separator > 0) {
      end += separator;
      appendDigits(digits);
      separator = separatorLength();
    }
  }

  /** Length of a separator at the end that three digits follow and no fourth; else 0. */
  private int separatorLength() {
    for (String separator : SEPARATORS) {
      int group = end + separator.length();
      if (text.startsWith(separator, end)
          && isDigit(group)
          && isDigit(group + 1)
          && isDigit(group + 2)
          && !isDigit(group + GROUP)) {
        return separator.length();
      }
    }

    return 0;
  }

  private static String withoutLeadingZeros(StringBuilder digits) {
    int start = 0;
    while (start + 1 < digits.length() && digits.charAt(start) == '0') {
      start++;
    }

    return digits.isEmpty() ? "0" : digits.substring(start);
  }

  private static String withFraction(String whole, StringBuilder fraction) {
    int length = fraction.length();
    while (length > 0 && fraction.charAt(length - 1) == '0') {
      length--;
    }

    return length == 0 ? whole : whole + "." + fraction.substring(0, length);
  }

  private boolean isDigit(int index) {
    return index < text.length() && Character.isDigit(text.charAt(index));
  }

  private char asciiDigit(int index) {
    return (char) ('0' + Character.digit(text.charAt(index), 10));
  }
}
