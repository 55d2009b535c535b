package io.mathscale.eval.infer;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;

import io.mathscale.core.data.Answer;
import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.ModelOutput;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.RowOrRejection;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import scala.Tuple2;

/** What became of the problems that a model was asked. */
public final class AnsweredProblems {
  private static final String STAGE = "infer";

  private AnsweredProblems() {}

  /**
   * The output of each call that was answered, and the rejection of each that failed.
   *
   * @param answers what became of the calls
   * @param benchmark the problems that were asked
   * @param model name of the model
   */
  public static Dataset<RowOrRejection<ModelOutput>> of(
      Dataset<Answer> answers, Dataset<Problem> benchmark, String model) {
    MapFunction<Tuple2<Answer, Problem>, RowOrRejection<ModelOutput>> read =
        pair -> of(pair._1(), pair._2(), model);
    Column key = concat(benchmark.col("dataset"), lit("/"), benchmark.col("id")); // Problem.key
    return answers
        .joinWith(broadcast(benchmark), answers.col("id").equalTo(key), "inner")
        .map(read, RowOrRejection.encoder(ModelOutput.ENCODER));
  }

  private static RowOrRejection<ModelOutput> of(Answer answer, Problem problem, String model) {
    return answer.isComplete()
        ? RowOrRejection.of(output(answer, problem, model))
        : RowOrRejection.rejected(rejected(answer, problem));
  }

  private static ModelOutput output(Answer answer, Problem problem, String model) {
    return new ModelOutput(
        problem.id(),
        problem.dataset(),
        model,
        answer.sample(),
        answer.completion().content(),
        problem.answer(),
        problem.question(),
        answer.completion().finishReason(),
        answer.completion().reasoning());
  }

  private static Rejected rejected(Answer answer, Problem problem) {
    CallFailure failure = answer.failure();
    return new Rejected(
        problem.id(),
        STAGE,
        RejectionReason.CALL_FAILED,
        "%s: %s".formatted(failure.cause(), failure.message()),
        "%s, sample %d".formatted(problem.dataset(), answer.sample()),
        problem.question());
  }
}
