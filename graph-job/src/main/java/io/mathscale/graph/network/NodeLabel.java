package io.mathscale.graph.network;

import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * What a number stands for.
 *
 * @param number the number of a concept
 * @param kind topic or knowledge point
 * @param name its name
 */
public record NodeLabel(int number, ConceptKind kind, String name) {
  /** Rows of this type, a column a component. */
  public static final Encoder<NodeLabel> ENCODER = RecordEncoders.of(NodeLabel.class);
}
