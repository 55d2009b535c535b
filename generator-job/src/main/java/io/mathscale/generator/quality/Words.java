package io.mathscale.generator.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a text. */
final class Words {
  private Words() {}

  /**
   * Runs of letters (with apostrophes in them) and runs of digits in lower case, and each ideograph
   * by itself, in their order.
   */
  static List<String> of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>(lower.length() / 5 + 1);
    int start = -1;
    for (int i = 0; i <= lower.length(); i++) {
      char c = i < lower.length() ? lower.charAt(i) : ' ';
      boolean isIdeograph = isIdeograph(c);
      if (!isIdeograph && (Character.isLetterOrDigit(c) || isApostropheIn(lower, i, start))) {
        start = start < 0 ? i : start;
        continue;
      }

      if (start >= 0) {
        words.add(word(lower, start, i));
        start = -1;
      }

      if (isIdeograph) {
        words.add(String.valueOf(c));
      }
    }

    return words;
  }

  private static String word(String lower, int start, int end) {
    String word = lower.substring(start, end);
    return word.indexOf('’') < 0 ? word : word.replace('’', '\'');
  }

  private static boolean isApostropheIn(String text, int at, int start) {
    char c = at < text.length() ? text.charAt(at) : ' ';
    return (c == '\'' || c == '’')
        && start >= 0
        && at + 1 < text.length()
        && Character.isLetter(text.charAt(at + 1));
  }

  private static boolean isIdeograph(char c) {
    return c >= 0x2E80 && Character.isIdeographic(c);
  }
}
