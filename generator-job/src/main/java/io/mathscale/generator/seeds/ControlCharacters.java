package io.mathscale.generator.seeds;

import java.util.Locale;

/**
 * Characters that no text has (Unicode category Cc), but for tab and line ends. In mathematics they
 * mostly come from LaTeX whose backslash was read as an escape: {@code \frac} as a form feed and
 * {@code rac}.
 */
final class ControlCharacters {
  private ControlCharacters() {}

  /** Place of the first one; -1 if there is none. */
  static int first(String text) {
    for (int at = 0; at < text.length(); at++) {
      char next = text.charAt(at);
      if (Character.isISOControl(next) && next != '\t' && next != '\n' && next != '\r') {
        return at;
      }
    }

    return -1;
  }

  /** What is wrong with a text that has one. */
  static String described(String text, int at) {
    return String.format(
        Locale.ROOT,
        "it has a control character, U+%04X, at character %d",
        (int) text.charAt(at),
        at + 1);
  }
}
