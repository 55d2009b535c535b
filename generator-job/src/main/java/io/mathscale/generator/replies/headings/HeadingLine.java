package io.mathscale.generator.replies.headings;

import io.mathscale.generator.replies.text.Letters;
import java.util.List;
import java.util.Optional;

/**
 * Reads the heading with which a line begins: marks (hashes, stars, an item's number, brackets, a
 * command of LaTeX, an emoji), its words, a number, and what ends it: a colon, a dash, the end of
 * its marks or of the line.
 */
final class HeadingLine {
  private static final int MOST_LETTERS = 90;
  private static final int MOST_IN_BRACKETS = 40;

  private static final List<String> ROMAN =
      List.of(
          "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV",
          "XV");

  private final String text;
  private final int lineEnd;
  private int at;
  private boolean isMarked;
  private int brackets;
  private int number;
  private boolean hasRemark;
  private boolean isClosed;

  private HeadingLine(String text, int start, int lineEnd) {
    this.text = text;
    this.lineEnd = lineEnd;
    this.at = start;
  }

  /** The heading at the beginning of a line, which may stand in the middle of the text. */
  static Optional<Heading> at(String text, int start, int lineEnd) {
    return new HeadingLine(text, start, lineEnd).read(start);
  }

  private Optional<Heading> read(int start) {
    HeadingMarks marks = HeadingMarks.at(text, start, lineEnd);
    at = marks.end();
    isMarked = marks.isMarked();
    brackets = marks.brackets();
    int letters = Math.min(lineEnd, at + MOST_LETTERS);
    Optional<HeadingWords.Found> words =
        HeadingWords.inText(Letters.lower(text.substring(at, letters)));
    if (words.isEmpty()) {
      return Optional.empty();
    }

    HeadingWords.Found found = words.get();
    at += found.end();
    skipClosing();
    int content = content(found);
    return content < 0
        ? Optional.empty()
        : Optional.of(
            new Heading(
                found.kind(), start, content, number, found.novelty(), isMarked, found.head()));
  }

  private char charAt(int index) {
    return index < lineEnd ? text.charAt(index) : '\n';
  }

  /** A remark in brackets, a number and closing marks, in any order. */
  private void skipClosing() {
    int end = Math.min(lineEnd, at + MOST_LETTERS);
    while (at < end) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c) || c == '\u3000') {
        at++;
      } else if ("*_#]】」』》〉〕}\"”=".indexOf(c) >= 0 || (brackets > 0 && (c == ')' || c == '）'))) {
        isClosed = true;
        at++;
      } else if ((c == '(' || c == '（') && skipRemark()) {
        hasRemark = true;
      } else if (number > 0 || (isClosed && brackets > 0) || !skipNumber()) {
        return;
      }
    }
  }

  private boolean skipRemark() {
    int most = Math.min(lineEnd, at + MOST_IN_BRACKETS);
    for (int i = at + 1; i < most; i++) {
      char c = text.charAt(i);
      if (c == ')' || c == '）') {
        at = i + 1;
        return true;
      }

      if (c == '$' || c == '\\' || c == '=') {
        return false;
      }
    }

    return false;
  }

  private boolean skipNumber() {
    int from = at;
    if (charAt(from) == '#') {
      from++;
    }

    int end = from;
    int value = 0;
    while (end < from + 3 && Character.isDigit(charAt(end))) {
      value = value * 10 + Character.digit(text.charAt(end), 10);
      end++;
    }

    if (end == from && Headings.NUMERALS.indexOf(charAt(from)) >= 0) {
      value = Headings.NUMERALS.indexOf(charAt(from)) + 1;
      end++;
    }

    if (end == from) {
      while (end < from + 4 && "IVX".indexOf(charAt(end)) >= 0) {
        end++;
      }

      value = ROMAN.indexOf(text.substring(from, end)) + 1;
      end = value > 0 ? end : from;
    }

    if (end == from || (Character.isLetterOrDigit(charAt(end)) && charAt(end) < '\u2E80')) {
      return false;
    }

    number = Math.max(1, value);
    at = end;
    return true;
  }

  /** Where the text under the heading begins, or −1 if the line has none. */
  private int content(HeadingWords.Found found) {
    char c = charAt(at);
    if (c == ':' || c == '：' || c == '∶' || c == '﹕') {
      at++;
      skipMarksOfHeading();
      return at;
    }

    if (at >= lineEnd) {
      boolean isBare =
          found.kind() == PartKind.QUESTION
              || found.kind() == PartKind.SOLUTION
              || (found.kind().isConceptual() && !found.isLong());
      boolean isShort = !found.isLong() || isMarked;
      return !found.isWeak() && isShort && (isMarked || isBare) ? at : -1;
    }

    if (found.kind().isConceptual() && isAssigned()) {
      return at;
    }

    boolean isSentence =
        (found.isLong() && !isMarked)
            || (found.isWeak()
                && number == 0
                && c != ')'
                && brackets == 0
                && !(isMarked && c == '.' && endsMarks()));
    boolean isBracketed = brackets > 0 && isClosed;
    if (isSentence || (found.kind() == PartKind.META && !isBracketed)) {
      return -1;
    }

    boolean isDash =
        "-–—→".indexOf(c) >= 0
            && Character.isWhitespace(charAt(at + 1))
            && ((at > 0 && Character.isWhitespace(text.charAt(at - 1))) || isClosed);
    boolean isPoint =
        ".、．|".indexOf(c) >= 0 && (number > 0 || isClosed || (endsMarks() && isMarked));
    // Q) and A)
    boolean isLetter = c == ')' && found.head().length() == 1 && !isMarked;
    if (isPoint || isLetter) {
      at++;
      skipMarksOfHeading();
      return at;
    }

    if (isDash || (c == '\\' && text.startsWith("\\\\", at))) {
      return at + (c == '\\' ? 2 : 1);
    }

    // [Question] What is …, **Solution** We …
    boolean isSetApart =
        isClosed
            && isMarked
            && (brackets > 0 || (found.kind() != PartKind.ANSWER && !found.kind().isConceptual()));
    return isSetApart && !hasRemark ? at : -1;
  }

  /** Whether the marks of the heading end behind the next sign: {@code **Task.**}. */
  private boolean endsMarks() {
    return at + 1 < lineEnd && "*}_】]".indexOf(charAt(at + 1)) >= 0;
  }

  /** {@code topics = ["Algebra"]} */
  private boolean isAssigned() {
    int sign = at - 1;
    while (sign > 0 && text.charAt(sign) == ' ') {
      sign--;
    }

    return text.charAt(sign) == '=' && "[\"'".indexOf(text.charAt(at)) >= 0;
  }

  private void skipMarksOfHeading() {
    while ("*_}]】\"”#".indexOf(charAt(at)) >= 0 && !isMarkOfContent()) {
      at++;
    }
  }

  /** {@code **Question:** **What is …**}: these stars belong to the text. */
  private boolean isMarkOfContent() {
    return at >= 1 && Character.isWhitespace(text.charAt(at - 1));
  }
}
