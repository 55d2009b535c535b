package io.mathscale.graph.concepts;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * Two names that are alike.
 *
 * @param one number of one name
 * @param other number of the other, larger
 * @param score cosine of their embeddings, to four decimals
 */
public record SimilarPair(int one, int other, double score) {
  /** Rows of this type, a column a component. */
  public static final Encoder<SimilarPair> ENCODER = RecordEncoders.of(SimilarPair.class);
}
