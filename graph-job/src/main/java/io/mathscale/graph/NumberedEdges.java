package io.mathscale.graph;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** Which concepts stand in the same seeds. */
final class NumberedEdges {
  private NumberedEdges() {}

  /**
   * An edge for each two concepts that share a seed. The pairs are made inside each seed's row: a
   * self-join of the mentions would shuffle them all.
   */
  static Dataset<NumberedEdge> between(
      Dataset<Mention> mentions, Dataset<NumberedConcept> concepts) {
    Dataset<Row> numbersBySeed =
        mentions
            .join(
                concepts,
                CollectionConverters.asScala(List.of("kind", "identity")).toSeq(),
                "inner")
            .groupBy("seed")
            .agg(collect_list("number").as("numbers"))
            .where(size(col("numbers")).gt(1));

    return numbersBySeed
        .select(explode(col("numbers")).as("source"), col("numbers"))
        .select(col("source"), explode(col("numbers")).as("target"))
        .where(col("source").lt(col("target")))
        .groupBy("source", "target")
        .agg(count(lit(1)).as("weight"))
        .as(NumberedEdge.ENCODER);
  }
}
