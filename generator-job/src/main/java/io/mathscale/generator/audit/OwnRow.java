package io.mathscale.generator.audit;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * A row of the run's own data that a clean question is made from.
 *
 * @param id id of the pair or seed
 * @param question its question
 * @param answer its answer; empty where there is none
 */
public record OwnRow(String id, String question, String answer) {
  /** Rows of this type, a column a component. */
  public static final Encoder<OwnRow> ENCODER = RecordEncoders.of(OwnRow.class);
}
