package io.mathscale.eval.report;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * A problem to which no model gave a right answer.
 *
 * @param dataset {@code data_topic}
 * @param id id of the problem
 * @param models models that answered it
 * @param answers their answers
 * @param reference the reference answer
 * @param question the question; empty where neither the benchmark nor outputs tell it
 */
public record UnsolvedProblem(
    String dataset, String id, long models, long answers, String reference, String question) {
  /** Rows of this type, a column a component. */
  public static final Encoder<UnsolvedProblem> ENCODER = RecordEncoders.of(UnsolvedProblem.class);

  UnsolvedProblem withQuestion(String known) {
    return new UnsolvedProblem(dataset, id, models, answers, reference, known);
  }
}
