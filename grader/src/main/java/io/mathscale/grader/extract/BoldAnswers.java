package io.mathscale.grader.extract;

import io.mathscale.grader.verdict.Ending;
import java.util.List;
import java.util.Optional;

/** Finds an answer in bold in the last paragraph of a text. */
final class BoldAnswers {
  private static final String BOLD = "**";
  private static final int LONGEST_PARAGRAPH = 4_000;

  private BoldAnswers() {}

  /** The last words in bold that hold a value; a last paragraph in brackets is a remark. */
  static Optional<FoundAnswer> last(String text, Wanted wanted) {
    String rest = text.substring(Math.max(0, text.length() - LONGEST_PARAGRAPH)).stripTrailing();
    List<String> whole = atEnd(rest);
    int paragraph = rest.lastIndexOf("\n\n");
    while (paragraph > 0 && rest.substring(paragraph).strip().startsWith("(")) {
      rest = rest.substring(0, paragraph).stripTrailing();
      paragraph = rest.lastIndexOf("\n\n");
    }
    Optional<FoundAnswer> last = lastIn(rest.substring(Math.max(0, paragraph)), wanted);
    return last.isPresent() || whole.isEmpty()
        ? last
        : Optional.of(new FoundAnswer(Ending.BOLD, whole, whole, false));
  }

  /** What stands in bold at the end of the text, of several paragraphs or with signs of its own. */
  static List<String> atEnd(String completion) {
    String text = completion.stripTrailing();
    int close = text.length() - BOLD.length();
    int open = text.endsWith(BOLD) ? text.lastIndexOf("\n" + BOLD, close - 1) : -1;
    int from = open + 1 + BOLD.length();
    return open < 0 || from > close ? List.of() : List.of(text.substring(from, close));
  }

  private static Optional<FoundAnswer> lastIn(String paragraph, Wanted wanted) {
    int close = paragraph.lastIndexOf(BOLD);
    while (close > 0) {
      int open = paragraph.lastIndexOf(BOLD, close - BOLD.length());
      if (open < 0) {
        return Optional.empty();
      }
      Optional<FoundAnswer> answer =
          answer(
              paragraph.substring(open + BOLD.length(), close),
              paragraph.substring(close + 2),
              wanted);
      if (answer.isPresent()) {
        return answer;
      }
      close = open < BOLD.length() ? -1 : paragraph.lastIndexOf(BOLD, open - BOLD.length());
    }
    return Optional.empty();
  }

  private static Optional<FoundAnswer> answer(String content, String after, Wanted wanted) {
    String bold = content.strip();
    boolean isHeading =
        bold.endsWith(":") || bold.endsWith("：") || after.startsWith(":") || isNumbering(bold);
    if (bold.isEmpty() || isHeading || bold.chars().noneMatch(Character::isLetterOrDigit)) {
      return Optional.empty();
    }
    String value = LeadingValue.value(bold, wanted);
    if (!value.isEmpty()) {
      return Optional.of(new FoundAnswer(Ending.BOLD, List.of(bold, value), List.of(), false));
    }
    Optional<FoundAnswer> inside =
        FormulasInText.lastOrNumber(bold, wanted)
            .map(found -> new FoundAnswer(Ending.BOLD, List.of(bold, found), List.of(), false));
    boolean isAll = after.chars().noneMatch(Character::isLetterOrDigit);
    return inside.or(
        () -> isAll ? Optional.of(FoundAnswer.of(Ending.BOLD, bold)) : Optional.empty());
  }

  /** {@code 1.} and {@code Step 2}. */
  private static boolean isNumbering(String bold) {
    return bold.startsWith("Step ")
        || (bold.endsWith(".")
            && bold.substring(0, bold.length() - 1).chars().allMatch(Character::isDigit));
  }
}
