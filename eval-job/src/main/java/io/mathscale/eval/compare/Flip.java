package io.mathscale.eval.compare;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * A problem that one of two runs has right.
 *
 * @param first the run that is compared with
 * @param second the run that is compared
 * @param dataset {@code data_topic}
 * @param id id of the problem
 * @param isGain whether it is the second that has it right
 * @param firstAnswer the answer of the first
 * @param secondAnswer the answer of the second
 * @param reference the reference answer
 */
public record Flip(
    String first,
    String second,
    String dataset,
    String id,
    boolean isGain,
    String firstAnswer,
    String secondAnswer,
    String reference) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Flip> ENCODER = RecordEncoders.of(Flip.class);
}
