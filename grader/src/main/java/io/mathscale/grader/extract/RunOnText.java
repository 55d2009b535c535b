package io.mathscale.grader.extract;

import io.mathscale.grader.text.AnswerText;
import java.util.Set;

/** Cuts off the next exercise with which a model runs on after its answer. */
final class RunOnText {
  private static final Set<String> HEADINGS =
      Set.of(
          "question",
          "next question",
          "new question",
          "problem",
          "next problem",
          "new problem",
          "exercise",
          "example",
          "q",
          "human",
          "user",
          "instruction",
          "input",
          "题目",
          "问题",
          "例题");

  private static final String[] ANSWERS = {
    "####", "boxed{", "answer is", "answer:", "</answer>", "\na:", "答案"
  };

  private static final int LONGEST_HEADING = 24;

  private RunOnText() {}

  /** The text up to the first heading of an exercise after an answer. */
  static String cut(String text) {
    String lower = AnswerText.lower(text);
    int answer = firstAnswer(lower);
    if (answer < 0) {
      return text;
    }
    for (int line = lower.indexOf('\n', answer); line >= 0; line = lower.indexOf('\n', line + 1)) {
      if (isHeading(lower, line + 1)) {
        return text.substring(0, line);
      }
    }
    return text;
  }

  private static int firstAnswer(String lower) {
    int first = -1;
    for (String answer : ANSWERS) {
      int at = lower.indexOf(answer);
      first = at >= 0 && (first < 0 || at < first) ? at : first;
    }
    return first;
  }

  /** Such as {@code Question:}, {@code ### Problem 2}, {@code **Question:**}, {@code Example 7}. */
  private static boolean isHeading(String lower, int start) {
    int from = start;
    while (from < lower.length() && " #*[<".indexOf(lower.charAt(from)) >= 0) {
      from++;
    }
    int to = from;
    int most = Math.min(lower.length(), from + LONGEST_HEADING);
    while (to < most && (Character.isLetter(lower.charAt(to)) || lower.charAt(to) == ' ')) {
      to++;
    }
    if (!HEADINGS.contains(lower.substring(from, to).strip())) {
      return false;
    }
    while (to < lower.length()
        && (Character.isDigit(lower.charAt(to)) || lower.charAt(to) == ' ')) {
      to++;
    }
    boolean isLine = to >= lower.length() || lower.charAt(to) == '\n';
    return isLine
        ? from > start && lower.charAt(start) == '#'
        : ":：*.".indexOf(lower.charAt(to)) >= 0;
  }
}
