package io.mathscale.graph;

import static io.mathscale.graph.GraphTestData.seed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Composition;
import io.mathscale.core.data.ConceptEdge;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.WriteMetadata;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A graph of concepts that nobody has to be asked for. */
@ExtendWith(SparkExtension.class)
class BuildFromFilesTest {
  private static final Path DATA =
      Path.of(System.getProperty("mathscale.root", ".."), "../shared/data/concepts");

  private static final String ROWS =
      """
      {"id": 1, "question": "Q1?", "answer": 5, "topics": ["Algebra", "Geometry"], "kps": ["Area"]}
      {"id": 2, "question": "Q2?", "topics": ["algebra"], "knowledge_points": ["Area", "Ratio"]}

      {"id": 3, "topics": ["Geometry"], "knowledge_points": ["Ratio"]}
      {"id": 4, "topics": ["Geometry"], "knowledge_points": []}
      {"id": 2, "topics": ["Other"], "knowledge_points": ["Area"]}
      no JSON
      """;

  @TempDir private Path folder;

  @Test
  void makesTheGraphOfUsableRowsAndRejectsTheOthers(SparkSession spark) throws IOException {
    StageContext context =
        run(spark, ROWS, "compose.target=3", "compose.examples=3", "compose.example-solutions=any");

    new Build().run(context);
    new Compose().run(context);

    assertThat(context.workspace().read(Tables.EDGES).collectAsList())
        .extracting(ConceptEdge::source, ConceptEdge::target, ConceptEdge::weight)
        .containsExactlyInAnyOrder(
            tuple("Algebra", "Geometry", 1L),
            tuple("Algebra", "Area", 2L),
            tuple("Algebra", "Ratio", 1L),
            tuple("Geometry", "Area", 1L),
            tuple("Geometry", "Ratio", 1L),
            tuple("Area", "Ratio", 1L));
    assertThat(context.workspace().read(Tables.CONCEPTS).collectAsList())
        .extracting(ExtractedConcepts::id)
        .containsExactlyInAnyOrder("1", "2", "3");
    assertThat(context.workspace().read(Tables.rejectedBy("build")).collectAsList())
        .extracting(Rejected::reason, each -> each.origin().replaceAll(".*/", ""))
        .containsExactlyInAnyOrder(
            tuple(RejectionReason.NO_CONCEPTS, "concepts.jsonl, row 5"),
            tuple(RejectionReason.DUPLICATE, "concepts.jsonl, row 6"),
            tuple(RejectionReason.NOT_JSON, "concepts.jsonl, row 7"));
    assertThat(context.workspace().read(Tables.SEEDS).collectAsList())
        .containsExactlyInAnyOrder(
            new SeedQuestion("1", "", "Q1?", "5", ""), new SeedQuestion("2", "", "Q2?", "", ""));
    assertThat(context.workspace().read(Tables.COMPOSITIONS).collectAsList())
        .hasSize(3)
        .allSatisfy(each -> assertThat(each.examples()).containsExactly("1"));
  }

  @Test
  void seedsThatStandAreLeftWhereNoRowHasAQuestion(SparkSession spark) throws IOException {
    StageContext context = run(spark, ROWS);
    new Build().run(context);
    StageContext without = run(spark, ROWS.replace("question", "other"));

    new Build().run(without);

    assertThat(without.workspace().read(Tables.SEEDS).collectAsList())
        .extracting(SeedQuestion::question)
        .containsExactlyInAnyOrder("Q1?", "Q2?");
  }

  @Test
  void readsWhatExtractWroteInAnotherWorkspace(SparkSession spark) {
    StageContext other = GraphTestData.run(spark, folder.resolve("other"), "build.min-count=1");
    GraphTestData.write(other, List.of(seed("1", List.of("A"), List.of("x", "y"))));
    new Build().run(other);
    String path = folder.resolve("other/workspace/concepts").toUri().toString();
    StageContext context =
        GraphTestData.run(
            spark, folder.resolve("own"), "build.min-count=1", "build.concepts=" + path);

    new Build().run(context);

    assertThat(context.workspace().read(Tables.NODES).collectAsList())
        .containsExactlyElementsOf(other.workspace().read(Tables.NODES).collectAsList());
    assertThat(context.workspace().read(Tables.SEEDS).count()).isZero();
  }

  @Test
  void conceptsThatWerePaidForAreNotReplaced(SparkSession spark) throws IOException {
    StageContext context = run(spark, ROWS);
    Manifest.Calls calls =
        new Manifest.Calls(3, 0, 9, 0, 9, BigDecimal.ONE, new TreeMap<>(), BigDecimal.ZERO);
    context
        .workspace()
        .write(
            Tables.CONCEPTS,
            spark.emptyDataset(ExtractedConcepts.ENCODER),
            new WriteMetadata(Instant.EPOCH, new TreeMap<>(), List.of(), calls));

    assertThatThrownBy(() -> new Build().run(context))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("build.concepts must be empty, or workspace another one, ")
        .hasMessageEndingWith("has the answers to 3 calls");
  }

  @Test
  void needsFilesWithAUsableRow(SparkSession spark) throws IOException {
    StageContext none =
        GraphTestData.run(spark, folder, "build.concepts=" + folder.resolve("none"));
    StageContext unusable = run(spark, "{\"topics\": [\"A\"]}\n{}\n");

    assertThatThrownBy(() -> new Build().run(none))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("build.concepts must name a file, folder or glob")
        .hasMessageEndingWith("" + folder.resolve("none"));
    assertThatThrownBy(() -> new Build().run(unusable))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(
            "must hold at least one row with a topic and a knowledge point: all 2")
        .hasMessageContaining("(NO_CONCEPTS 2); the first: ")
        .hasMessageContaining("concepts.jsonl, row 1: ");
    assertThat(unusable.workspace().has(Tables.CONCEPTS)).isFalse();
  }

  @Test
  void readsLabelsOfPeople(SparkSession spark) {
    Path file = DATA.resolve("tal_scq5k_en.routes.jsonl");
    assumeTrue(Files.exists(file), "real concepts are not there: " + file);
    StageContext context =
        GraphTestData.run(spark, folder, "build.concepts=" + file.toUri(), "compose.target=200");

    new Build().run(context);
    new Compose().run(context);

    long good = context.workspace().read(Tables.CONCEPTS).count();
    long rejected = context.workspace().read(Tables.rejectedBy("build")).count();
    assertThat(good + rejected).isEqualTo(5_000);
    assertThat(rejected).isEqualTo(1);
    assertThat(context.workspace().read(Tables.COMPOSITIONS).collectAsList())
        .hasSize(200)
        .extracting(Composition::id)
        .doesNotHaveDuplicates();
  }

  private StageContext run(SparkSession spark, String rows, String... settings) throws IOException {
    Path file = folder.resolve("concepts.jsonl");
    Files.writeString(file, rows);
    List<String> all = new ArrayList<>(List.of(settings));
    all.add("build.min-count=1");
    all.add("build.concepts=" + file.toUri());
    return GraphTestData.run(spark, folder, all.toArray(String[]::new));
  }
}
