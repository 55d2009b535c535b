package io.mathscale.graph;

import static io.mathscale.graph.GraphTestData.seed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Composition;
import io.mathscale.core.data.Concept;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkExtension.class)
class ComposeTest {
  private static final List<ExtractedConcepts> SEEDS =
      List.of(
          seed("1", List.of("Algebra", "Geometry"), List.of("Area", "Ratio")),
          seed("2", List.of("Algebra"), List.of("Area", "Ratio", "Speed")),
          seed("3", List.of("Algebra", "Number theory"), List.of("Primes", "Speed")),
          seed("4", List.of("Number theory"), List.of("Primes")),
          seed("5", List.of("Number theory", "Geometry"), List.of("Area")),
          seed("6", List.of("Number theory"), List.of()));

  /** Where the graph of the seeds stands: it is made once. */
  @TempDir private static Path graph;

  @TempDir private Path folder;

  /** Ids of the RDDs that Spark keeps before a test. */
  private Set<Object> keptBefore;

  @BeforeAll
  static void build(SparkSession spark) {
    StageContext context = GraphTestData.run(spark, graph);
    GraphTestData.write(context, SEEDS);
    new Build().run(context);
  }

  @BeforeEach
  void noteWhatIsKept(SparkSession spark) {
    keptBefore = kept(spark);
  }

  /** Other stages may follow in the application, whether a stage fails or not. */
  @AfterEach
  void nothingMoreIsKept(SparkSession spark) {
    assertThat(keptBefore).containsAll(kept(spark));
  }

  private static Set<Object> kept(SparkSession spark) {
    return Set.copyOf(
        JavaSparkContext.fromSparkContext(spark.sparkContext()).getPersistentRDDs().keySet());
  }

  @Test
  void makesAsManyCompositionsAsWanted(SparkSession spark) {
    List<Composition> compositions = compose(spark, "compose.target=10", "compose.examples=2");

    assertThat(compositions).hasSize(10).doesNotHaveDuplicates();
    assertThat(compositions).extracting(Composition::id).doesNotHaveDuplicates();
    assertThat(compositions)
        .allSatisfy(
            composition -> {
              assertThat(composition.topics()).isNotEmpty().doesNotHaveDuplicates();
              assertThat(composition.knowledgePoints()).isNotEmpty().doesNotHaveDuplicates();
              assertThat(Set.of("Algebra", "Geometry", "Number theory"))
                  .containsAll(composition.topics());
              assertThat(Set.of("Area", "Ratio", "Speed", "Primes"))
                  .containsAll(composition.knowledgePoints());
              assertThat(composition.examples()).hasSize(2).doesNotHaveDuplicates();
            });
  }

  @Test
  void endsWhenThereIsNothingNew(SparkSession spark) {
    List<Composition> compositions = compose(spark, "compose.target=1000000");

    assertThat(compositions).hasSizeBetween(20, 60);
    assertThat(compositions)
        .extracting(each -> List.of(Set.copyOf(each.topics()), Set.copyOf(each.knowledgePoints())))
        .doesNotHaveDuplicates();
    assertThat(compositions).allSatisfy(each -> assertThat(each.examples()).hasSize(5));
  }

  @Test
  void aSmallerTargetIsTheBeginningOfALargerOne(SparkSession spark) {
    List<Composition> few = compose(spark, "compose.target=7");
    List<Composition> more = compose(spark, "compose.target=12");

    assertThat(more).containsAll(few);
  }

  @Tag("slow")
  @Test
  void joinsWalkTheSameWalksAsABroadcastGraph(SparkSession spark) {
    // Each step is a join to compile: walks of all steps once are enough.
    String fewSteps = "compose.knowledge-point-steps=[0,1]";
    for (String[] settings :
        List.of(
            new String[] {"compose.target=20", "compose.dead-ends=keep"},
            new String[] {"compose.target=20", "compose.dead-ends=drop", fewSteps},
            new String[] {"compose.target=20", "compose.revisits=avoid", fewSteps})) {
      List<Composition> broadcast = compose(spark, settings);
      List<Composition> joined = compose(spark, joined(settings));

      assertThat(joined).hasSize(20).containsExactlyInAnyOrderElementsOf(broadcast);
    }
  }

