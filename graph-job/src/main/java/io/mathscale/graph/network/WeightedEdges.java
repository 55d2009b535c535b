package io.mathscale.graph.network;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.data.ConceptEdge;
import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.data.EdgeKind;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** The edges of a graph that stands, between the numbers of their ends. */
public final class WeightedEdges {
  private WeightedEdges() {}

  /** The edges in table {@code graph/edges}, between these nodes. */
  public static Dataset<WeightedEdge> of(
      Dataset<ConceptEdge> edges, Dataset<ConceptNode> concepts) {
    Column isTopicTarget = col("kind").equalTo(EdgeKind.TOPIC_TOPIC.name());
    Column isTopicSource = col("kind").notEqual(EdgeKind.KNOWLEDGE_POINT_KNOWLEDGE_POINT.name());
    return edges
        .withColumn("sourceKind", kind(isTopicSource))
        .withColumn("targetKind", kind(isTopicTarget))
        .join(numbers("source", concepts), names("sourceKind", "source"), "inner")
        .join(numbers("target", concepts), names("targetKind", "target"), "inner")
        .select(col("sourceNumber").as("source"), col("targetNumber").as("target"), col("weight"))
        .as(WeightedEdge.ENCODER);
  }

  private static Column kind(Column isTopic) {
    return when(isTopic, ConceptKind.TOPIC.name()).otherwise(ConceptKind.KNOWLEDGE_POINT.name());
  }

  private static Dataset<Row> numbers(String end, Dataset<ConceptNode> concepts) {
    return concepts.select(
        col("kind").as(end + "Kind"), col("name").as(end), col("number").as(end + "Number"));
  }

  private static Seq<String> names(String... names) {
    return CollectionConverters.asScala(List.of(names)).toSeq();
  }
}
