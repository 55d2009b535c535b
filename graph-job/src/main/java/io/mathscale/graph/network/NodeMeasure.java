package io.mathscale.graph.network;

import io.mathscale.core.spark.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * What the graph says of a node.
 *
 * @param number the node
 * @param degree number of distinct neighbours
 * @param component lowest number in its connected component
 * @param community label of its community, a node number
 * @param pageRank its share of all PageRank
 */
public record NodeMeasure(
    long number, long degree, long component, long community, double pageRank) {
  /** Rows of this type, a column a component. */
  public static final Encoder<NodeMeasure> ENCODER = RecordEncoders.of(NodeMeasure.class);
}
