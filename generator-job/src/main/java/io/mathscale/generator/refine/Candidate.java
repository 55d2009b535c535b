package io.mathscale.generator.refine;

import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * A row that may become training data.
 *
 * @param pair the row
 * @param rejected why it does not become training data; null as long as no rule says so
 */
public record Candidate(QaPair pair, Rejected rejected) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Candidate> ENCODER = RecordEncoders.of(Candidate.class);
}
