package io.mathscale.graph;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Communities of the concept graph by label propagation (Raghavan et al. 2007): each node takes the
 * label that weighs most among its neighbours and itself, some rounds long. GraphX's own breaks
 * ties by the order in which messages come in, which is not the same on any two clusters; here the
 * smallest of the labels that weigh most is taken.
 */
final class Communities {
  /** The labels of most nodes settle in five rounds (Raghavan et al. 2007, section IV). */
  private static final int ROUNDS = 5;

  private Communities() {}

  /** Number and community of every node. */
  static Dataset<Row> of(Dataset<NumberedConcept> concepts, Dataset<NumberedEdge> edges) {
    Dataset<Row> there = edges.select(col("source"), col("target"), col("weight"));
    Dataset<Row> back =
        edges.select(col("target").as("source"), col("source").as("target"), col("weight"));
    Dataset<Row> between = there.union(back);
    Dataset<Row> loudest =
        between.groupBy(col("source").as("number")).agg(max("weight").as("weight"));
    // A node hears itself as loudly as its loudest neighbour, or two would swap labels for ever.
    Dataset<Row> itself =
        concepts
            .join(loudest, CollectionConverters.asScala(List.of("number")).toSeq(), "left")
            .select(col("number"), col("number"), coalesce(col("weight"), lit(1L)));
    Dataset<Row> arcs = between.union(itself);
    Dataset<Row> labels = concepts.select(col("number"), col("number").as("community"));
    for (int round = 0; round < ROUNDS; round++) {
      labels = next(labels, arcs);
    }

    return labels;
  }

  private static Dataset<Row> next(Dataset<Row> labels, Dataset<Row> arcs) {
    Column loudest = max(struct(col("weight"), negate(col("community")).as("label")));
    return arcs.join(labels.withColumnRenamed("number", "source"), "source")
        .groupBy("target", "community")
        .agg(sum("weight").as("weight"))
        .groupBy(col("target").as("number"))
        .agg(negate(loudest.getField("label")).as("community"));
  }
}
