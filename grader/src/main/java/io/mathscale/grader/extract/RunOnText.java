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
    int answer = -1;
    for (int line = text.indexOf('\n'); line >= 0; line = text.indexOf('\n', line + 1)) {
      if (isHeading(text, line + 1)) {
        answer = answer < 0 ? firstAnswer(AnswerText.lower(text)) : answer;
        if (answer < 0) {
          return text;
        }
        if (line >= answer) {
          return text.substring(0, line);
        }
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
  private static boolean isHeading(String text, int start) {
    int from = start;
    while (from < text.length() && " #*[<".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    if (from >= text.length() || !mayStart(text.charAt(from))) {
      return false;
    }
    int to = from;
    int most = Math.min(text.length(), from + LONGEST_HEADING);
    while (to < most && (Character.isLetter(text.charAt(to)) || text.charAt(to) == ' ')) {
      to++;
    }
    if (!HEADINGS.contains(AnswerText.lower(text.substring(from, to)).strip())) {
      return false;
    }
    while (to < text.length() && (Character.isDigit(text.charAt(to)) || text.charAt(to) == ' ')) {
      to++;
    }
    boolean isLine = to >= text.length() || text.charAt(to) == '\n';
    return isLine
        ? from > start && text.charAt(start) == '#'
        : ":：*.".indexOf(text.charAt(to)) >= 0;
  }

  /** Whether a heading may start with this character. */
  private static boolean mayStart(char c) {
    return c > 127 || "qnpehuiQNPEHUI".indexOf(c) >= 0;
  }
}
