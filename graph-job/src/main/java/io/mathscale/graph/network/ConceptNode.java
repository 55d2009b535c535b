package io.mathscale.graph.network;

import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * A node of the graph while it is made.
 *
 * @param number its place, from 0: topics before knowledge points, each in the order of their names
 * @param kind topic or knowledge point
 * @param identity what all spellings of the concept have in common
 * @param name the spelling shown
 * @param seeds number of seeds that hold it
 */
public record ConceptNode(long number, ConceptKind kind, String identity, String name, long seeds) {
  /** Rows of this type, a column a component. */
  public static final Encoder<ConceptNode> ENCODER = RecordEncoders.of(ConceptNode.class);
}
