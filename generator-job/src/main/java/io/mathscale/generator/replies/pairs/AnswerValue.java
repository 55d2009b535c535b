package io.mathscale.generator.replies.pairs;

import java.util.List;
import java.util.regex.Pattern;

/** Takes an answer out of the marks of its formula, and out of an equation that only names it. */
final class AnswerValue {
  private static final int LONGEST_NAME = 12;

  /** A word between two equations, as "or", "oder" and 或 are. */
  private static final Pattern WORD = Pattern.compile("\\s\\p{L}++\\s|[和或与且及]");

  private static final List<String> OPENINGS = List.of("$$", "$", "\\(", "\\[", "**");
  private static final List<String> CLOSINGS = List.of("$$", "$", "\\)", "\\]", "**");

  private AnswerValue() {}

  /** The value alone. */
  static String of(String answer) {
    String text = unwrapped(unwrapped(withoutLoneEnd(answer.strip())));
    int equals = text.lastIndexOf('=');
    String right = text.substring(equals + 1).strip();
    int first = text.indexOf('=');
    boolean isEquation = equals > 0 && "<>!:".indexOf(text.charAt(equals - 1)) < 0;
    boolean isNamed = isEquation && text.substring(0, first).strip().length() <= LONGEST_NAME;
    boolean isOne =
        text.indexOf('$') < 0
            && !text.contains("\\)")
            && (first == equals || !WORD.matcher(text.substring(first, equals)).find());
    return isNamed && isOne && isNumber(right) ? right : text;
  }

  /** Whether it is more than words: a digit, or a sign of a formula. */
  static boolean hasSigns(String answer) {
    return answer.chars().anyMatch(c -> Character.isDigit(c) || "$\\=+<>{}^√π∞".indexOf(c) >= 0);
  }

  /** {@code 3\)}: the end of a formula that began before the answer. */
  private static String withoutLoneEnd(String text) {
    for (int i = 2; i < 4; i++) {
      String close = CLOSINGS.get(i);
      if (text.endsWith(close) && !text.contains(OPENINGS.get(i))) {
        return text.substring(0, text.length() - close.length()).strip();
      }
    }

    return text;
  }

  private static String unwrapped(String text) {
    for (int i = 0; i < OPENINGS.size(); i++) {
      String open = OPENINGS.get(i);
      String close = CLOSINGS.get(i);
      int end = text.length() - close.length();
      boolean isWrapped = end > open.length() && text.startsWith(open) && text.endsWith(close);
      if (isWrapped && text.indexOf(close, open.length()) == end) {
        return text.substring(open.length(), end).strip();
      }
    }

    return text;
  }

  /** Digits, and no letters but those of commands such as {@code \frac}. */
  private static boolean isNumber(String text) {
    boolean isCommand = false;
    boolean hasDigit = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      isCommand = c == '\\' || (isCommand && Character.isLetter(c));
      hasDigit |= Character.isDigit(c);
      if (c == ',' || (!isCommand && Character.isLetter(c))) {
        return false;
      }
    }

    return hasDigit;
  }
}
