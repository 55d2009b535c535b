package io.mathscale.eval.grading;

import io.mathscale.core.data.StrictVerdict;
import io.mathscale.grader.Graders;
import io.mathscale.grader.GradingRequest;
import io.mathscale.grader.MwpbenchGrade;
import io.mathscale.grader.StrictGrade;
import io.mathscale.grader.verdict.Outcome;

/**
 * What both graders say of one answer; the only class of this job that knows the graders.
 *
 * @param mwpbench whether the released rules call it right
 * @param strict what the strict grader says
 * @param extracted the answer that the strict grader read out of the text; empty if none was found
 * @param rule the rule of the strict grader that decided
 * @param ending where in the text the strict grader found the answer
 * @param micros microseconds that the strict grader took
 */
public record Grades(
    boolean mwpbench,
    StrictVerdict strict,
    String extracted,
    String rule,
    String ending,
    long micros) {
  private static final long NANOS_PER_MICRO = 1_000;

  /**
   * The grades of a model's text, out of which the answer is read.
   *
   * @param request the text, its reference and what else is known
   */
  public static Grades ofCompletion(GradingRequest request) {
    MwpbenchGrade released = Graders.mwpbench().grade(request.completion(), request.reference());
    long start = System.nanoTime();
    StrictGrade strict = Graders.strict().grade(request);
    return of(released, strict, System.nanoTime() - start);
  }

  /**
   * The grades of a bare answer.
   *
   * @param answer the answer
   * @param reference the reference answer
   */
  public static Grades ofAnswer(String answer, String reference) {
    MwpbenchGrade released = Graders.mwpbench().gradeAnswer(answer, reference);
    long start = System.nanoTime();
    StrictGrade strict = Graders.strict().gradeAnswer(answer, reference);
    return of(released, strict, System.nanoTime() - start);
  }

  private static Grades of(MwpbenchGrade released, StrictGrade strict, long nanos) {
    return new Grades(
        released.right(),
        strictVerdict(strict.outcome()),
        strict.extracted(),
        strict.rule().name(),
        strict.ending().name(),
        nanos / NANOS_PER_MICRO);
  }

  private static StrictVerdict strictVerdict(Outcome outcome) {
    return switch (outcome) {
      case RIGHT -> StrictVerdict.RIGHT;
      case WRONG -> StrictVerdict.WRONG;
      case UNDECIDED -> StrictVerdict.UNDECIDED;
    };
  }
}
