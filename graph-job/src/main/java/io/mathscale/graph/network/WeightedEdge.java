package io.mathscale.graph.network;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * An edge of the graph while it is made.
 *
 * @param source number of one concept
 * @param target number of the other, larger
 * @param weight number of seeds that hold both
 */
public record WeightedEdge(long source, long target, long weight) {
  /** Rows of this type, a column a component. */
  public static final Encoder<WeightedEdge> ENCODER = RecordEncoders.of(WeightedEdge.class);
}
