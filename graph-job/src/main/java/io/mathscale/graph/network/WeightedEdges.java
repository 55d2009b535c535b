package io.mathscale.graph.network;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.data.ConceptEdge;
import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.data.EdgeKind;
import io.mathscale.graph.concepts.Mention;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Which concepts stand in the same seeds. */
public final class WeightedEdges {
  private WeightedEdges() {}

  /** The edges of a graph that stands. */
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

  /**
   * An edge for each two concepts that share a seed. The pairs are made inside each seed's row: a
   * self-join of the mentions would shuffle them all.
   */
  public static Dataset<WeightedEdge> between(
      Dataset<Mention> mentions, Dataset<ConceptNode> concepts) {
    Dataset<Row> numbersBySeed =
        mentions
            .join(concepts, names("kind", "identity"), "inner")
            .groupBy("seed")
            .agg(collect_list("number").as("numbers"))
            .where(size(col("numbers")).gt(1));

    return numbersBySeed
        .select(explode(col("numbers")).as("source"), col("numbers"))
        .select(col("source"), explode(col("numbers")).as("target"))
        .where(col("source").lt(col("target")))
        .groupBy("source", "target")
        .agg(count(lit(1)).as("weight"))
        .as(WeightedEdge.ENCODER);
  }
}
