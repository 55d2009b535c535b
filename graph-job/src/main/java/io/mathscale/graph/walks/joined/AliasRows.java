package io.mathscale.graph.walks.joined;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.ConceptEdge;
import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.data.EdgeKind;
import io.mathscale.graph.network.ConceptIndex;
import io.mathscale.graph.network.NodeLabel;
import io.mathscale.graph.walks.NeighbourList;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The alias tables of the whole graph as rows, so that a step of many walks is one equi-join that
 * no hub makes lopsided: the walks at a hub spread over its places.
 *
 * <p>A concept has two lists of neighbours: twice its number is the list of those of its own kind,
 * one more that of the knowledge points of a topic.
 */
public final class AliasRows {
  private AliasRows() {}

  /** The list of neighbours of a concept's own kind. */
  static long within(long concept) {
    return 2 * concept;
  }

  /** The list of a topic's knowledge points. */
  static long across(long topic) {
    return 2 * topic + 1;
  }

  /**
   * A row a place of every list.
   *
   * @param lists the neighbours
   * @param nodes the lengths of each concept's lists, see {@link #nodes}
   */
  static Dataset<Row> of(Dataset<NeighbourList> lists, Dataset<Row> nodes) {
    Dataset<NeighbourList.Place> places =
        lists.flatMap(
            (FlatMapFunction<NeighbourList, NeighbourList.Place>) NeighbourList::places,
            NeighbourList.Place.ENCODER);
    return places.join(renamed(nodes, "target"), "target").join(renamed(nodes, "alias"), "alias");
  }

  private static Dataset<Row> renamed(Dataset<Row> nodes, String role) {
    return nodes.select(
        col("number").as(role),
        col("within").as(role + "Within"),
        col("across").as(role + "Across"));
  }

  /** Every concept with the lengths of its two lists. */
  static Dataset<Row> nodes(Dataset<NodeLabel> concepts, Dataset<NeighbourList> lists) {
    Dataset<Row> within = lists.select(col("list"), size(col("neighbours")).as("within"));
    Dataset<Row> across =
        lists.select(col("list").as("acrossList"), size(col("neighbours")).as("across"));
    Column number = col("number").cast("long");
    return concepts
        .join(within, number.multiply(2).equalTo(col("list")), "left")
        .join(across, number.multiply(2).plus(1).equalTo(col("acrossList")), "left")
        .select(
            col("number"),
            col("kind"),
            col("name"),
            coalesce(col("within"), lit(0)).as("within"),
            coalesce(col("across"), lit(0)).as("across"));
  }

  /**
   * The lists of all neighbours.
   *
   * @throws ConfigException when an edge has an end that is no node
   */
  static Dataset<NeighbourList> lists(Dataset<ConceptEdge> edges, Dataset<NodeLabel> concepts) {
    Column isTopicTarget = col("kind").equalTo(EdgeKind.TOPIC_TOPIC.name());
    Column isAcross = col("kind").equalTo(EdgeKind.TOPIC_KNOWLEDGE_POINT.name());
    Column targetKind = when(isTopicTarget, topic()).otherwise(knowledgePoint());
    Column sourceKind = when(isTopicTarget.or(isAcross), topic()).otherwise(knowledgePoint());
    Dataset<Row> numbered =
        edges
            .withColumn("sourceKind", sourceKind)
            .withColumn("targetKind", targetKind)
            .join(renamed("source", concepts), names("sourceKind", "source"), "left")
            .join(renamed("target", concepts), names("targetKind", "target"), "left");
    requireNodes(numbered);

    Dataset<Row> there =
        numbered.select(
            list("sourceNumber").plus(when(isAcross, 1L).otherwise(0L)).as("list"),
            neighbour("targetNumber"));
    Dataset<Row> back =
        numbered
            .where(isAcross.unary_$bang())
            .select(list("targetNumber").as("list"), neighbour("sourceNumber"));
    return there
        .union(back)
        .groupBy("list")
        .agg(sort_array(collect_list(col("neighbour"))).as("neighbours"))
        .as(NeighbourList.ENCODER);
  }

  private static Column topic() {
    return lit(ConceptKind.TOPIC.name());
  }

  private static Column knowledgePoint() {
    return lit(ConceptKind.KNOWLEDGE_POINT.name());
  }

  private static scala.collection.immutable.Seq<String> names(String... names) {
    return CollectionConverters.asScala(List.of(names)).toSeq();
  }

  private static Dataset<Row> renamed(String role, Dataset<NodeLabel> concepts) {
    return concepts.select(
        col("number").as(role + "Number"), col("kind").as(role + "Kind"), col("name").as(role));
  }

  private static void requireNodes(Dataset<Row> numbered) {
    Column isNoNode = col("sourceNumber").isNull().or(col("targetNumber").isNull());
    List<Row> first =
        numbered
            .where(isNoNode)
            .select(when(col("sourceNumber").isNull(), col("source")).otherwise(col("target")))
            .limit(1)
            .collectAsList();
    if (!first.isEmpty()) {
      throw ConceptIndex.noNode(first.get(0).getString(0));
    }
  }

  private static Column list(String number) {
    return col(number).cast("long").multiply(2L);
  }

  private static Column neighbour(String number) {
    return struct(col(number).as("number"), col("weight")).as("neighbour");
  }
}
