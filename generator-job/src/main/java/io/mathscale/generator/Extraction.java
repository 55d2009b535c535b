package io.mathscale.generator;

import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * What became of the question about a seed's concepts: its concepts, or else a rejection.
 *
 * @param concepts the concepts; null where there are none
 * @param rejected why there are none; null where there are some
 */
public record Extraction(ExtractedConcepts concepts, Rejected rejected) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Extraction> ENCODER = RecordEncoders.of(Extraction.class);
}
