package io.mathscale.eval.infer;

import static org.apache.spark.sql.functions.broadcast;

import io.mathscale.core.data.Answer;
import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.ModelOutput;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import scala.Tuple2;

/** What became of the problems that a model was asked. */
public final class AnsweredProblems {
  private static final String STAGE = "infer";

  private AnsweredProblems() {}

  /**
   * The outputs of the calls that were answered.
   *
   * @param answers what became of the calls
   * @param benchmark the problems that were asked
   * @param model name of the model
   */
  public static Dataset<ModelOutput> outputs(
      Dataset<Answer> answers, Dataset<Problem> benchmark, String model) {
    Dataset<Answer> complete = answers.filter((FilterFunction<Answer>) Answer::isComplete);
    return pairs(complete, benchmark)
        .map(
            (MapFunction<Tuple2<Answer, Problem>, ModelOutput>) pair -> output(pair, model),
            ModelOutput.ENCODER);
  }

  /**
   * The calls that failed.
   *
   * @param answers what became of the calls
   * @param benchmark the problems that were asked
   */
  public static Dataset<Rejected> rejected(Dataset<Answer> answers, Dataset<Problem> benchmark) {
    Dataset<Answer> failed = answers.filter((FilterFunction<Answer>) AnsweredProblems::isFailed);
    return pairs(failed, benchmark)
        .map(
            (MapFunction<Tuple2<Answer, Problem>, Rejected>) AnsweredProblems::rejected,
            Rejected.ENCODER);
  }

  private static boolean isFailed(Answer answer) {
    return !answer.isComplete();
  }

  private static Dataset<Tuple2<Answer, Problem>> pairs(
      Dataset<Answer> answers, Dataset<Problem> benchmark) {
    return answers.joinWith(
        broadcast(benchmark), answers.col("id").equalTo(benchmark.col("id")), "inner");
  }

  private static ModelOutput output(Tuple2<Answer, Problem> pair, String model) {
    Answer answer = pair._1();
    Problem problem = pair._2();
    return new ModelOutput(
        problem.id(),
        problem.dataset(),
        model,
        answer.sample(),
        answer.completion().content(),
        problem.answer(),
        problem.question(),
        answer.completion().finishReason());
  }

  private static Rejected rejected(Tuple2<Answer, Problem> pair) {
    CallFailure failure = pair._1().failure();
    Problem problem = pair._2();
    return new Rejected(
        problem.id(),
        STAGE,
        RejectionReason.CALL_FAILED,
        "%s: %s".formatted(failure.cause(), failure.message()),
        "%s, sample %d".formatted(problem.dataset(), pair._1().sample()),
        problem.question());
  }
}
