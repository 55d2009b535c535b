package io.mathscale.graph.walks.joined;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import io.mathscale.core.data.Composition;
import io.mathscale.core.data.ConceptEdge;
import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.spark.Caches;
import io.mathscale.graph.Compose;
import io.mathscale.graph.network.ConceptIndex;
import io.mathscale.graph.network.NodeLabel;
import io.mathscale.graph.walks.Composer;
import io.mathscale.graph.walks.NeighbourList;
import io.mathscale.graph.walks.Walk;
import io.mathscale.graph.walks.WalkFingerprint;
import io.mathscale.graph.walks.WalkRules;
import io.mathscale.graph.walks.Walker;
import io.mathscale.graph.walks.Walks;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/**
 * Walks over a graph too large for one process: each step of all walks is a join with the
 * neighbours of all concepts. The walks are those of {@link Walker}, draw for draw.
 */
public final class JoinedWalks implements Walks {
  private final WalkRules rules;
  private final int topics;
  private final Dataset<NodeLabel> names;
  private final Dataset<Row> starts;
  private final JoinedSteps steps;

  private JoinedWalks(
      WalkRules rules,
      int topics,
      Dataset<NodeLabel> names,
      Dataset<Row> starts,
      JoinedSteps steps) {
    this.rules = rules;
    this.topics = topics;
    this.names = names;
    this.starts = starts;
    this.steps = steps;
  }

  /** Walks by these rules over the graph of these concepts and edges, which the caches keep. */
  public static JoinedWalks on(
      SparkSession spark,
      ConceptIndex concepts,
      Dataset<ConceptEdge> edges,
      WalkRules rules,
      Caches caches) {
    Dataset<NodeLabel> names = names(spark, concepts);
    Dataset<NeighbourList> lists = AliasRows.lists(edges, names);
    Dataset<Row> nodes = AliasRows.nodes(names, lists);
    int topics = concepts.topics();
    JoinedSteps steps =
        switch (rules.revisits()) {
          case PASS -> AliasSteps.along(lists, nodes, topics, rules, caches);
          case AVOID -> NonRevisitingSteps.along(caches.persist(lists), topics, rules);
        };
    return new JoinedWalks(rules, topics, names, caches.persist(starts(nodes, rules)), steps);
  }

  private static Dataset<NodeLabel> names(SparkSession spark, ConceptIndex concepts) {
    List<NodeLabel> names =
        IntStream.range(0, concepts.size())
            .mapToObj(
                number -> new NodeLabel(number, kind(concepts, number), concepts.name(number)))
            .toList();
    return spark.createDataset(names, NodeLabel.ENCODER);
  }

  private static ConceptKind kind(ConceptIndex concepts, int number) {
    return number < concepts.topics() ? ConceptKind.TOPIC : ConceptKind.KNOWLEDGE_POINT;
  }

  /** Every topic with the origin of its walks. */
  private static Dataset<Row> starts(Dataset<Row> nodes, WalkRules rules) {
    Dataset<Row> topics = nodes.where(col("kind").equalTo(ConceptKind.TOPIC.name()));
    Dataset<Row> origins =
        topics
            .select("number", "name")
            .map(
                (MapFunction<Row, Tuple2<Integer, Long>>)
                    topic -> new Tuple2<>(topic.getInt(0), rules.origin(topic.getString(1))),
                Encoders.tuple(Encoders.INT(), Encoders.LONG()))
            .toDF("number", "origin");
    return topics.select("number", "within", "across").join(origins, "number");
  }

  @Override
  public Dataset<WalkFingerprint> fingerprints(Dataset<Long> positions) {
    return walked(positions).flatMap(new Find(rules), WalkFingerprint.ENCODER);
  }

  @Override
  public Dataset<Composition> compositions(Dataset<Long> positions, Composer.Factory composers) {
    Column walk = struct(col("*")).as("walk");
    Dataset<Row> concepts =
        walked(positions)
            .select(walk)
            .select(
                col("walk"),
                explode(concat(col("walk.topics"), col("walk.knowledgePoints"))).as("number"));
    Dataset<LabelledWalk> named =
        concepts
            .join(names, "number")
            .groupBy("walk")
            .agg(collect_list(struct(col("number"), col("kind"), col("name"))).as("concepts"))
            .as(LabelledWalk.ENCODER);
    return named.mapPartitions(new Compose(composers), Composition.ENCODER);
  }

  private Dataset<WalkState> walked(Dataset<Long> positions) {
    Dataset<WalkState> walks = started(positions);
    for (int step = 0; step < rules.mostSteps(); step++) {
      walks = steps.after(step, walks);
    }

    return walks;
  }

  private Dataset<WalkState> started(Dataset<Long> positions) {
    Dataset<Row> places = positions.toDF("position");
    Column start = places.col("position").mod(topics).equalTo(starts.col("number"));
    return places
        .join(starts, start)
        .select(
            col("position"),
            col("origin"),
            col("number").as("at"),
            col("within"),
            col("across"),
            lit(false).as("isAtDeadEnd"),
            array(col("number")).as("topics"),
            array().cast("array<int>").as("knowledgePoints"))
        .as(WalkState.ENCODER);
  }

  private record Find(WalkRules rules) implements FlatMapFunction<WalkState, WalkFingerprint> {
    @Override
    public Iterator<WalkFingerprint> call(WalkState state) {
      Walk walk = state.walk();
      return rules.accept(walk)
          ? List.of(WalkFingerprint.of(walk, state.position())).iterator()
          : Collections.emptyIterator();
    }
  }

  private record Compose(Composer.Factory composers)
      implements MapPartitionsFunction<LabelledWalk, Composition> {
    @Override
    public Iterator<Composition> call(Iterator<LabelledWalk> walks) {
      Composer composer = composers.create();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return walks.hasNext();
        }

        @Override
        public Composition next() {
          LabelledWalk named = walks.next();
          return composer.compose(named.walk().position(), named.walk().walk(), named::name);
        }
      };
    }
  }
}
