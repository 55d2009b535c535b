package io.mathscale.generator.arithmetic;

/** Reads numbers as they are written, with or without grouped thousands. */
final class NumberText {
  private static final int GROUP = 3;

  private NumberText() {}

  /**
   * Reads the number that begins at an index.
   *
   * @param digits takes its digits and decimal point
   * @return the index behind it
   */
  static int read(String text, int from, StringBuilder digits) {
    int position = digits(text, from, digits);
    boolean mayGroup = position - from <= GROUP && position > from;
    while (mayGroup) {
      int separator = separatorEnd(text, position);
      if (separator == position || groupEnd(text, separator) < 0) {
        break;
      }

      digits.append(text, separator, separator + GROUP);
      position = separator + GROUP;
    }

    if (at(text, position) == '.' && isDigit(at(text, position + 1))) {
      digits.append('.');
      position = digits(text, position + 1, digits);
    }

    return position;
  }

  private static int digits(String text, int from, StringBuilder digits) {
    int position = from;
    while (isDigit(at(text, position))) {
      digits.append(text.charAt(position++));
    }

    return position;
  }

  /** Three digits and no more, or −1. */
  private static int groupEnd(String text, int from) {
    for (int i = 0; i < GROUP; i++) {
      if (!isDigit(at(text, from + i))) {
        return -1;
      }
    }

    return isDigit(at(text, from + GROUP)) ? -1 : from + GROUP;
  }

  /** {@code ,}, {@code {,}}, {@code ,\!} and {@code \,}. */
  private static int separatorEnd(String text, int from) {
    for (String separator : new String[] {",\\!", "{,}", "{,}\\!", "\\,", "\\!,", ","}) {
      if (text.startsWith(separator, from)) {
        return from + separator.length();
      }
    }

    return from;
  }

  private static char at(String text, int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
