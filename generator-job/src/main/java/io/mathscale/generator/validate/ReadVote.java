package io.mathscale.generator.validate;

import io.mathscale.core.data.Answer;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.generator.replies.AnswerToRow;
import io.mathscale.generator.replies.FreshSolution;
import io.mathscale.generator.replies.pairs.SolutionAnswer;
import io.mathscale.generator.replies.text.Phrases;
import io.mathscale.grader.GradingRequest;
import org.apache.spark.sql.Dataset;

/** Reads the votes out of a model's answers; one that was cut off has no final answer. */
public final class ReadVote extends AnswerToRow<AskedPair, FreshVote> {
  private static final long serialVersionUID = 1L;

  private final String model;

  ReadVote(String model) {
    this.model = model;
  }

  /**
   * A vote for each answer.
   *
   * @param pairs whose questions were asked
   * @param model name of the model that was asked
   */
  public static Dataset<FreshVote> of(
      Dataset<Answer> answers, Dataset<AskedPair> pairs, String model) {
    return new ReadVote(model).read(answers, pairs, FreshVote.ENCODER);
  }

  @Override
  protected FreshVote read(Answer answer, AskedPair pair) {
    String solution = FreshSolution.of(answer.completion()).solution();
    if (GradingRequest.isCut(answer.completion().finishReason())) {
      return without(answer, solution, RejectionReason.CUT_OFF, "it was cut at max-tokens");
    }

    String found = SolutionAnswer.of(solution, "", pair.questionType()).answer();
    if (!found.isEmpty()) {
      return vote(answer, found, solution, "", "");
    }

    return Phrases.isRefusal(solution)
        ? without(answer, solution, RejectionReason.REFUSAL, "the model declines")
        : without(
            answer,
            solution,
            RejectionReason.NO_FINAL_ANSWER,
            "a solution must have a final answer: it has none");
  }

  @Override
  protected FreshVote refused(Answer answer, RejectionReason reason, String detail) {
    String reply = answer.isComplete() ? answer.completion().content() : "";
    return without(answer, reply, reason, detail);
  }

  private FreshVote without(Answer answer, String reply, RejectionReason reason, String detail) {
    return vote(answer, "", reply, reason.name(), detail);
  }

  private FreshVote vote(
      Answer answer, String found, String solution, String reason, String detail) {
    return new FreshVote(
        answer.id(),
        answer.sample(),
        model,
        found,
        solution,
        answer.cost(),
        answer.call(),
        reason,
        detail);
  }
}
