package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * A question that the concepts are read from and that serves as an example.
 *
 * @param id hash of the normalised question
 * @param dataset data set the question is from ({@code data_topic} in MWPBench); empty if unknown
 * @param question the question, as given
 * @param answer the final answer; empty if unknown
 * @param solution the worked solution; empty if unknown
 */
public record SeedQuestion(
    String id, String dataset, String question, String answer, String solution) {
  /** Rows of this type, a column a component. */
  public static final Encoder<SeedQuestion> ENCODER = RecordEncoders.of(SeedQuestion.class);
}
