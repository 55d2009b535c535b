package io.mathscale.generator.quality;

/** The prose of a text: without formulas, commands, drawings and code. */
final class Prose {
  private static final String[][] LEFT_OUT = {
    {"[asy]", "[/asy]"},
    {"```", "```"},
    {"$$", "$$"},
    {"\\[", "\\]"},
    {"\\(", "\\)"},
    {"\\begin{", "\\end{"},
    {"<<", ">>"}
  };

  /** A formula between single dollars is no longer; amounts have no second dollar near. */
  private static final int MAX_FORMULA = 400;

  private Prose() {}

  /** The prose, with a space for each formula. */
  static String of(String text) {
    StringBuilder prose = new StringBuilder(text.length());
    boolean[] isMissing = new boolean[LEFT_OUT.length];
    int i = 0;
    while (i < text.length()) {
      int end = formulaEnd(text, i, isMissing);
      if (end > i) {
        prose.append(' ');
        i = end;
      } else if (text.charAt(i) == '\\') {
        i = commandEnd(text, i);
        prose.append(' ');
      } else {
        prose.append(text.charAt(i));
        i++;
      }
    }

    return prose.toString();
  }

  /**
   * Where a formula ends that begins at an index; that index where none does.
   *
   * @param isMissing marks whose end does not stand in the rest, which is not searched again
   */
  private static int formulaEnd(String text, int at, boolean[] isMissing) {
    char c = text.charAt(at);
    if (c != '[' && c != '`' && c != '$' && c != '\\' && c != '<') {
      return at;
    }

    for (int i = 0; i < LEFT_OUT.length; i++) {
      if (!isMissing[i] && text.startsWith(LEFT_OUT[i][0], at)) {
        int end = text.indexOf(LEFT_OUT[i][1], at + LEFT_OUT[i][0].length());
        isMissing[i] = end < 0;
        return end < 0 ? at : end + LEFT_OUT[i][1].length();
      }
    }

    if (c != '$') {
      return at;
    }

    int end = text.indexOf('$', at + 1);
    boolean isNear = end > 0 && end - at < MAX_FORMULA;
    return isNear && !isProse(text.substring(at + 1, end)) ? end + 1 : at;
  }

  /** More than eight words are no formula. */
  private static boolean isProse(String content) {
    return content.indexOf('\\') < 0 && Words.of(content).size() > 8;
  }

  private static int commandEnd(String text, int at) {
    int end = at + 1;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }

    return Math.max(end, Math.min(at + 2, text.length()));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
