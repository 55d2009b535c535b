package io.mathscale.graph.network;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * An edge as one of its ends has it.
 *
 * @param source number of that concept
 * @param target number of the other
 * @param weight number of seeds that hold both, or of some of them where others follow
 */
public record Arc(int source, int target, long weight) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Arc> ENCODER = RecordEncoders.of(Arc.class);
}
