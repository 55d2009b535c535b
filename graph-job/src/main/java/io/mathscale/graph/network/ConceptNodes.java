package io.mathscale.graph.network;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.monotonically_increasing_id;

import io.mathscale.core.data.Concept;
import io.mathscale.core.data.ConceptKind;
import org.apache.spark.sql.Dataset;

/** The nodes of a graph that stands, with their numbers. */
public final class ConceptNodes {
  private ConceptNodes() {}

  /**
   * The nodes in table {@code graph/nodes}, with the numbers that they had when it was made. One
   * task numbers them.
   */
  public static Dataset<ConceptNode> of(Dataset<Concept> nodes) {
    return nodes
        .select(col("kind"), col("name").as("identity"), col("name"), col("seeds"))
        .repartition(1)
        .sortWithinPartitions(col("kind").equalTo(ConceptKind.TOPIC.name()).desc(), col("name"))
        .select(
            monotonically_increasing_id().as("number"),
            col("kind"),
            col("identity"),
            col("name"),
            col("seeds"))
        .as(ConceptNode.ENCODER);
  }
}
