package io.mathscale.generator;

import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * What became of a candidate: training data, or else a rejection.
 *
 * @param pair the row of training data; null where it is rejected
 * @param rejected why it is none; null where it is
 */
public record Refinement(QaPair pair, Rejected rejected) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Refinement> ENCODER = RecordEncoders.of(Refinement.class);
}
