package io.mathscale.eval.grading;

import io.mathscale.core.data.StrictVerdict;
import io.mathscale.grader.Graders;

/**
 * What both graders say of one answer. All of this job that knows the graders.
 *
 * @param mwpbench whether the released rules call it right
 * @param strict what the strict grader says
 * @param extracted the answer that was read out of the text; empty if none was found
 * @param rule the rule of the strict grader that decided
 */
public record Marks(boolean mwpbench, StrictVerdict strict, String extracted, String rule) {

  /** The marks of a model's text, out of which the answer is read. */
  public static Marks ofCompletion(String completion, String reference) {
    var released = Graders.mwpbench().grade(completion, reference);
    return new Marks(released.right(), StrictVerdict.UNDECIDED, released.prediction(), "none");
  }

  /** The marks of a bare answer. */
  public static Marks ofAnswer(String answer, String reference) {
    var released = Graders.mwpbench().gradeAnswer(answer, reference);
    return new Marks(released.right(), StrictVerdict.UNDECIDED, answer, "none");
  }
}
