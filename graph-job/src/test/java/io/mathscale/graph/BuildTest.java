package io.mathscale.graph;

import static io.mathscale.graph.GraphTestData.seed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Concept;
import io.mathscale.core.data.ConceptEdge;
import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.data.EdgeKind;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class BuildTest {
  private static final List<ExtractedConcepts> SEEDS =
      List.of(
          seed("1", List.of("Algebra", "Geometry"), List.of("Area", "Ratio")),
          seed("2", List.of("algebra"), List.of("Area", " area ", "Ratio")),
          seed("3", List.of("Algebra"), List.of("Primes", "Rare")),
          seed("4", List.of("Number  theory"), List.of("Primes")),
          seed("5", List.of("Number theory", "Geometry"), List.of("Algebra")),
          seed("6", List.of("Lonely topic"), List.of("Algebra")));

  /** Where the graph of the seeds is made, once. */
  @TempDir private static Path shared;

  private static StageContext built;

  @TempDir private Path folder;

  @BeforeAll
  static void buildTheGraphOfTheSeeds(SparkSession spark) {
    built = GraphTestData.run(spark, shared);
    GraphTestData.write(built, SEEDS);
    new Build().run(built);
  }

  @Test
  void weighsEdgesByTheSeedsThatHoldBothConcepts() {
    List<ConceptEdge> edges = rows(built, Tables.EDGES);

    assertThat(edges)
        .containsExactlyInAnyOrder(
            edge(EdgeKind.TOPIC_TOPIC, "Algebra", "Geometry", 1),
            edge(EdgeKind.TOPIC_TOPIC, "Geometry", "Number theory", 1),
            edge(EdgeKind.TOPIC_KNOWLEDGE_POINT, "Algebra", "Area", 2),
            edge(EdgeKind.TOPIC_KNOWLEDGE_POINT, "Algebra", "Ratio", 2),
            edge(EdgeKind.TOPIC_KNOWLEDGE_POINT, "Algebra", "Primes", 1),
            edge(EdgeKind.TOPIC_KNOWLEDGE_POINT, "Geometry", "Area", 1),
            edge(EdgeKind.TOPIC_KNOWLEDGE_POINT, "Geometry", "Ratio", 1),
            edge(EdgeKind.TOPIC_KNOWLEDGE_POINT, "Geometry", "Algebra", 1),
            edge(EdgeKind.TOPIC_KNOWLEDGE_POINT, "Number theory", "Primes", 1),
            edge(EdgeKind.TOPIC_KNOWLEDGE_POINT, "Number theory", "Algebra", 1),
            edge(EdgeKind.KNOWLEDGE_POINT_KNOWLEDGE_POINT, "Area", "Ratio", 2));
  }

  @Test
  void measuresTheNodes() {
    List<Concept> nodes = rows(built, Tables.NODES);

    assertThat(nodes)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("community", "pageRank")
        .containsExactlyInAnyOrder(
            node("Algebra", ConceptKind.TOPIC, 3, 4),
            node("Geometry", ConceptKind.TOPIC, 2, 5),
            node("Number theory", ConceptKind.TOPIC, 2, 3),
            node("Algebra", ConceptKind.KNOWLEDGE_POINT, 2, 2),
            node("Area", ConceptKind.KNOWLEDGE_POINT, 2, 3),
            node("Primes", ConceptKind.KNOWLEDGE_POINT, 2, 2),
            node("Ratio", ConceptKind.KNOWLEDGE_POINT, 2, 3));
    assertThat(nodes.stream().mapToDouble(Concept::pageRank).sum()).isCloseTo(1, within(1e-8));
  }

  @Test
  void saysWhatIsInTheGraph() throws Exception {
    assertThat(Files.readString(shared.resolve("workspace/graph/summary.json")))
        .contains("\"topics\" : 4", "\"keptTopics\" : 3", "\"components\" : 1");
    assertThat(built.workspace().manifest(Tables.NODES.name()).orElseThrow().counts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("rareTopics", 1L, "rareKnowledgePoints", 1L, "unusableNames", 0L));
  }

  @Test
  void needsConceptsThatComeTwice(SparkSession spark) {
    StageContext context = GraphTestData.run(spark, folder);
    GraphTestData.write(context, SEEDS.subList(3, 4));

    assertThatThrownBy(() -> new Build().run(context))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "build.min-count must leave topics and knowledge points: 2 leaves 0 of 1 topics and"
                + " 0 of 1 knowledge points of table concepts");
  }

  @Test
  void needsTheConceptsTable(SparkSession spark) {
    StageContext context = GraphTestData.run(spark, folder);

    assertThatThrownBy(() -> new Build().run(context))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("table concepts must stand in")
        .hasMessageContaining("run extract first");
  }

  @Test
  void takesSeedsWithoutConceptsAndWithVeryManyAndVeryLongOnes(SparkSession spark)
      throws Exception {
    List<String> many = IntStream.range(0, 400).mapToObj(i -> "Point " + i).toList();
    List<ExtractedConcepts> seeds = new ArrayList<>();
    seeds.add(seed("none", List.of(), List.of()));
    seeds.add(seed("blank", List.of(" "), List.of("")));
    seeds.add(seed("many 1", List.of("Algebra"), many));
    seeds.add(seed("many 2", List.of("Algebra"), many));
    seeds.add(seed("long 1", List.of("Algebra"), List.of("x".repeat(10_000))));
    seeds.add(seed("long 2", List.of("Algebra"), List.of("x".repeat(10_000))));
    StageContext context = GraphTestData.run(spark, folder);
    GraphTestData.write(context, seeds);

    new Build().run(context);

    // One topic and 400 points; two blank and two very long names are left out.
    assertThat(Files.readString(folder.resolve("workspace/graph/summary.json")))
        .contains("\"unusable\" : 4");
    assertThat(context.workspace().read(Tables.NODES).count()).isEqualTo(401);
    assertThat(context.workspace().read(Tables.EDGES).where("weight = 2").count())
        .isEqualTo(400 + 400 * 399 / 2);
  }

  @Test
  void tellsThatNothingIsLeftWhenAllConceptsAreUnique(SparkSession spark) {
    List<ExtractedConcepts> seeds = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      seeds.add(seed("" + i, List.of("Topic " + i), List.of("Point " + i, "Other point " + i)));
    }

    StageContext context = GraphTestData.run(spark, folder);
    GraphTestData.write(context, seeds);

    assertThatThrownBy(() -> new Build().run(context))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "build.min-count must leave topics and knowledge points: 2 leaves 0 of 50 topics and"
                + " 0 of 100 knowledge points of table concepts");
    assertThat(context.workspace().has(Tables.NODES)).isFalse();
  }

  @Test
  void tellsThatNothingIsThereWhenNoSeedHasConcepts(SparkSession spark) {
    StageContext context = GraphTestData.run(spark, folder);
    GraphTestData.write(context, List.of(seed("1", List.of(), List.of())));

    assertThatThrownBy(() -> new Build().run(context))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("2 leaves 0 of 0 topics and 0 of 0 knowledge points");
  }

  @Test
  void seedsAddedLaterExtendTheGraphAndItsCompositions(SparkSession spark) {
    String[] settings = {"build.min-count=1", "compose.target=15", "compose.examples=2"};
    StageContext context = GraphTestData.run(spark, folder.resolve("grown"), settings);
    GraphTestData.write(context, SEEDS.subList(0, 3));
    new Build().run(context);
    new Compose().run(context);
    assertThat(context.workspace().read(Tables.NODES).where("name = 'Number theory'").count())
        .isZero();

    GraphTestData.write(context, SEEDS);
    new Build().run(context);
    new Compose().run(context);

    StageContext atOnce = GraphTestData.run(spark, folder.resolve("at once"), settings);
    GraphTestData.write(atOnce, SEEDS);
    new Build().run(atOnce);
    new Compose().run(atOnce);
    assertThat(rows(context, Tables.NODES)).extracting(Concept::name).contains("Number theory");
    assertThat(rows(context, Tables.NODES)).hasSameElementsAs(rows(atOnce, Tables.NODES));
    assertThat(rows(context, Tables.EDGES)).hasSameElementsAs(rows(atOnce, Tables.EDGES));
    assertThat(rows(context, Tables.COMPOSITIONS))
        .hasSize(15)
        .hasSameElementsAs(rows(atOnce, Tables.COMPOSITIONS));
  }

  private static <T> List<T> rows(StageContext context, Table<T> table) {
    return context.workspace().read(table).collectAsList();
  }

  private static ConceptEdge edge(EdgeKind kind, String source, String target, long weight) {
    return new ConceptEdge(kind, source, target, weight, Math.log(weight + 1e-5));
  }

  private static Concept node(String name, ConceptKind kind, long seeds, long degree) {
    return new Concept(name, kind, seeds, degree, 0, 0, 0);
  }
}
