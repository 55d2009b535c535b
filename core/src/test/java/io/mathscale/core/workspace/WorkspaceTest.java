package io.mathscale.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Message;
import io.mathscale.core.data.ModelOutput;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.encoder.RecordEncoders;
import io.mathscale.core.testing.SparkExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class WorkspaceTest {
  private static final List<CountDownLatch> MOMENTS =
      List.of(new CountDownLatch(1), new CountDownLatch(1), new CountDownLatch(1));

  @TempDir private Path folder;
  private SparkSession spark;
  private Workspace workspace;

  @BeforeEach
  void open(SparkSession session) {
    spark = session;
    workspace = Workspace.at(session, folder.toString());
  }

  @Test
  void givesBackWhatWasWritten() {
    workspace.write(Tables.SEEDS, seeds("a", "b"), metadata());

    assertThat(workspace.read(Tables.SEEDS).collectAsList()).containsExactly(seed("a"), seed("b"));
    assertThat(workspace.tablesBelow("")).containsExactly("seeds");
  }

  @Test
  void describesATableInItsManifest() {
    Manifest written = workspace.write(Tables.SEEDS, seeds("a", "b"), metadata());

    assertThat(workspace.manifest("seeds")).contains(written);
    assertThat(written.rows()).isEqualTo(2);
    assertThat(written.configuration()).containsEntry("seed", 42);
    assertThat(written.sparkVersion()).isEqualTo(spark.version());
  }

  @Test
  void namesTheInputsOfATable() {
    workspace.write(Tables.SEEDS, seeds("a"), metadata());
    Manifest second =
        workspace.write(
            Tables.rejectedBy("extract"),
            spark.emptyDataset(Rejected.ENCODER),
            new WriteMetadata(
                Instant.EPOCH, new TreeMap<>(), List.of(Tables.SEEDS), Manifest.Calls.NONE));

    assertThat(second.inputs())
        .singleElement()
        .satisfies(input -> assertThat(input.table()).isEqualTo("seeds"))
        .satisfies(input -> assertThat(input.rows()).isEqualTo(1))
        .satisfies(
            input ->
                assertThat(input.id())
                    .isNotEmpty()
                    .isEqualTo(workspace.manifest("seeds").orElseThrow().id()));
  }

  @Test
  void aNewTableTakesThePlaceOfTheOldOne() throws IOException {
    workspace.write(Tables.SEEDS, seeds("a", "b"), metadata());
    workspace.write(Tables.SEEDS, seeds("c"), metadata());

    assertThat(workspace.read(Tables.SEEDS).collectAsList()).containsExactly(seed("c"));
    assertThat(dataFiles("seeds")).hasSameSizeAs(workspace.manifest("seeds").get().files());
  }

  @Test
  void aTableMayBeMadeFromItself() {
    workspace.write(Tables.SEEDS, seeds("a", "b"), metadata());
    workspace.write(Tables.SEEDS, workspace.read(Tables.SEEDS).where("id = 'b'"), metadata());

    assertThat(workspace.read(Tables.SEEDS).collectAsList()).containsExactly(seed("b"));
  }

  @Test
  void theOldTableStandsWhenTheNewOneFails() {
    workspace.write(Tables.SEEDS, seeds("a"), metadata());
    Dataset<SeedQuestion> broken =
        seeds("b", "c")
            .map(
                (MapFunction<SeedQuestion, SeedQuestion>) WorkspaceTest::refuse,
                SeedQuestion.ENCODER);

    assertThatThrownBy(() -> workspace.write(Tables.SEEDS, broken, metadata()))
        .hasRootCauseInstanceOf(IllegalStateException.class);

    assertThat(workspace.read(Tables.SEEDS).collectAsList()).containsExactly(seed("a"));
  }

  /**
   * One that stood still until another took its tables goes on for a while: a nemesis (seeds 14 and
   * 19) had it lose its files, and end as by a bug.
   */
  @Test
  void twoThatWriteATableAtOnceHaveNoPartInEachOthersRows() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<?> stoodStill =
          threads.submit(() -> workspace.begin().write(Tables.SEEDS, when(0), metadata()));
      MOMENTS.get(0).await();
      Future<Manifest> tookOver =
          threads.submit(() -> workspace.write(Tables.SEEDS, when(1), metadata()));
      await().until(stoodStill::isDone);
      MOMENTS.get(2).countDown();

      assertThat(tookOver.get().rows()).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }

    assertThat(workspace.read(Tables.SEEDS).collectAsList()).containsExactly(seed("1"));
    try (Stream<Path> files = Files.list(folder.resolve("seeds"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".parquet"))).hasSize(1);
    }
  }

  @Test
  void whoLostItsTablesRemovesNothing() throws IOException {
    Path other = folder.resolve("seeds/" + Scratch.name("_staged") + "/part-00000.parquet");
    Files.createDirectories(other.getParent());
    Files.createFile(other);
    Workspace lost =
        workspace.guardedBy(
            new TableGuard() {
              @Override
              public void beforeWrite() {
                throw new IllegalStateException("lost");
              }
            });

    assertThatThrownBy(() -> lost.write(Tables.SEEDS, seeds("a"), metadata())).hasMessage("lost");
    assertThat(other).exists();

    workspace.write(Tables.SEEDS, seeds("a"), metadata());
    assertThat(other.getParent()).doesNotExist();
  }

  @Test
  void removesNothingThatAnotherBeginsMeanwhile() throws IOException {
    Path begun = folder.resolve("seeds/" + Scratch.name("_staged") + "/part-00000.parquet");
    Path written = folder.resolve("seeds/part-00000-another.parquet");
    Iterator<Path> files = List.of(begun, written).iterator();
    Workspace slow =
        workspace.guardedBy(
            new TableGuard() {
              @Override
              public void beforeWrite() {
                create(files.next());
              }
            });

    slow.write(Tables.SEEDS, seeds("a"), metadata());

    assertThat(files).isExhausted();
    assertThat(begun).exists();
    assertThat(written).exists();
  }

  private static void create(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void publishesNothingThatIsNotThere() throws IOException {
    workspace.write(Tables.SEEDS, seeds("a"), metadata());
    TableTransaction transaction = workspace.begin();
    Manifest manifest = transaction.write(Tables.SEEDS, seeds("b"), metadata());
    Files.delete(folder.resolve("seeds").resolve(manifest.files().get(0)));

    assertThatThrownBy(transaction::publish)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("must be there to be published: another command has removed it");

    assertThat(workspace.read(Tables.SEEDS).collectAsList()).containsExactly(seed("a"));
  }

  /** A row that says when it is being written, and is written once the next moment has come. */
  private Dataset<SeedQuestion> when(int moment) {
    return seeds("" + moment)
        .coalesce(1)
        .map(
            (MapFunction<SeedQuestion, SeedQuestion>)
                row -> {
                  MOMENTS.get(moment).countDown();
                  MOMENTS.get(moment + 1).await();
                  return row;
                },
            SeedQuestion.ENCODER);
  }

  @Test
  void filesOfAWriteThatDiedAreNotRows() throws IOException {
    workspace.write(Tables.SEEDS, seeds("a"), metadata());
    Path written = dataFiles("seeds").get(0);
    Files.copy(written, written.resolveSibling("part-99999-dead.snappy.parquet"));

    assertThat(workspace.read(Tables.SEEDS).count()).isEqualTo(1);

    workspace.write(Tables.SEEDS, seeds("b"), metadata());
    assertThat(dataFiles("seeds")).hasSize(1);
  }

  @Test
  void filesWithoutAManifestAreNoTable() throws IOException {
    workspace.write(Tables.SEEDS, seeds("a"), metadata());
    Files.delete(folder.resolve("seeds").resolve(Manifest.FILE));

    assertThat(workspace.has(Tables.SEEDS)).isFalse();
    assertThatThrownBy(() -> workspace.read(Tables.SEEDS))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("table seeds must stand in")
        .hasMessageEndingWith("run extract first");
  }

  @Test
  void readsTheTablesOfAFolderAsOne() {
    workspace.write(Tables.rejectedBy("extract"), rejected("extract"), metadata());
    workspace.write(Tables.rejectedBy("refine"), rejected("refine"), metadata());

    assertThat(workspace.rejected().collectAsList())
        .extracting(Rejected::stage)
        .containsExactlyInAnyOrder("extract", "refine");
  }

  @Test
  void nothingIsRejectedInAnEmptyWorkspace() {
    assertThat(workspace.rejected().isEmpty()).isTrue();
  }

  @Test
  void countsRejectedRowsByReason() {
    Manifest written =
        workspace.write(Tables.rejectedBy("extract"), rejected("extract"), metadata());

    assertThat(written.counts()).containsOnly(entry("DUPLICATE", 1L));
    assertThat(RejectedCounts.of(written)).isEqualTo("DUPLICATE 1");
  }

  @Test
  void tellsTheRowsOfATable() {
    workspace.write(Tables.SEEDS, seeds("a", "b"), metadata());

    assertThat(workspace.rows(Tables.SEEDS)).isEqualTo(2);
    assertThatThrownBy(() -> workspace.rows(Tables.PAIRS))
        .isInstanceOf(ConfigException.class)
        .hasMessageEndingWith("run generate first");
  }

  @Test
  void readsColumnsByTheirNamesAndNoOthers() {
    workspace.write(
        new Table<>("seeds", Encoders.row(turned().schema()), 2, "extract"), turned(), metadata());

    assertThat(workspace.read(Tables.SEEDS).collectAsList()).containsExactly(seed("a"));
    assertThat(workspace.read(Tables.SEEDS).columns())
        .containsExactly(
            "id", "dataset", "question", "answer", "solution", "source", "license", "otherAnswers");
  }

  @Test
  void seedsOfATimeWithoutSourcesAreRead() {
    Dataset<Row> rows = seeds("a").select("id", "dataset", "question", "answer", "solution");
    workspace.write(
        new Table<>("seeds", Encoders.row(rows.schema()), 1, "extract"), rows, metadata());

    assertThat(workspace.read(Tables.SEEDS).collectAsList()).containsExactly(seed("a"));
  }

  /** Seeds with their columns in another order, and one more. */
  private Dataset<Row> turned() {
    return seeds("a")
        .select(
            "license", "question", "otherAnswers", "solution", "answer", "dataset", "source", "id")
        .withColumn("more", functions.lit(1));
  }

  @Test
  void aMissingColumnIsRefusedAndNotNull() {
    Dataset<Row> rows = seeds("a").drop("answer", "dataset");
    workspace.write(
        new Table<>("seeds", Encoders.row(rows.schema()), 2, "extract"), rows, metadata());

    assertThatThrownBy(() -> workspace.read(Tables.SEEDS))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "table seeds must have the columns dataset, answer, which its files in %s lack:"
                    .formatted(workspace.path("seeds"))
                + " run extract again");
  }

  @Test
  void aColumnThatMissesWithinAnotherIsRefused() {
    Dataset<Row> rows =
        spark
            .createDataset(
                List.of(new Prompt("a", 0, List.of(Message.user("text")))), Prompt.ENCODER)
            .withColumn(
                "messages",
                functions.transform(
                    functions.col("messages"),
                    message -> functions.struct(message.getField("role").as("role"))));
    workspace.write(
        new Table<>("prompts", Encoders.row(rows.schema()), 1, "test"), rows, metadata());

    assertThatThrownBy(() -> workspace.read(new Table<>("prompts", Prompt.ENCODER, 1, "test")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("must have the columns messages[].content, which");
  }

  @Test
  void anOlderTableIsRefused() {
    workspace.write(seedsOfVersion(1), seeds("a"), metadata());

    assertThatThrownBy(() -> workspace.read(seedsOfVersion(2)))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "table seeds must have schema version 2: %s has version 1; run extract again"
                .formatted(workspace.path("seeds")));
  }

  @Test
  void aNewerTableIsRefused() {
    workspace.write(seedsOfVersion(3), seeds("a"), metadata());

    assertThatThrownBy(() -> workspace.read(seedsOfVersion(2)))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "table seeds must have schema version 2: %s has version 3, made by a newer version of"
                    .formatted(workspace.path("seeds"))
                + " this tool (%s)".formatted(ToolVersion.get()));
  }

  @Test
  void anOlderTableIsUpgradedStepByStep() {
    workspace.write(seedsOfVersion(1), seeds("a"), metadata());
    Table<SeedQuestion> third =
        new Table<>(
            "seeds",
            () -> SeedQuestion.ENCODER,
            3,
            "extract",
            List.of(new Solved(2, " twice"), new Solved(1, " once")));

    assertThat(workspace.read(third).collectAsList())
        .containsExactly(new SeedQuestion("a", "set", "question a", "", " once twice"));
  }

  @Test
  void aBenchmarkOfAnEarlierVersionHasNoOptions() {
    Table<OldProblem> first = new Table<>("benchmark", OldProblem.ENCODER, 1, "prepare");
    Dataset<OldProblem> old =
        spark.createDataset(
            List.of(new OldProblem("a", "tal", "TAL", "1+1?", "2", 7)), OldProblem.ENCODER);
    workspace.write(first, old, metadata());

    assertThat(workspace.read(Tables.BENCHMARK).collectAsList())
        .containsExactly(new Problem("a", "tal", "TAL", "1+1?", "2", 7, "", "", List.of()));
  }

  /** A problem of schema version 1. */
  public record OldProblem(
      String id, String dataset, String source, String question, String answer, long position) {
    static final Encoder<OldProblem> ENCODER = RecordEncoders.of(OldProblem.class);
  }

  @Test
  void anOlderTableIsRefusedWhereAStepIsMissing() {
    workspace.write(seedsOfVersion(1), seeds("a"), metadata());
    Table<SeedQuestion> third =
        new Table<>(
            "seeds", () -> SeedQuestion.ENCODER, 3, "extract", List.of(new Solved(1, " once")));

    assertThatThrownBy(() -> workspace.read(third))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("table seeds must have schema version 3");
  }

  @Test
  void outputsOfTheVersionBeforeHaveNoReasoning() {
    Table<OutputOfVersion2> second =
        new Table<>("outputs", RecordEncoders.of(OutputOfVersion2.class), 2, "infer");
    workspace.write(
        second,
        spark.createDataset(
            List.of(new OutputOfVersion2("a", "d", "m", 0, "c", "r", "q", "stop")),
            second.encoder()),
        metadata());

    assertThat(workspace.read(Tables.OUTPUTS).collectAsList())
        .containsExactly(new ModelOutput("a", "d", "m", 0, "c", "r", "q", "stop", ""));
  }

  /** A row of {@code outputs} before the reasoning was kept. */
  public record OutputOfVersion2(
      String id,
      String dataset,
      String model,
      int sample,
      String completion,
      String reference,
      String question,
      String finishReason) {}

  /** Adds to the solution. */
  private record Solved(int from, String more) implements SchemaUpgrade {
    @Override
    public Dataset<Row> upgraded(Dataset<Row> rows) {
      return rows.withColumn(
          "solution", functions.concat(functions.col("solution"), functions.lit(more)));
    }
  }

  private static Table<SeedQuestion> seedsOfVersion(int version) {
    return new Table<>("seeds", SeedQuestion.ENCODER, version, "extract");
  }

  @Test
  void anUnknownTableNamesThoseThatStand() {
    workspace.write(Tables.SEEDS, seeds("a"), metadata());

    assertThatThrownBy(() -> workspace.read("seed"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("table must be one of seeds in");
  }

  @Test
  void aPlaceThatIsAFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> Workspace.at(spark, file.resolve("below").toString()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("workspace must be a folder that can be written");
  }

  @Test
  void writesSmallFilesInPlaceOfOld() throws IOException {
    workspace.writeFile("metrics.json", "old");
    workspace.writeFile("metrics.json", "new");

    assertThat(folder.resolve("metrics.json")).hasContent("new");
    assertThat(folder).isDirectoryNotContaining("glob:**_metrics.json*");
  }

  private static SeedQuestion refuse(SeedQuestion seed) {
    throw new IllegalStateException(seed.id());
  }

  private List<Path> dataFiles(String table) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(table))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).toList();
    }
  }

  private Dataset<SeedQuestion> seeds(String... ids) {
    List<SeedQuestion> rows = Stream.of(ids).map(WorkspaceTest::seed).toList();
    return spark.createDataset(rows, SeedQuestion.ENCODER).coalesce(1);
  }

  private Dataset<Rejected> rejected(String stage) {
    Rejected row = new Rejected("1", stage, RejectionReason.DUPLICATE, "detail", "origin", "text");
    return spark.createDataset(List.of(row), Rejected.ENCODER);
  }

  private static SeedQuestion seed(String id) {
    return new SeedQuestion(id, "set", "question " + id, "", "");
  }

  private static WriteMetadata metadata() {
    TreeMap<String, Object> configuration = new TreeMap<>();
    configuration.put("seed", 42);
    return new WriteMetadata(Instant.EPOCH, configuration, List.of(), Manifest.Calls.NONE);
  }
}
