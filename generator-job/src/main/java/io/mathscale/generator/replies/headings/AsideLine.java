package io.mathscale.generator.replies.headings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Knows headings in Markdown that talk about the pair in words of their own, such as {@code ### How
 * this problem uses the knowledge points}.
 */
final class AsideLine {
  private static final int LONGEST = 90;
  private static final int LONGEST_PART = 14;

  private static final List<String> HINTS = List.of("hint", "hints", "提示");

  private static final List<String> WORDS =
      List.of(
          "knowledge point",
          "concepts used",
          "topics",
          "requirements",
          "this problem",
          "this question",
          "the prompt",
          "知识点",
          "考点");

  /** What a note about a question is called; other words may stand for a condition or options. */
  private static final List<String> NOTES =
      List.of(
          "knowledge point",
          "concepts used",
          "出题",
          "命题",
          "编题",
          "设计",
          "意图",
          "点评",
          "评析",
          "教学",
          "反思",
          "考点",
          "知识点");

  private static final int LONGEST_LABEL = 60;
  private static final String COLONS = ":：";

  private AsideLine() {}

  /** The heading, if the line is one. */
  static Optional<Heading> at(String text, int start, int lineEnd) {
    if (isHint(text, start, lineEnd) || isLabel(text, start, lineEnd)) {
      return Optional.of(aside(start, lineEnd));
    }

    if (lineEnd - start > LONGEST) {
      return Optional.empty();
    }

    String line = text.substring(start, lineEnd).strip();
    String bare = line.endsWith(":") ? line.substring(0, line.length() - 1) : line;
    boolean isBold = bare.startsWith("**") && (bare.endsWith("**") || bare.endsWith(":**"));
    String lower = line.toLowerCase(Locale.ROOT);
    boolean isAside =
        isOtherPart(line)
            || ((isBold || line.startsWith("#")) && WORDS.stream().anyMatch(lower::contains));
    return isAside ? Optional.of(aside(start, lineEnd)) : Optional.empty();
  }

  /** {@code **出题说明：** …}, {@code **Use of the knowledge points:** …} */
  private static boolean isLabel(String text, int start, int lineEnd) {
    String line = text.substring(start, Math.min(lineEnd, start + LONGEST_LABEL));
    int end = line.startsWith("**") ? line.indexOf("**", 2) : -1;
    if (end < 0) {
      return false;
    }

    int close = start + end;

    String label = text.substring(start + 2, close).toLowerCase(Locale.ROOT);
    boolean isClosed =
        COLONS.indexOf(text.charAt(close - 1)) >= 0
            || (close + 2 < lineEnd && COLONS.indexOf(text.charAt(close + 2)) >= 0);
    return isClosed && NOTES.stream().anyMatch(label::contains);
  }

  /** {@code 【命题意图】}, alone in its line. */
  private static boolean isOtherPart(String line) {
    return line.startsWith("【")
        && line.endsWith("】")
        && line.length() <= LONGEST_PART
        && NOTES.stream().anyMatch(line::contains);
  }

  private static Heading aside(int start, int lineEnd) {
    return new Heading(PartKind.META, start, lineEnd, 0, Novelty.NONE, true, "");
  }

  /** {@code **Hint:** …} and {@code ### Hints}: without marks a hint belongs to its question. */
  private static boolean isHint(String text, int start, int lineEnd) {
    boolean isMarked = text.startsWith("#", start) || text.startsWith("**", start);
    int word = start;
    while (isMarked && word < lineEnd && "#* ".indexOf(text.charAt(word)) >= 0) {
      word++;
    }

    for (String hint : HINTS) {
      int end = word + hint.length();
      boolean isWord = isMarked && text.regionMatches(true, word, hint, 0, hint.length());
      if (isWord && (end >= lineEnd || !Character.isLetter(text.charAt(end)))) {
        return true;
      }
    }

    return false;
  }
}
