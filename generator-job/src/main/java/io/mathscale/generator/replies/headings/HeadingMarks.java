package io.mathscale.generator.replies.headings;

import java.util.List;

/** The marks before the words of a heading: hashes, stars, a number, brackets, an emoji. */
final class HeadingMarks {
  private static final int MOST = 40;
  private static final int LONGEST_CALLOUT = 20;
  private static final String PART = "part ";

  private static final List<String> COMMANDS =
      List.of(
          "\\textbf",
          "\\textit",
          "\\texttt",
          "\\textsc",
          "\\emph",
          "\\underline",
          "\\section",
          "\\subsection",
          "\\subsubsection",
          "\\paragraph",
          "\\noindent",
          "\\item",
          "\\large",
          "\\Large",
          "\\bf",
          "\\text");

  private final String text;
  private final int lineEnd;
  private int at;
  private boolean isMarked;
  private int brackets;

  private HeadingMarks(String text, int start, int lineEnd) {
    this.text = text;
    this.at = start;
    this.lineEnd = lineEnd;
  }

  /** The marks with which a line begins. */
  static HeadingMarks at(String text, int start, int lineEnd) {
    HeadingMarks marks = new HeadingMarks(text, start, lineEnd);
    marks.skip(Math.min(start + MOST, lineEnd));
    return marks;
  }

  /** Where they end. */
  int end() {
    return at;
  }

  /** Whether any sets the line apart from text and items. */
  boolean isMarked() {
    return isMarked;
  }

  /** How many brackets were opened. */
  int brackets() {
    return brackets;
  }

  private char charAt(int index) {
    return index < lineEnd ? text.charAt(index) : '\n';
  }

  private void skip(int end) {
    boolean isNumbered = false;
    while (at < end) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c) || c == '>' || c == '\u3000') {
        at++;
      } else if ("#*_=~".indexOf(c) >= 0) {
        isMarked = true;
        at++;
      } else if ("・･".indexOf(c) >= 0
          || ("-+•◦·‣▪●○◆■–—⁃∙⦁".indexOf(c) >= 0 && Character.isWhitespace(charAt(at + 1)))) {
        at++;
      } else if (c == '[' && charAt(at + 1) == '!') {
        isMarked = true;
        skipCallout();
      } else if ("[【「『《〈〔(（{\"“".indexOf(c) >= 0) {
        isMarked |= c != '(' && c != '（' && c != '"' && c != '“';
        brackets++;
        at++;
      } else if (!isNumbered && skipItemNumber()) {
        isNumbered = true;
      } else if (!(isMarked && skipPart()) && !skipCommand() && !skipEmoji()) {
        return;
      }
    }
  }

  /** {@code 1.}, {@code 2)}, {@code 一、} */
  private boolean skipItemNumber() {
    int end = at;
    while (end < at + 2
        && (Character.isDigit(charAt(end)) || Headings.NUMERALS.indexOf(charAt(end)) >= 0)) {
      end++;
    }

    boolean isNumber = end > at && ".)、．）".indexOf(charAt(end)) >= 0;
    boolean isKeycap = end > at && charAt(end) == '\uFE0F';
    if (!isNumber && !isKeycap) {
      return false;
    }

    at = end + 1;
    return true;
  }

  /**
   * {@code [!TIP]- }, and of {@code [!QUESTION]} the sign alone, since its word says what follows.
   */
  private void skipCallout() {
    int close = at;
    int most = Math.min(lineEnd, at + LONGEST_CALLOUT);
    while (close < most && text.charAt(close) != ']') {
      close++;
    }

    boolean isNamed = close < most;
    boolean isHeading = !isNamed || Headings.ofKey(text.substring(at + 2, close)).isPresent();
    brackets += isHeading ? 1 : 0;
    at = isHeading ? at + 2 : close + 1;
  }

  /** {@code Part 1: } */
  private boolean skipPart() {
    if (!text.regionMatches(true, at, PART, 0, PART.length())) {
      return false;
    }

    int end = at + PART.length();
    while (Character.isLetterOrDigit(charAt(end)) && end < at + PART.length() + 3) {
      end++;
    }

    boolean isPart = end > at + PART.length() && ":.–—-".indexOf(charAt(end)) >= 0;
    at = isPart ? end + 1 : at;
    return isPart;
  }

  private boolean skipCommand() {
    if (charAt(at) != '\\') {
      return false;
    }

    for (String command : COMMANDS) {
      int end = at + command.length();
      if (text.startsWith(command, at) && end < lineEnd && !Character.isLetter(text.charAt(end))) {
        at = charAt(end) == '*' ? end + 1 : end;
        isMarked = true;
        return true;
      }
    }

    return false;
  }

  private boolean skipEmoji() {
    int code = text.codePointAt(at);
    int type = Character.getType(code);
    boolean isSign =
        type == Character.OTHER_SYMBOL
            || (type == Character.MODIFIER_SYMBOL && code > 0xFF)
            || code == 0xFE0F
            || code == 0x200D
            || code == 0x20E3
            || code == '✓'
            || code == '→';
    if (!isSign) {
      return false;
    }

    at += Character.charCount(code);
    isMarked = true;
    return true;
  }
}
