package io.mathscale.generator;

import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * What became of the wish for a pair: the pair, or else a rejection.
 *
 * @param pair the pair; null where there is none
 * @param rejected why there is none; null where there is one
 */
public record Generation(GeneratedPair pair, Rejected rejected) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Generation> ENCODER = RecordEncoders.of(Generation.class);
}
