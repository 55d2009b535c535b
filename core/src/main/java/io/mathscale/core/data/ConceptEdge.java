package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * Two concepts of the same seeds (paper, section 3.2). Edges have no direction; each is listed
 * once, a topic before a knowledge point, else in the order of their names.
 *
 * @param kind which of the three sub-graphs it is in
 * @param source one concept
 * @param target the other
 * @param weight w, the number of seeds that hold both
 * @param coOccurrence log(w + 1e-5), equation 1
 */
public record ConceptEdge(
    EdgeKind kind, String source, String target, long weight, double coOccurrence) {
  /** Rows of this type, a column a component. */
  public static final Encoder<ConceptEdge> ENCODER = RecordEncoders.of(ConceptEdge.class);
}
