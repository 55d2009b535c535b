package io.mathscale.grader;

import io.mathscale.grader.extract.BoxedAnswers;
import io.mathscale.grader.text.AnswerText;
import java.util.Optional;

/**
 * Finds the final answer that a worked solution states explicitly: in its last complete {@code
 * \boxed{…}} (or {@code \fbox{…}}), else after its last {@code ####} (the layout of GSM8K), else
 * after its last "answer is". Nothing is guessed from the last number.
 */
public final class FinalAnswer {
  private static final String GSM8K_MARK = "####";
  private static final String PHRASE = "answer is";

  private FinalAnswer() {}

  /**
   * Finds the final answer of a solution.
   *
   * @param solution the whole text of the solution
   * @return the answer without white space around it, or empty if the solution states none
   */
  public static Optional<String> of(String solution) {
    return BoxedAnswers.lastSingle(solution)
        .or(() -> markedAsInGsm8k(solution))
        .or(() -> afterPhrase(solution))
        .map(String::strip)
        .filter(answer -> !answer.isEmpty());
  }

  private static Optional<String> markedAsInGsm8k(String text) {
    int mark = text.lastIndexOf(GSM8K_MARK);
    if (mark < 0) {
      return Optional.empty();
    }
    return Optional.of(firstLine(text.substring(mark + GSM8K_MARK.length()).strip()));
  }

  private static Optional<String> afterPhrase(String text) {
    int phrase = AnswerText.lower(text).lastIndexOf(PHRASE);
    if (phrase < 0) {
      return Optional.empty();
    }
    String rest = text.substring(phrase + PHRASE.length()).strip();
    String answer = firstLine(rest.startsWith(":") ? rest.substring(1).strip() : rest);
    int end = sentenceEnd(answer);
    return Optional.of(answer.substring(0, end));
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  /** Where the first sentence ends: a full stop before white space or at the end. */
  private static int sentenceEnd(String text) {
    for (int at = text.indexOf('.'); at >= 0; at = text.indexOf('.', at + 1)) {
      if (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1))) {
        return at;
      }
    }
    return text.length();
  }
}
