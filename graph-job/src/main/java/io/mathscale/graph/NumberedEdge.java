package io.mathscale.graph;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * An edge of the graph while it is made.
 *
 * @param source number of one concept
 * @param target number of the other, larger
 * @param weight number of seeds that hold both
 */
public record NumberedEdge(long source, long target, long weight) {
  /** Rows of this type, a column a component. */
  public static final Encoder<NumberedEdge> ENCODER = RecordEncoders.of(NumberedEdge.class);
}
