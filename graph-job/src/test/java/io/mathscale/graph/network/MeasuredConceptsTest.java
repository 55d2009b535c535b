package io.mathscale.graph.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mathscale.core.data.Concept;
import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.spark.Caches;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.graph.concepts.ConceptFrequency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.graphx.Edge;
import org.apache.spark.graphx.Graph;
import org.apache.spark.graphx.lib.ConnectedComponents;
import org.apache.spark.graphx.lib.PageRank;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.Tuple2;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/** A graph of one block is measured on the driver, one of several by Spark jobs. */
@ExtendWith(SparkExtension.class)
class MeasuredConceptsTest {
  /** 0 - 1 - 2 in a row, 3 - 4, and 5 alone. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void measuresNodesByHand(int blocks, SparkSession spark) {
    List<Concept> nodes = measured(spark, 6, blocks, arcs(0, 1, 5, 1, 2, 1, 3, 4, 1));

    assertThat(nodes).extracting(Concept::degree).containsExactly(1L, 2L, 1L, 1L, 1L, 0L);
    assertThat(nodes).extracting(Concept::component).containsExactly(0L, 0L, 0L, 3L, 3L, 5L);

    // A node's own label weighs as much as its heaviest edge; of equals the smallest is taken.
    assertThat(nodes).extracting(Concept::community).containsExactly(0L, 0L, 0L, 3L, 3L, 5L);

    // The node that leads nowhere keeps its restart share u; a pair keeps u / 0.15 each; in the row
    // r1 = u + 0.85 (r0 + r2) and r0 = r2 = u + 0.425 r1, so r1 = 2.7 u / 0.2775.
    double restart = nodes.get(5).pageRank();
    double middle = 2.7 / 0.2775 * restart;
    assertThat(nodes.get(3).pageRank()).isCloseTo(restart / 0.15, within(0.01));
    assertThat(nodes.get(1).pageRank()).isCloseTo(middle, within(0.01));
    assertThat(nodes.get(0).pageRank()).isCloseTo(restart + 0.425 * middle, within(0.01));
    assertThat(nodes.stream().mapToDouble(Concept::pageRank).sum()).isCloseTo(1, within(1e-8));
  }

  /** Two triangles of heavy edges, 0 1 2 and 3 4 5, that a light edge joins. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aLightEdgeKeepsTwoCommunitiesApart(int blocks, SparkSession spark) {
    List<Arc> arcs = arcs(0, 1, 5, 0, 2, 5, 1, 2, 5, 2, 3, 1, 3, 4, 5, 3, 5, 5, 4, 5, 5);

    assertThat(measured(spark, 6, blocks, arcs))
        .extracting(Concept::community)
        .containsExactly(0L, 0L, 0L, 3L, 3L, 3L);
  }

  /** 300 nodes and 330 random edges: many components, and nodes without a neighbour. */
  @Test
  void componentsAndRanksAreThoseOfGraphX(SparkSession spark) {
    int size = 300;
    List<Arc> arcs = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(7);
    for (int edge = 0; edge < 330; edge++) {
      int one = random.nextInt(size);
      int other = random.nextInt(size);
      if (one != other) {
        arcs.addAll(arcs(one, other, 1 + random.nextInt(3)));
      }
    }

    Graph<Integer, Long> graph = graphX(spark, size, arcs);
    Map<Long, Long> components = new HashMap<>();
    ConnectedComponents.run(graph, INT, LONG).vertices().toJavaRDD().collect().stream()
        .forEach(vertex -> components.put((Long) vertex._1(), (Long) vertex._2()));
    Map<Long, Double> ranks = new HashMap<>();
    PageRank.run(graph, 20, 0.15, INT, LONG).vertices().toJavaRDD().collect().stream()
        .forEach(vertex -> ranks.put((Long) vertex._1(), (Double) vertex._2() / size));
    assertThat(components.values().stream().distinct().count()).isGreaterThan(20);
    for (int blocks : new int[] {1, 4}) {
      List<Concept> nodes = measured(spark, size, blocks, arcs);

      for (int node = 0; node < size; node++) {
        assertThat(nodes.get(node).component()).isEqualTo(components.get((long) node));
        assertThat(nodes.get(node).pageRank()).isCloseTo(ranks.get((long) node), within(1e-10));
      }
    }

    graph.unpersist(false);
  }

  private static final ClassTag<Integer> INT = ClassTag$.MODULE$.apply(Integer.class);
  private static final ClassTag<Long> LONG = ClassTag$.MODULE$.apply(Long.class);

  /** Each edge once, however often it was drawn. */
  private static Graph<Integer, Long> graphX(SparkSession spark, int size, List<Arc> arcs) {
    Map<List<Integer>, Edge<Long>> edges = new HashMap<>();
    for (Arc arc : arcs) {
      edges.put(List.of(arc.source(), arc.target()), new Edge<>(arc.source(), arc.target(), 1L));
    }

    List<Tuple2<Object, Integer>> vertices =
        IntStream.range(0, size)
            .mapToObj(node -> new Tuple2<>((Object) (long) node, node))
            .toList();
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return Graph.apply(
        context.parallelize(vertices, 1).rdd(),
        context.parallelize(new ArrayList<>(edges.values()), 1).rdd(),
        0,
        StorageLevel.MEMORY_ONLY(),
        StorageLevel.MEMORY_ONLY(),
        INT,
        LONG);
  }

  private static List<Concept> measured(SparkSession spark, int size, int blocks, List<Arc> arcs) {
    List<ConceptFrequency> concepts =
        IntStream.range(0, size)
            .mapToObj(node -> new ConceptFrequency(ConceptKind.TOPIC, "" + node, "" + node, 1))
            .toList();
    try (Caches caches = new Caches(spark)) {
      return MeasuredConcepts.of(
          concepts,
          ConceptNetwork.of(spark.createDataset(arcs, Arc.ENCODER), blocks, size, caches));
    }
  }

  /** Arcs both ways of edges: source, target and weight of one after the other. */
  private static List<Arc> arcs(int... edges) {
    List<Arc> arcs = new ArrayList<>();
    for (int i = 0; i < edges.length; i += 3) {
      arcs.add(new Arc(edges[i], edges[i + 1], edges[i + 2]));
      arcs.add(new Arc(edges[i + 1], edges[i], edges[i + 2]));
    }

    return arcs;
  }
}
