package io.mathscale.graph.network;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.data.Concept;
import org.apache.spark.sql.Dataset;

/** The nodes of the concept graph. */
public final class Concepts {
  private Concepts() {}

  /** The concepts with what the graph says of them, in the order of their numbers. */
  public static Dataset<Concept> measured(
      Dataset<ConceptNode> concepts, Dataset<NodeMeasure> measures) {
    return concepts
        .join(measures, "number")
        .orderBy("number")
        .select(
            col("name"),
            col("kind"),
            col("seeds"),
            col("degree"),
            col("component"),
            col("community"),
            col("pageRank"))
        .as(Concept.ENCODER);
  }
}
