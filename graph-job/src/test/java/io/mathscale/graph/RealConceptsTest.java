package io.mathscale.graph;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.data.Composition;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.graph.concepts.ConceptMerge;
import io.mathscale.graph.concepts.LexicalKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Concepts that people and a language model named for real seeds. */
@ExtendWith(SparkExtension.class)
@Tag("slow")
class RealConceptsTest {
  private static final Path DATA =
      Path.of(System.getProperty("mathscale.root", ".."), "../shared/data/concepts");

  @TempDir private Path folder;

  @Test
  void labelsOfPeopleMakeAGraphAndCompositions(SparkSession spark) {
    StageContext context = GraphTestData.run(spark, folder, "compose.target=500");
    GraphTestData.write(context, read(spark, "tal_scq5k_en.routes.jsonl"));

    new Build().run(context);
    new Compose().run(context);

    assertThat(context.workspace().read(Tables.NODES).where("kind = 'TOPIC'").count())
        .isEqualTo(14);
    assertThat(context.workspace().read(Tables.NODES).where("kind <> 'TOPIC'").count())
        .isBetween(330L, 337L);
    List<Composition> compositions = context.workspace().read(Tables.COMPOSITIONS).collectAsList();
    assertThat(compositions).hasSize(500);
    assertThat(compositions).allSatisfy(each -> assertThat(each.examples()).hasSize(5));
  }

  @Test
  void labelsOfAModelAreFewerWhenSpellingsAreMerged(SparkSession spark) {
    StageContext context =
        GraphTestData.run(spark, folder, "build.min-count=1", "build.canonicalise=lexical");
    GraphTestData.write(context, read(spark, "math100.llm.jsonl", "math_older_commit.llm.jsonl"));

    new Build().run(context);

    List<ConceptMerge> merges = context.workspace().read(ConceptMerge.TABLE).collectAsList();
    assertThat(merges)
        .extracting(ConceptMerge::name, ConceptMerge::into)
        .contains(
            tuple("Simplification of Fractions", "Fraction Simplification"),
            tuple("Properties of logarithms", "Logarithm properties"));
    assertThat(merges)
        .allSatisfy(
            merge ->
                assertThat(LexicalKey.of(merge.name())).isEqualTo(LexicalKey.of(merge.into())));
  }

  /** In the walk of the paper three of four compositions have a topic that stands there alone. */
  @Test
  void coherentWalksGiveNearlyAllTopicsOfAModelAKnowledgePoint(SparkSession spark) {
    StageContext context =
        GraphTestData.run(spark, folder, "compose.target=5000", "compose.walk=coherent");
    GraphTestData.write(context, read(spark, "math100.llm.jsonl", "math_older_commit.llm.jsonl"));
    new Build().run(context);
    new Compose().run(context);
    JsonNode coherent = compositions(context);
    StageContext paper = GraphTestData.run(spark, folder, "compose.target=5000");
    new Compose().run(paper);
    JsonNode walkedAsInThePaper = compositions(paper);

    assertThat(coherent.path("unownedTopicShare").asDouble()).isBetween(0.0, 0.15);
    assertThat(walkedAsInThePaper.path("unownedTopicShare").asDouble()).isGreaterThan(0.6);
    assertThat(coherent.path("knowledgePointEntropy").asDouble())
        .isGreaterThan(walkedAsInThePaper.path("knowledgePointEntropy").asDouble());
    assertThat(coherent.path("seenPairShare").asDouble())
        .isGreaterThan(walkedAsInThePaper.path("seenPairShare").asDouble());
  }

  private static JsonNode compositions(StageContext context) {
    Workspace workspace = context.workspace();
    try (InputStream summary = workspace.fileSystem().open(workspace.path(GraphSummary.FILE))) {
      return new ObjectMapper().readTree(summary).path("compositions");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the summary", e);
    }
  }

  private static List<ExtractedConcepts> read(SparkSession spark, String... files) {
    return List.of(files).stream()
        .flatMap(file -> rows(spark, file).stream())
        .map(row -> GraphTestData.seed(row.getString(0), row.getList(1), row.getList(2)))
        .toList();
  }

  private static List<Row> rows(SparkSession spark, String file) {
    Path path = DATA.resolve(file);
    assumeTrue(Files.exists(path), "real concepts are not there: " + path);
    return spark
        .read()
        .json(path.toString())
        .select(concat(lit(file), col("id")), col("topics"), col("knowledge_points"))
        .collectAsList();
  }
}