  private static String[] joined(String... settings) {
    List<String> all = new ArrayList<>(List.of(settings));
    all.add("compose.broadcast-limit=0");
    return all.toArray(String[]::new);
  }

  @Test
  void examplesAreSeedsWithAWorkedSolution(SparkSession spark) {
    StageContext context =
        GraphTestData.run(spark, folder, "compose.target=10", "compose.examples=3");
    GraphTestData.write(context, SEEDS);
    new Build().run(context);
    List<SeedQuestion> seeds =
        List.of(
            new SeedQuestion("1", "", "Q1?", "6", "2 times 3 makes 6, so it is 6."),
            new SeedQuestion("2", "", "Q2?", "7", ""),
            new SeedQuestion("3", "", "Q3?", "", "It is 3 plus 5, which is 8."),
            new SeedQuestion("4", "", "Q4?", "9", "9"),
            new SeedQuestion("5", "", "Q5?", "", ""));
    context
        .workspace()
        .write(
            Tables.SEEDS,
            spark.createDataset(seeds, SeedQuestion.ENCODER),
            context.metadata(List.of()));

    new Compose().run(context);

    assertThat(context.workspace().read(Tables.COMPOSITIONS).collectAsList())
        .hasSize(10)
        .allSatisfy(
            composition -> assertThat(composition.examples()).containsExactlyInAnyOrder("1", "3"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compose.broadcast-limit=0",
        "compose.broadcast-limit=1000",
        "compose.walk=coherent"
      })
  void walksNeedTheNodesOfTheirEdges(String setting, SparkSession spark) {
    StageContext whole = GraphTestData.run(spark, graph);
    StageContext context = GraphTestData.run(spark, folder, setting);
    Dataset<Concept> nodes =
        whole.workspace().read(Tables.NODES).where("name <> 'Speed'").as(Concept.ENCODER);
    GraphTestData.write(context, SEEDS);
    context.workspace().write(Tables.NODES, nodes, context.metadata(List.of()));
    context
        .workspace()
        .write(Tables.EDGES, whole.workspace().read(Tables.EDGES), context.metadata(List.of()));

    assertThatThrownBy(() -> new Compose().run(context))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("an edge has the concept \"Speed\", which is no node");
  }

  @Test
  void coherentWalksAreRefusedOverAGraphThatNoProcessHolds(SparkSession spark) {
    StageContext context =
        GraphTestData.run(
            spark,
            graph,
            "compose.target=20",
            "compose.walk=coherent",
            "compose.broadcast-limit=1");

    assertThatThrownBy(() -> new Compose().run(context))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("compose.walk = coherent must have the graph in the memory")
        .hasMessageContaining("more than compose.broadcast-limit = 1");
  }

  @Test
  void anEvenCoverIsRefusedWhereChancesAreThePapers(SparkSession spark) {
    assertThatThrownBy(() -> GraphTestData.run(spark, folder, "compose.cover=even"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("compose.cover must be off where compose.walk is paper");
  }

  @Test
  void needsAGraph(SparkSession spark) {
    StageContext context = GraphTestData.run(spark, folder);
    GraphTestData.write(context, SEEDS);

    assertThatThrownBy(() -> new Compose().run(context))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("table graph/nodes must stand in")
        .hasMessageContaining("run build first");
  }

  @Test
  void needsTopicsThatMeet(SparkSession spark) {
    StageContext context = GraphTestData.run(spark, folder, "build.min-count=1");
    GraphTestData.write(context, SEEDS.subList(3, 4));
    new Build().run(context);

    assertThatThrownBy(() -> new Compose().run(context))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("compose must find a composition in the graph");
  }

  private List<Composition> compose(SparkSession spark, String... settings) {
    StageContext context = GraphTestData.run(spark, graph, settings);
    new Compose().run(context);
    return context.workspace().read(Tables.COMPOSITIONS).collectAsList();
  }
}
