package io.mathscale.graph;

import static io.mathscale.graph.GraphTestData.edges;
import static io.mathscale.graph.GraphTestData.seed;
import static io.mathscale.graph.GraphTestData.topics;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mathscale.core.command.Run;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.spark.SparkExtension;
import io.mathscale.graph.network.ConceptNode;
import io.mathscale.graph.network.NodeMeasure;
import io.mathscale.graph.network.WeightedEdge;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.graphx.Edge;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import scala.Tuple2;

@ExtendWith(SparkExtension.class)
class ConceptGraphTest {
  @TempDir private Path folder;

  /** Topics are numbered before knowledge points, though one of each has the same name. */
  @Test
  void loadsTheGraphOfAWorkspace(SparkSession spark) {
    Run run = GraphTestData.run(spark, folder, "build.min-count=1");
    GraphTestData.write(
        run,
        List.of(
            seed("1", List.of("Ratio", "Algebra"), List.of("Ratio")),
            seed("2", List.of("Algebra"), List.of("Ratio"))));
    new Build().run(run);

    ConceptGraph graph = ConceptGraph.load(spark, folder.resolve("workspace").toUri().toString());

    assertThat(graph.nodes().collectAsList())
        .containsExactlyInAnyOrder(
            new ConceptNode(0, ConceptKind.TOPIC, "Algebra", "Algebra", 2),
            new ConceptNode(1, ConceptKind.TOPIC, "Ratio", "Ratio", 1),
            new ConceptNode(2, ConceptKind.KNOWLEDGE_POINT, "Ratio", "Ratio", 2));
    assertThat(graph.edges().collectAsList())
        .containsExactlyInAnyOrder(
            new WeightedEdge(0, 1, 1), new WeightedEdge(0, 2, 2), new WeightedEdge(1, 2, 1));
    assertThat(graph.graphX().vertices().toJavaRDD().collect())
        .containsExactlyInAnyOrder(
            new Tuple2<>(0L, "Algebra"), new Tuple2<>(1L, "Ratio"), new Tuple2<>(2L, "Ratio"));
    assertThat(graph.graphX().edges().toJavaRDD().collect())
        .hasSize(6)
        .contains(new Edge<>(0, 2, 2L), new Edge<>(2, 0, 2L));
  }

  @Test
  void needsAGraphToLoad(SparkSession spark) {
    assertThatThrownBy(() -> ConceptGraph.load(spark, folder.toUri().toString()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("table graph/nodes must stand in")
        .hasMessageContaining("run build first");
  }

  /** 0 - 1 - 2 in a row, 3 - 4, and 5 alone. */
  @Test
  void measuresNodesByHand(SparkSession spark) {
    Dataset<WeightedEdge> edges =
        edges(
            spark, new WeightedEdge(0, 1, 5), new WeightedEdge(1, 2, 1), new WeightedEdge(3, 4, 1));

    List<NodeMeasure> measures =
        ConceptGraph.of(topics(spark, 6), edges).measures().collectAsList().stream()
            .sorted(Comparator.comparingLong(NodeMeasure::number))
            .toList();

    assertThat(measures).extracting(NodeMeasure::degree).containsExactly(1L, 2L, 1L, 1L, 1L, 0L);
    assertThat(measures).extracting(NodeMeasure::component).containsExactly(0L, 0L, 0L, 3L, 3L, 5L);

    // Each hears itself as loudly as its loudest neighbour, and of equals takes the smallest label.
    assertThat(measures).extracting(NodeMeasure::community).containsExactly(0L, 0L, 0L, 3L, 3L, 5L);

    // The node that leads nowhere keeps its restart share u; a pair keeps u / 0.15 each; in the row
    // r1 = u + 0.85 (r0 + r2) and r0 = r2 = u + 0.425 r1, so r1 = 2.7 u / 0.2775.
    double restart = measures.get(5).pageRank();
    double middle = 2.7 / 0.2775 * restart;
    assertThat(measures.get(3).pageRank()).isCloseTo(restart / 0.15, within(0.01));
    assertThat(measures.get(1).pageRank()).isCloseTo(middle, within(0.01));
    assertThat(measures.get(0).pageRank()).isCloseTo(restart + 0.425 * middle, within(0.01));
    assertThat(measures.stream().mapToDouble(NodeMeasure::pageRank).sum())
        .isCloseTo(1, within(1e-8));
  }
}
