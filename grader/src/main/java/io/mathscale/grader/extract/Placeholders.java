package io.mathscale.grader.extract;

import io.mathscale.grader.text.AnswerText;
import java.util.regex.Pattern;

/** Knows what stands in the place of an answer where somebody only tells the form of answers. */
final class Placeholders {
  /** The letters of what is no answer: {@code your final answer here}, {@code insert answer}. */
  private static final Pattern WORDS =
      Pattern.compile(
          "|null|box|答案|最终答案"
              + "|(?:insert|put|enter|write|type|place)?(?:your|the)?(?:final|correct|numerical)?"
              + "answer(?:goes)?(?:here)?");

  private static final int LONGEST = 60;

  /** What only takes up room. */
  private static final Pattern SPACE =
      Pattern.compile(
          "\\\\(?:[hv]?phantom|[hv]space\\*?|rule(?:\\{[^{}]{0,20}\\})?)\\{[^{}]{0,40}\\}"
              + "|\\\\(?:quad|qquad|square|Box|cdots|dots)(?![A-Za-z])");

  private Placeholders() {}

  /** Whether the text is blank, {@code answer}, {@code …}, {@code \\phantom{0}} or the like. */
  static boolean isOne(String content) {
    if (content.length() > LONGEST) {
      return content.isBlank();
    }
    String inked = content.indexOf('\\') < 0 ? content : SPACE.matcher(content).replaceAll("");
    if (AnswerText.hasDigit(inked)) {
      return false;
    }
    String text =
        AnswerText.lower(inked)
            .replace("\\text", "")
            .replace("\\boxed", "")
            .replace("\\underline", "")
            .replace("\\ldots", "");
    boolean hasSign = false;
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        letters.append(c);
      } else {
        hasSign |= " \t\n.…_{}[]()<>$*`?'\",:;\\".indexOf(c) < 0;
      }
    }
    return !hasSign && WORDS.matcher(letters).matches() && !content.strip().equals("\\{\\}");
  }
}
