package io.mathscale.core.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.calls.history.RunHistory;
import io.mathscale.core.command.guard.TableLocks;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.testing.ScriptedFileSystem;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.time.SystemTime;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.TableCatalog;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.core.workspace.WriteMetadata;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@ExtendWith(SparkExtension.class)
class CleanTest {
  private static final Table<String> SEEDS = new Table<>("seeds", Encoders.STRING(), 1, "extract");
  private static final String WRITER = "3b2e9c1a-52a5-4f0e-9d59-0a4f6e1c7d20";
  private static final Instant LONG_AGO = Instant.EPOCH.plusSeconds(1);

  @TempDir private Path folder;
  private SparkSession spark;
  private Workspace workspace;
  private Path root;

  @BeforeEach
  void writeATable(SparkSession session) {
    spark = session;
    root = folder.resolve("w");
    workspace = Workspace.at(session, root.toString());
    workspace.write(
        SEEDS,
        spark.createDataset(List.of("x"), Encoders.STRING()),
        new WriteMetadata(Instant.EPOCH, new TreeMap<>(), List.of(), Manifest.Calls.NONE));
  }

  @Test
  void tellsWhatIsOfNoUseAndRemovesNothing() throws IOException {
    Path old = old("seeds/part-00000-old.snappy.parquet", 3 << 20);

    assertThat(clean())
        .contains("seeds                                 1          3.0")
        .contains("together                              1          3.0")
        .contains("Nothing was removed: --yes removes them.");
    assertThat(old).exists();
  }

  @Test
  void removesWhatNoManifestNamesAndKeepsWhatStands() throws IOException {
    List<Path> old =
        List.of(
            old("seeds/part-00000-old.snappy.parquet", 1),
            old("seeds/_staged-" + WRITER + "/_temporary/0/part", 1),
            old("seeds/__manifest.json-" + WRITER, 1),
            old("concepts/_staged-" + WRITER + "/part", 1),
            old("calls/generate/_rounds-" + WRITER + "/round=0/part", 1),
            old("_metrics.json-" + WRITER, 1),
            old("_locks/_extract-" + WRITER, 1),
            old("_export.staged-" + WRITER + "/parts/part", 1));
    List<Path> kept =
        List.of(
            old("_export.old/train.jsonl", 1),
            old("export/notes", 1),
            old("calls/generate/_journal/run/executor-1.jsonl", 1),
            old("calls/generate/runs.json", 0),
            old("mine/_staged-0a/part", 1),
            old("mine/notes-" + WRITER, 1),
            old("mine/part-00000-mine.snappy.parquet", 1));
    Files.writeString(kept.get(3), "[]");

    String said = clean("--yes");

    assertThat(said).contains("Removed.");
    assertThat(old).noneMatch(Files::exists);
    // The folder of the export is there: its old one is of no use.
    assertThat(kept.get(0)).doesNotExist();
    assertThat(kept.subList(1, kept.size())).allMatch(Files::exists);
    assertThat(workspace.read("seeds").count()).isEqualTo(1);
    assertThat(clean("--yes")).contains("Nothing was removed.");
  }

  @Test
  void keepsTheOldFolderWhereItIsTheOnlyOne() throws IOException {
    Path only = old("_export.old/train.jsonl", 1);

    clean("--yes");

    assertThat(only).exists();
  }

  @Test
  void keepsAFolderThatSomebodyMovedAside() throws IOException {
    Path aside = old("_calls.old/generate/part", 1);
    old("calls/generate/_journal/run/executor-1.jsonl", 1);

    clean("--yes");

    assertThat(aside).exists();
  }

  /** Whose folders are as old as the moment at which one asks. */
  @Test
  void removesFoldersOfObjectStoresByTheirFiles() throws IOException {
    Path unfinished = old("seeds/_staged-" + WRITER + "/part", 1);
    Files.setLastModifiedTime(unfinished.getParent(), FileTime.from(Instant.now().plusSeconds(60)));
    TableCatalog store = Workspace.at(spark, ScriptedFileSystem.uri(root.toAbsolutePath()));

    clean(store, "--yes");

    assertThat(unfinished).doesNotExist();
  }

  @Test
  void keepsTheLatestLogs() throws IOException {
    for (int run = 0; run < 22; run++) {
      old("_runs/202401%02dT000000Z-0/events.jsonl".formatted(run + 1), 1);
    }

    assertThat(clean("--yes")).contains("_runs                                 2");
    assertThat(root.resolve("_runs/20240102T000000Z-0")).doesNotExist();
    assertThat(root.resolve("_runs/20240103T000000Z-0")).exists();
  }

  @Test
  void removesNothingWhileACommandIsAtWork() throws IOException {
    Path old = old("seeds/part-00000-old.snappy.parquet", 1);
    try (TableLocks locks =
        TableLocks.take(workspace, new TreeSet<>(List.of("extract")), SystemTime.INSTANCE)) {
      assertThat(locks.areNone()).isFalse();
      assertThat(clean()).contains("A command may be at work");

      assertThatThrownBy(() -> clean("--yes"))
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining("another is at work on this workspace");
    }

    assertThat(old).exists();
    assertThat(root.resolve("_locks/clean")).doesNotExist();
  }

  @Test
  void removesNoFileThatIsYoungerThanItsLook() throws IOException {
    Path young = old("seeds/part-00000-young.snappy.parquet", 1);
    Files.setLastModifiedTime(young, FileTime.from(Instant.now().plusSeconds(60)));

    assertThat(clean("--yes")).contains("Nothing was removed.");

    assertThat(young).exists();
  }

  @Test
  void tellsOfAnswersThatTheLastRunDidNotAskFor() {
    RunHistory.of(workspace, "generate", SystemTime.INSTANCE, 0)
        .begin(new TreeMap<>(Map.of("model.name", "small")), 0);
    RunHistory second = RunHistory.of(workspace, "generate", SystemTime.INSTANCE, 7);
    second.begin(new TreeMap<>(Map.of("model.name", "large")), 7);

    assertThat(clean())
        .contains(
            "generate: 7 answers stand under settings that its last run did not have (model.name"
                + " was small, is large): they were paid for, and stay");
  }

  @Test
  void aFolderThatIsNoWorkspaceIsRefused() {
    TableCatalog none = TableCatalog.at(new Configuration(), folder.resolve("nowhere").toString());

    assertThatThrownBy(() -> new Clean().run(none))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("workspace must be a folder in which tables stand");
  }

  private Path old(String name, int bytes) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[bytes]);
    Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
    for (Path parent = file.getParent(); !parent.equals(root); parent = parent.getParent()) {
      Files.setLastModifiedTime(parent, FileTime.from(LONG_AGO));
    }

    return file;
  }

  private String clean(String... options) {
    return clean(TableCatalog.at(new Configuration(), root.toString()), options);
  }

  private static String clean(TableCatalog catalog, String... options) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Clean clean = new Clean(new PrintStream(said, true, StandardCharsets.UTF_8));
    CommandLine.populateCommand(clean, options).run(catalog);
    return said.toString(StandardCharsets.UTF_8);
  }
}
