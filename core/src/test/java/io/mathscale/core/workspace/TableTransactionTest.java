package io.mathscale.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class TableTransactionTest {
  private static final Table<Rejected> REJECTED = Tables.rejectedBy("extract");

  @TempDir private Path folder;
  private SparkSession spark;
  private Workspace workspace;

  @BeforeEach
  void open(SparkSession session) {
    spark = session;
    workspace = Workspace.at(session, folder.toString());
  }

  @Test
  void publishesTablesAndFilesTogether() throws IOException {
    TableTransaction transaction = workspace.begin();
    transaction.write(Tables.SEEDS, seeds("a"), metadata());
    transaction.write(REJECTED, rejected("b"), metadata());
    transaction.writeFile("metrics.json", "new");
    assertThat(workspace.tablesBelow("")).isEmpty();

    transaction.publish();

    assertThat(workspace.tablesBelow("")).containsExactly("rejected/extract", "seeds");
    assertThat(ids(workspace)).containsExactly("a");
    assertThat(folder.resolve("metrics.json")).hasContent("new");
    assertThat(folder.resolve("_commits")).isEmptyDirectory();
  }

  @Test
  void readsWhatItWroteBeforeItIsPublished() {
    workspace.write(Tables.SEEDS, seeds("a"), metadata());
    TableTransaction transaction = workspace.begin();
    transaction.write(Tables.SEEDS, seeds("b"), metadata());

    assertThat(transaction.read(Tables.SEEDS).collectAsList())
        .extracting(SeedQuestion::id)
        .containsExactly("b");
    assertThat(ids(workspace)).containsExactly("a");
  }

  @Test
  void namesItsOwnTablesAsInputs() {
    workspace.write(Tables.SEEDS, seeds("a"), metadata());
    TableTransaction transaction = workspace.begin();
    transaction.write(Tables.SEEDS, seeds("b", "c"), metadata());

    Manifest made = transaction.write(REJECTED, rejected("d"), metadataOf(Tables.SEEDS));

    assertThat(made.inputs())
        .singleElement()
        .satisfies(input -> assertThat(input.rows()).isEqualTo(2));
  }

  @Test
  void leavesAllAsItWasWhereOneTableFails() {
    workspace.write(Tables.SEEDS, seeds("a"), metadata());
    workspace.write(REJECTED, rejected("a"), metadata());
    TableTransaction transaction = workspace.begin();
    transaction.write(Tables.SEEDS, seeds("b"), metadata());
    Dataset<Rejected> broken =
        rejected("b")
            .map((MapFunction<Rejected, Rejected>) TableTransactionTest::refuse, Rejected.ENCODER);

    assertThatThrownBy(() -> transaction.write(REJECTED, broken, metadata()))
        .hasRootCauseInstanceOf(IllegalStateException.class);

    assertThat(ids(workspace)).containsExactly("a");
    assertThat(workspace.rejected().collectAsList()).extracting(Rejected::id).containsExactly("a");
  }

  @Test
  void readersSeeAllOfACommitWhoseProcessDied() throws IOException {
    workspace.write(Tables.SEEDS, seeds("a"), metadata());
    dieAfterTheCommit();

    assertThat(ids(workspace)).containsExactly("b");
    assertThat(workspace.rejected().collectAsList()).extracting(Rejected::id).containsExactly("b");
    assertThat(TableCatalog.at(new Configuration(), folder.toString()).tablesBelow(""))
        .containsExactly("rejected/extract", "seeds");
    assertThat(Files.readString(folder.resolve("seeds/_manifest.json")))
        .as("it is not carried out")
        .contains("\"rows\" : 1")
        .doesNotContain(workspace.manifest("seeds").orElseThrow().files().get(0));
  }

  @Test
  void theNextWriteCarriesItOut() throws IOException {
    workspace.write(Tables.SEEDS, seeds("a"), metadata());
    dieAfterTheCommit();

    workspace.write(REJECTED, rejected("c"), metadata());

    assertThat(folder.resolve("_commits")).isEmptyDirectory();
    assertThat(ids(workspace)).containsExactly("b");
    assertThat(folder.resolve("metrics.json")).hasContent("new");
    assertThat(workspace.rejected().collectAsList()).extracting(Rejected::id).containsExactly("c");
    assertThat(dataFiles("rejected/extract")).hasSize(1);
  }

  @Test
  void aWriteOfOtherTablesLeavesItAlone() throws IOException {
    dieAfterTheCommit();

    workspace.write(Tables.rejectedBy("refine"), rejected("c"), metadata());

    assertThat(folder.resolve("_commits")).isNotEmptyDirectory();
    assertThat(ids(workspace)).containsExactly("b");
  }

  /** Publishes seeds, rejected rows and a file as a process does that dies at once. */
  private void dieAfterTheCommit() {
    Manifest seeds = workspace.stage(Tables.SEEDS, seeds("b"), metadata(), Map.of());
    Manifest rejected = workspace.stage(REJECTED, rejected("b"), metadata(), Map.of());
    workspace
        .commits()
        .write(new Commit(List.of(seeds, rejected), new TreeMap<>(Map.of("metrics.json", "new"))));
  }

  private static Rejected refuse(Rejected row) {
    throw new IllegalStateException(row.id());
  }

  private static List<String> ids(Workspace workspace) {
    return workspace.read(Tables.SEEDS).collectAsList().stream().map(SeedQuestion::id).toList();
  }

  private List<Path> dataFiles(String table) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(table))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).toList();
    }
  }

  private Dataset<SeedQuestion> seeds(String... ids) {
    List<SeedQuestion> rows =
        Stream.of(ids).map(id -> new SeedQuestion(id, "set", "question " + id, "", "")).toList();
    return spark.createDataset(rows, SeedQuestion.ENCODER).coalesce(1);
  }

  private Dataset<Rejected> rejected(String id) {
    Rejected row = new Rejected(id, "extract", RejectionReason.DUPLICATE, "detail", "origin", "");
    return spark.createDataset(List.of(row), Rejected.ENCODER).coalesce(1);
  }

  private static WriteMetadata metadata() {
    return metadataOf();
  }

  private static WriteMetadata metadataOf(Table<?>... inputs) {
    return new WriteMetadata(Instant.EPOCH, new TreeMap<>(), List.of(inputs), Manifest.Calls.NONE);
  }
}
