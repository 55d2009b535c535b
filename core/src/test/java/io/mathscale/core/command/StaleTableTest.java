package io.mathscale.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.testing.Said;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.core.workspace.WriteMetadata;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What commands say of a table that was made of others than those that stand. */
@ExtendWith(SparkExtension.class)
class StaleTableTest {
  private static final String TOLD =
      "table rejected/extract is stale: seeds was replaced after it was made";

  @TempDir private Path folder;
  private String config;

  @BeforeEach
  void write(SparkSession spark) throws IOException {
    Path root = folder.resolve("w");
    config =
        Files.writeString(folder.resolve("c.conf"), "workspace = \"" + root + "\"\n").toString();
    Workspace workspace = Workspace.at(spark, root.toString());
    Dataset<String> rows = spark.createDataset(List.of("x"), Encoders.STRING());
    write(workspace, rows, Tables.SEEDS);
    write(workspace, rows, Tables.rejectedBy("extract"), Tables.SEEDS);
    write(workspace, rows, Tables.SEEDS);
  }

  private static void write(
      Workspace workspace, Dataset<String> rows, Table<?> table, Table<?>... inputs) {
    workspace.write(
        new Table<>(table.name(), Encoders.STRING(), 1, table.producer()),
        rows,
        new WriteMetadata(Instant.EPOCH, new TreeMap<>(), List.of(inputs), Manifest.Calls.NONE));
  }

  @Test
  void isToldOnceByAStageThatReadsIt() {
    assertThat(said(ExitCode.DONE, "reader")).containsOnlyOnce(TOLD);
  }

  @Test
  void isToldByCat() {
    assertThat(said(ExitCode.DONE, "cat", "rejected/extract", "--count")).containsOnlyOnce(TOLD);
  }

  @Test
  void isRefusedWhereThatIsWanted() {
    assertThat(said(ExitCode.USAGE, "reader", "--strict"))
        .contains(
            "table rejected/extract must be made from the tables that stand (--strict): seeds was"
                + " replaced after it was made; to make it anew run extract");
    assertThat(said(ExitCode.USAGE, "cat", "rejected/extract", "--count", "--strict"))
        .contains("table rejected/extract must be made from the tables that stand (--strict)");
  }

  private String said(ExitCode expected, String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--config", config));
    JobCommandLine line =
        JobCommandLine.of(
            "test", List.of(new ScriptedCommands.Reader(), new Cat(new StringWriter())));
    return Said.by(line, expected, arguments.toArray(String[]::new));
  }
}
