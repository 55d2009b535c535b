package io.mathscale.generator.validate;

import io.mathscale.core.data.Answer;
import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.Completion;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.generator.replies.FreshSolution;
import io.mathscale.generator.replies.pairs.SolutionAnswer;
import io.mathscale.generator.replies.text.Phrases;
import io.mathscale.grader.GradingRequest;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import scala.Tuple2;

/** Reads the votes out of a model's answers; one that was cut off has no final answer. */
public final class ReadVote implements MapFunction<Tuple2<Answer, AskedPair>, FreshVote> {
  private static final long serialVersionUID = 1L;

  private final String model;

  private ReadVote(String model) {
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
    return answers
        .joinWith(pairs, answers.col("id").equalTo(pairs.col("id")), "inner")
        .map(new ReadVote(model), FreshVote.ENCODER);
  }

  @Override
  public FreshVote call(Tuple2<Answer, AskedPair> asked) {
    Answer answer = asked._1();
    return answer.isComplete()
        ? read(answer, answer.completion(), asked._2())
        : failed(answer, answer.failure());
  }

  private FreshVote failed(Answer answer, CallFailure failure) {
    return new FreshVote(
        answer.id(),
        answer.sample(),
        model,
        "",
        "",
        failure.cost(),
        failure.key(),
        RejectionReason.CALL_FAILED.name(),
        "%s: %s".formatted(failure.cause(), failure.message()));
  }

  private FreshVote read(Answer answer, Completion completion, AskedPair pair) {
    String solution = FreshSolution.of(completion).solution();
    String found = SolutionAnswer.of(solution, "", pair.questionType()).answer();
    if (GradingRequest.isCut(completion.finishReason())) {
      return vote(answer, "", solution, RejectionReason.CUT_OFF, "it was cut at max-tokens");
    }

    if (found.isEmpty()) {
      return Phrases.isRefusal(solution)
          ? vote(answer, "", solution, RejectionReason.REFUSAL, "the model declines")
          : vote(
              answer,
              "",
              solution,
              RejectionReason.NO_FINAL_ANSWER,
              "a solution must have a final answer: it has none");
    }

    return vote(answer, found, solution, null, "");
  }

  private FreshVote vote(
      Answer answer, String found, String solution, RejectionReason reason, String detail) {
    return new FreshVote(
        answer.id(),
        answer.sample(),
        model,
        found,
        solution,
        answer.completion().cost(),
        answer.completion().key(),
        reason == null ? "" : reason.name(),
        detail);
  }
}
