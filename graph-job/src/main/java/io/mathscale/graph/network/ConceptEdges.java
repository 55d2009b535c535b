package io.mathscale.graph.network;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.data.ConceptEdge;
import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.data.EdgeKind;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The weighted edges of the concept graph. */
public final class ConceptEdges {
  /** Keeps the logarithm finite (paper, section 3.2, equation 1). */
  public static final double EPSILON = 1e-5;

  private ConceptEdges() {}

  /** The edges with the names of their concepts and their co-occurrence (equation 1). */
  public static Dataset<ConceptEdge> named(
      Dataset<WeightedEdge> edges, Dataset<ConceptNode> concepts) {
    Dataset<Row> sources =
        concepts.select(
            col("number").as("source"), col("name").as("sourceName"), col("kind").as("sourceKind"));
    Dataset<Row> targets =
        concepts.select(
            col("number").as("target"), col("name").as("targetName"), col("kind").as("targetKind"));

    // The smaller number is the source, and topics have the smaller numbers.
    Column isTopicTarget = col("targetKind").equalTo(ConceptKind.TOPIC.name());
    Column isTopicSource = col("sourceKind").equalTo(ConceptKind.TOPIC.name());
    Column kind =
        when(isTopicTarget, lit(EdgeKind.TOPIC_TOPIC.name()))
            .when(isTopicSource, lit(EdgeKind.TOPIC_KNOWLEDGE_POINT.name()))
            .otherwise(lit(EdgeKind.KNOWLEDGE_POINT_KNOWLEDGE_POINT.name()));

    return edges
        .join(sources, "source")
        .join(targets, "target")
        .select(
            kind.as("kind"),
            col("sourceName").as("source"),
            col("targetName").as("target"),
            col("weight"),
            log(col("weight").plus(EPSILON)).as("coOccurrence"))
        .as(ConceptEdge.ENCODER);
  }
}
