package io.mathscale.eval.harness;

import io.mathscale.core.encoder.RecordEncoders;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * A problem with all answers of a model to it: a row of a file of samples.
 *
 * @param model the model
 * @param dataset {@code data_topic}
 * @param id id of the problem
 * @param question the question; empty where it is not known
 * @param reference the reference answer
 * @param answers the answers, in the order of their samples
 */
public record LmEvalProblem(
    String model,
    String dataset,
    String id,
    String question,
    String reference,
    List<LmEvalAnswer> answers) {
  /** Rows of this type, a column a component. */
  public static final Encoder<LmEvalProblem> ENCODER = RecordEncoders.of(LmEvalProblem.class);
}
