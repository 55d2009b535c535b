package io.mathscale.grader.extract;

import io.mathscale.grader.limits.GradingLimits;
import io.mathscale.grader.parse.AnswerReader;
import io.mathscale.grader.text.AnswerText;

/**
 * What is known of an answer before it is looked for.
 *
 * @param reference the reference answer, which need not be parsed again where it stands in the
 *     text; empty where there is none
 * @param isChoice whether the reference is the letters of choices
 * @param reader reads what may be the answer
 */
public record Wanted(String reference, boolean isChoice, AnswerReader reader) {
  /**
   * Any answer, where there is no reference.
   *
   * @param isChoice whether the letters of choices are wanted
   */
  public static Wanted any(boolean isChoice) {
    return new Wanted("", isChoice, new AnswerReader());
  }

  /** Whether the text is the reference but for layout. */
  boolean isReference(String text) {
    return !reference.isBlank()
        && !text.isBlank()
        && text.length() <= GradingLimits.MAX_CHARACTERS
        && AnswerText.sameWithoutLayout(text, reference);
  }

  /** Whether the text is a formula, relation or collection, or the reference itself. */
  boolean isReadable(String text) {
    return isReference(text) || reader.isReadable(text);
  }
}
