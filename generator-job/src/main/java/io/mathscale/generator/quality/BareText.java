package io.mathscale.generator.quality;

import java.util.Locale;

/**
 * Answers and solutions without the layout in which they may differ, so that one is found in the
 * other.
 */
final class BareText {
  private static final String[] STYLES = {
    "\\left", "\\right", "\\displaystyle", "\\text", "\\mathrm", "\\mathbf", "\\textbf", "\\mbox",
    "\\!", "\\,", "\\;", "\\:", "\\ ", "\\$", "\\%", "{,}"
  };

  private BareText() {}

  /** The text in lower case without spaces, dollars, braces, and what only sets type. */
  static String of(String text) {
    StringBuilder result = new StringBuilder(text.length());
    String lower = text.toLowerCase(Locale.ROOT);
    int i = 0;
    while (i < lower.length()) {
      char c = lower.charAt(i);
      int style = c == '\\' || c == '{' ? style(lower, i) : 0;
      if (style > 0) {
        result.append(lower.startsWith("\\%", i) ? "%" : "");
        i += style;
      } else if (lower.startsWith("\\dfrac", i) || lower.startsWith("\\tfrac", i)) {
        result.append("\\frac");
        i += "\\dfrac".length();
      } else {
        if (!isLayout(lower, i)) {
          result.append(c == '−' || c == '–' ? '-' : c);
        }

        i++;
      }
    }

    return result.toString();
  }

  private static int style(String text, int at) {
    for (String style : STYLES) {
      if (text.startsWith(style, at)
          && !(style.equals("\\left") && text.startsWith("\\leftarrow", at))) {
        return style.length();
      }
    }

    return 0;
  }

  /** Spaces, dollars, braces, and commas between digits. */
  private static boolean isLayout(String text, int at) {
    char c = text.charAt(at);
    boolean isGrouping =
        c == ','
            && at > 0
            && at + 3 < text.length()
            && Character.isDigit(text.charAt(at - 1))
            && Character.isDigit(text.charAt(at + 1))
            && Character.isDigit(text.charAt(at + 2))
            && Character.isDigit(text.charAt(at + 3));
    return isGrouping
        || Character.isWhitespace(c)
        || c == '$'
        || c == '{'
        || c == '}'
        || c == '*'
        || c == '~';
  }

  /** Whether an answer stands in a text, a number not as part of a longer one. */
  static boolean stands(String answer, String text) {
    if (answer.isEmpty()) {
      return false;
    }

    int at = text.indexOf(answer);
    while (at >= 0) {
      int end = at + answer.length();
      boolean isCutBefore = at > 0 && isNumber(answer.charAt(0)) && isNumber(text.charAt(at - 1));
      boolean isCutBehind =
          end < text.length()
              && Character.isDigit(answer.charAt(answer.length() - 1))
              && (Character.isDigit(text.charAt(end)) || isPoint(text, end));
      if (!isCutBefore && !isCutBehind) {
        return true;
      }

      at = text.indexOf(answer, at + 1);
    }

    return false;
  }

  private static boolean isNumber(char c) {
    return Character.isDigit(c);
  }

  private static boolean isPoint(String text, int at) {
    return text.charAt(at) == '.'
        && at + 1 < text.length()
        && Character.isDigit(text.charAt(at + 1));
  }
}
