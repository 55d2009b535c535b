package io.mathscale.graph.network;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.monotonically_increasing_id;

import io.mathscale.core.data.Concept;
import io.mathscale.core.data.ConceptKind;
import io.mathscale.graph.concepts.ConceptFrequency;
import org.apache.spark.sql.Dataset;

/** The concepts that become nodes. */
public final class ConceptNodes {
  private ConceptNodes() {}

  /** The nodes of a graph that stands, with the numbers that they had when it was made. */
  public static Dataset<ConceptNode> of(Dataset<Concept> nodes) {
    Dataset<ConceptFrequency> counted =
        nodes
            .select(col("kind"), col("name").as("identity"), col("name"), col("seeds"))
            .as(ConceptFrequency.ENCODER);
    return heldBy(1, counted);
  }

  /** The concepts that enough seeds hold, numbered; the vocabulary is small enough for one task. */
  public static Dataset<ConceptNode> heldBy(long minCount, Dataset<ConceptFrequency> concepts) {
    return concepts
        .where(col("seeds").geq(minCount))
        .repartition(1)
        .sortWithinPartitions(
            col("kind").equalTo(ConceptKind.TOPIC.name()).desc(), col("name"), col("identity"))
        .select(
            monotonically_increasing_id().as("number"),
            col("kind"),
            col("identity"),
            col("name"),
            col("seeds"))
        .as(ConceptNode.ENCODER);
  }
}
