package io.mathscale.graph.walks.joined;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.spark.Caches;
import io.mathscale.graph.walks.NeighbourList;
import io.mathscale.graph.walks.WalkRules;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** Steps to any neighbour: each is a join of the walks with the places of all alias tables. */
final class AliasSteps implements JoinedSteps {
  private final Dataset<Row> arcs;
  private final int topics;
  private final WalkRules rules;

  private AliasSteps(Dataset<Row> arcs, int topics, WalkRules rules) {
    this.arcs = arcs;
    this.topics = topics;
    this.rules = rules;
  }

  /**
   * Steps along these lists of neighbours in a graph of so many topics.
   *
   * @param nodes the lengths of each concept's lists, see {@link AliasRows#nodes}
   * @param caches keeps the alias tables
   */
  static AliasSteps along(
      Dataset<NeighbourList> lists,
      Dataset<Row> nodes,
      int topics,
      WalkRules rules,
      Caches caches) {
    return new AliasSteps(caches.persist(AliasRows.of(lists, nodes)), topics, rules);
  }

  /** Those that are over meet no row. */
  @Override
  public Dataset<WalkState> after(int step, Dataset<WalkState> walks) {
    Dataset<PendingStep> aimed = walks.map(new Aim(step, topics, rules), PendingStep.ENCODER);
    Column isTarget = col("depth").lt(col("threshold"));
    Column next = when(isTarget, col("target")).otherwise(col("alias"));
    Column within = when(isTarget, col("targetWithin")).otherwise(col("aliasWithin"));
    Column across = when(isTarget, col("targetAcross")).otherwise(col("aliasAcross"));
    return aimed
        .join(arcs, CollectionConverters.asScala(List.of("list", "place")).toSeq(), "left")
        .withColumn("next", next)
        .select(
            col("walk.position"),
            col("walk.origin"),
            coalesce(col("next"), col("walk.at")).as("at"),
            coalesce(within, col("walk.within")).as("within"),
            coalesce(across, col("walk.across")).as("across"),
            col("walk.isAtDeadEnd"),
            listed("walk.topics", col("next").lt(topics)).as("topics"),
            listed("walk.knowledgePoints", col("next").geq(topics)).as("knowledgePoints"))
        .as(WalkState.ENCODER);
  }

  /** A concept is listed once, though the walk may pass it again. */
  private static Column listed(String concepts, Column isOfKind) {
    return when(isOfKind, array_union(col(concepts), array(col("next")))).otherwise(col(concepts));
  }

  private record Aim(int step, int topics, WalkRules rules)
      implements MapFunction<WalkState, PendingStep> {
    @Override
    public PendingStep call(WalkState walk) {
      return PendingStep.at(step, walk, walk.position() / topics, rules);
    }
  }
}
