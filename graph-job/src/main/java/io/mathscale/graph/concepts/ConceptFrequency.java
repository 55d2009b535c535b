package io.mathscale.graph.concepts;

import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * A concept and how many seeds hold it.
 *
 * @param kind topic or knowledge point
 * @param identity what all spellings of the concept have in common
 * @param name the most frequent spelling; of equally frequent ones the first by name
 * @param seeds number of seeds that hold it
 */
public record ConceptFrequency(ConceptKind kind, String identity, String name, long seeds) {
  /** Rows of this type, a column a component. */
  public static final Encoder<ConceptFrequency> ENCODER = RecordEncoders.of(ConceptFrequency.class);
}
