package io.mathscale.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class WorkspaceTest {
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
    workspace.write(Tables.SEEDS, seeds("a", "b"), stamp());

    assertThat(workspace.read(Tables.SEEDS).collectAsList()).containsExactly(seed("a"), seed("b"));
    assertThat(workspace.tablesBelow("")).containsExactly("seeds");
  }

  @Test
  void describesATableInItsManifest() {
    Manifest written = workspace.write(Tables.SEEDS, seeds("a", "b"), stamp());

    assertThat(workspace.manifest("seeds")).contains(written);
    assertThat(written.rows()).isEqualTo(2);
    assertThat(written.configuration()).containsEntry("seed", 42);
    assertThat(written.sparkVersion()).isEqualTo(spark.version());
  }

  @Test
  void namesTheInputsOfATable() {
    workspace.write(Tables.SEEDS, seeds("a"), stamp());
    Manifest second =
        workspace.write(
            Tables.rejectedBy("extract"),
            spark.emptyDataset(Rejected.ENCODER),
            new Stamp(Instant.EPOCH, new TreeMap<>(), List.of(Tables.SEEDS), Manifest.Calls.NONE));

    assertThat(second.inputs())
        .singleElement()
        .satisfies(input -> assertThat(input.table()).isEqualTo("seeds"))
        .satisfies(input -> assertThat(input.rows()).isEqualTo(1));
  }

  @Test
  void aNewTableTakesThePlaceOfTheOldOne() throws IOException {
    workspace.write(Tables.SEEDS, seeds("a", "b"), stamp());
    workspace.write(Tables.SEEDS, seeds("c"), stamp());

    assertThat(workspace.read(Tables.SEEDS).collectAsList()).containsExactly(seed("c"));
    assertThat(dataFiles("seeds")).hasSameSizeAs(workspace.manifest("seeds").get().files());
  }

  @Test
  void aTableMayBeMadeFromItself() {
    workspace.write(Tables.SEEDS, seeds("a", "b"), stamp());
    workspace.write(Tables.SEEDS, workspace.read(Tables.SEEDS).where("id = 'b'"), stamp());

    assertThat(workspace.read(Tables.SEEDS).collectAsList()).containsExactly(seed("b"));
  }

  @Test
  void theOldTableStandsWhenTheNewOneFails() {
    workspace.write(Tables.SEEDS, seeds("a"), stamp());
    Dataset<SeedQuestion> broken =
        seeds("b", "c")
            .map(
                (MapFunction<SeedQuestion, SeedQuestion>) WorkspaceTest::refuse,
                SeedQuestion.ENCODER);

    assertThatThrownBy(() -> workspace.write(Tables.SEEDS, broken, stamp()))
        .hasRootCauseInstanceOf(IllegalStateException.class);

    assertThat(workspace.read(Tables.SEEDS).collectAsList()).containsExactly(seed("a"));
  }

  @Test
  void filesOfAWriteThatDiedAreNotRows() throws IOException {
    workspace.write(Tables.SEEDS, seeds("a"), stamp());
    Path written = dataFiles("seeds").get(0);
    Files.copy(written, written.resolveSibling("part-99999-dead.snappy.parquet"));

    assertThat(workspace.read(Tables.SEEDS).count()).isEqualTo(1);

    workspace.write(Tables.SEEDS, seeds("b"), stamp());
    assertThat(dataFiles("seeds")).hasSize(1);
  }

  @Test
  void filesWithoutAManifestAreNoTable() throws IOException {
    workspace.write(Tables.SEEDS, seeds("a"), stamp());
    Files.delete(folder.resolve("seeds").resolve(Manifest.FILE));

    assertThat(workspace.has(Tables.SEEDS)).isFalse();
    assertThatThrownBy(() -> workspace.read(Tables.SEEDS))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("table seeds must stand in")
        .hasMessageEndingWith("run extract first");
  }

  @Test
  void readsTheTablesOfAFolderAsOne() {
    workspace.write(Tables.rejectedBy("extract"), rejected("extract"), stamp());
    workspace.write(Tables.rejectedBy("refine"), rejected("refine"), stamp());

    assertThat(workspace.rejected().collectAsList())
        .extracting(Rejected::stage)
        .containsExactlyInAnyOrder("extract", "refine");
  }

  @Test
  void nothingIsRejectedInAnEmptyWorkspace() {
    assertThat(workspace.rejected().isEmpty()).isTrue();
  }

  @Test
  void anUnknownTableNamesThoseThatStand() {
    workspace.write(Tables.SEEDS, seeds("a"), stamp());

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
    assertThat(folder.resolve("_metrics.json.new")).doesNotExist();
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

  private static Stamp stamp() {
    TreeMap<String, Object> configuration = new TreeMap<>();
    configuration.put("seed", 42);
    return new Stamp(Instant.EPOCH, configuration, List.of(), Manifest.Calls.NONE);
  }
}
