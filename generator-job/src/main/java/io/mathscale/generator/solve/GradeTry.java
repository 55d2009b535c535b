package io.mathscale.generator.solve;

import io.mathscale.core.data.Answer;
import io.mathscale.core.data.Completion;
import io.mathscale.core.data.Provenance;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.data.TryOutcome;
import io.mathscale.generator.replies.AnswerToRow;
import io.mathscale.generator.replies.FreshSolution;
import io.mathscale.grader.Graders;
import io.mathscale.grader.GradingRequest;
import io.mathscale.grader.StrictGrade;
import org.apache.spark.sql.Dataset;

/** Grades tries by the strict grader; a solution that was cut off is never right. */
public final class GradeTry extends AnswerToRow<SeedQuestion, SolutionTry> {
  private static final long serialVersionUID = 1L;

  private final String prompt;

  GradeTry(String prompt) {
    this.prompt = prompt;
  }

  /**
   * A row for each answer.
   *
   * @param prompt name and hash of the prompt's template
   */
  public static Dataset<SolutionTry> of(
      Dataset<Answer> answers, Dataset<SeedQuestion> questions, String prompt) {
    return new GradeTry(prompt).read(answers, questions, SolutionTry.ENCODER);
  }

  @Override
  protected SolutionTry read(Answer answer, SeedQuestion question) {
    Completion completion = answer.completion();
    StrictGrade grade =
        Graders.strict()
            .grade(
                GradingRequest.of(completion.content(), question.answer())
                    .withQuestion(question.question())
                    .withFinishReason(completion.finishReason()));
    FreshSolution fresh = FreshSolution.of(completion);
    boolean isUsable =
        !GradingRequest.isCut(completion.finishReason()) && !fresh.solution().isEmpty();
    TryOutcome outcome =
        grade.isRight() && isUsable
            ? TryOutcome.RIGHT
            : grade.isRight() || grade.isWrong() ? TryOutcome.WRONG : TryOutcome.UNDECIDED;
    boolean isRight = outcome == TryOutcome.RIGHT;
    return new SolutionTry(
        answer.id(),
        answer.sample(),
        outcome,
        isRight ? fresh.solution() : "",
        isRight ? fresh.reasoning() : "",
        grade.extracted(),
        grade.extracted().isEmpty() ? "" : String.valueOf(grade.rule()),
        Provenance.of(completion, prompt),
        "",
        "");
  }

  @Override
  protected SolutionTry refused(Answer answer, RejectionReason reason, String detail) {
    Provenance provenance = answer.isComplete() ? Provenance.of(answer.completion(), prompt) : null;
    String reply = answer.isComplete() ? answer.completion().content() : "";
    return new SolutionTry(
        answer.id(),
        answer.sample(),
        TryOutcome.UNANSWERED,
        reply,
        "",
        "",
        "",
        provenance,
        reason.name(),
        detail);
  }
}
