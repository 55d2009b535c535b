package io.mathscale.graph;

import static io.mathscale.graph.GraphTestData.seed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.graph.network.ConceptNode;
import io.mathscale.graph.network.WeightedEdge;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.graphx.Edge;
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
    StageContext context = GraphTestData.run(spark, folder, "build.min-count=1");
    GraphTestData.write(
        context,
        List.of(
            seed("1", List.of("Ratio", "Algebra"), List.of("Ratio")),
            seed("2", List.of("Algebra"), List.of("Ratio"))));
    new Build().run(context);

    scala.collection.Set<Object> keptBefore = spark.sparkContext().getPersistentRDDs().keySet();
    try (ConceptGraph graph =
        ConceptGraph.load(spark, folder.resolve("workspace").toUri().toString())) {
      assertIsTheGraphOfTheSeeds(graph);
    }

    assertThat(spark.sparkContext().getPersistentRDDs().keySet()).isEqualTo(keptBefore);
  }

  private static void assertIsTheGraphOfTheSeeds(ConceptGraph graph) {
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
}
