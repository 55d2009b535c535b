package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * A node of the concept graph.
 *
 * @param name the concept, in its most frequent spelling
 * @param kind topic or knowledge point
 * @param seeds number of seeds that hold it
 * @param degree number of distinct neighbours of either kind
 * @param component lowest node number of its connected component
 * @param community label of its community, by label propagation over weighted edges
 * @param pageRank weight-blind PageRank, damping 0.85
 */
public record Concept(
    String name,
    ConceptKind kind,
    long seeds,
    long degree,
    long component,
    long community,
    double pageRank) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Concept> ENCODER = RecordEncoders.of(Concept.class);
}
