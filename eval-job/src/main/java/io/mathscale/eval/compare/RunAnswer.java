package io.mathscale.eval.compare;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * The first answer of a run to a problem, and what share of all its answers to it is right.
 *
 * @param run name of the run: the model, with its workspace where there are several
 * @param dataset {@code data_topic}
 * @param id id of the problem
 * @param right whether the answer is right
 * @param share of its answers that are right
 * @param extracted the answer
 * @param reference the reference answer
 */
public record RunAnswer(
    String run,
    String dataset,
    String id,
    boolean right,
    double share,
    String extracted,
    String reference) {
  static final Encoder<RunAnswer> ENCODER = RecordEncoders.of(RunAnswer.class);
}
