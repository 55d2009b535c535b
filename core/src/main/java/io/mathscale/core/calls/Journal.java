package io.mathscale.core.calls;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.Completion;
import io.mathscale.core.model.Sleeper;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Stamp;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Everything a stage has ever been answered: the tables {@code calls/<stage>/completions} and
 * {@code calls/<stage>/failures}, and the lines that tasks append until {@link #compact} takes them
 * into the tables. The table of failures is a history: it keeps those that were asked again, for
 * what they cost.
 */
final class Journal {
  private static final int SCHEMA_VERSION = 1;

  /** Less than a line takes, so that lines are rather thought more than fewer. */
  private static final long BYTES_A_LINE = 512;

  private final SparkSession spark;
  private final Workspace workspace;
  private final String stage;
  private final Table<Completion> completionTable;
  private final Table<CallFailure> failureTable;

  Journal(SparkSession spark, Workspace workspace, String stage) {
    this.spark = spark;
    this.workspace = workspace;
    this.stage = stage;
    this.completionTable =
        new Table<>("calls/" + stage + "/completions", Completion.ENCODER, SCHEMA_VERSION, stage);
    this.failureTable =
        new Table<>("calls/" + stage + "/failures", CallFailure.ENCODER, SCHEMA_VERSION, stage);
  }

  private Path folder() {
    return workspace.path("calls/" + stage + "/_journal");
  }

  /**
   * The right to append, which one run has at a time.
   *
   * @throws io.mathscale.core.config.ConfigException when another has it
   */
  StageLock lock(Sleeper sleeper) {
    Path file = workspace.path("calls/" + stage + "/_running");
    return StageLock.take(workspace.fileSystem(), file, sleeper);
  }

  /** Where the tasks of a run append. */
  String runFolder(String run) {
    return new Path(folder(), run).toString();
  }

  /** Every answer in the tables, once. */
  Dataset<Completion> completions() {
    return workspace.has(completionTable)
        ? workspace.read(completionTable)
        : spark.emptyDataset(Completion.ENCODER);
  }

  /** Whether no call of the tables was ever answered or failed. */
  boolean isEmpty() {
    return rows(completionTable) == 0 && !hasFailures();
  }

  /** Whether any call of the tables ever failed. */
  boolean hasFailures() {
    return rows(failureTable) > 0;
  }

  private long rows(Table<?> table) {
    return workspace.manifest(table.name()).map(Manifest::rows).orElse(0L);
  }

  /** The last failure in the tables of each call that was never answered. */
  Dataset<CallFailure> failures() {
    Column last = functions.max_by(functions.struct(col("*")), col("finishedAt")).as("last");
    Dataset<CallFailure> latest =
        failureHistory().groupBy(col("key")).agg(last).select("last.*").as(CallFailure.ENCODER);
    return latest
        .join(completions().select("key"), new String[] {"key"}, "left_anti")
        .as(CallFailure.ENCODER);
  }

  /** Every failure in the tables, also of calls that were asked again. */
  Dataset<CallFailure> failureHistory() {
    return workspace.has(failureTable)
        ? workspace.read(failureTable)
        : spark.emptyDataset(CallFailure.ENCODER);
  }

  /** Takes the lines that were appended into the tables, then removes them. */
  void compact() {
    List<FileStatus> files = JournalFiles.below(workspace.fileSystem(), folder());
    if (files.isEmpty()) {
      return;
    }

    Dataset<CallFailure> failures = failuresSoFar(files);
    Dataset<Completion> completions = completionsSoFar(files);
    Stamp stamp = new Stamp(Instant.now(), new TreeMap<>(), List.of(), Manifest.Calls.NONE);
    workspace.write(failureTable, failures, stamp);
    workspace.write(completionTable, completions, stamp);
    files.forEach(file -> remove(file.getPath()));
  }

  /** Every answer, once, those included that are not in the tables yet. */
  Dataset<Completion> completionsSoFar() {
    return completionsSoFar(JournalFiles.below(workspace.fileSystem(), folder()));
  }

  /** Every failure, those included that are not in the tables yet. */
  Dataset<CallFailure> failuresSoFar() {
    return failuresSoFar(JournalFiles.below(workspace.fileSystem(), folder()));
  }

  // A stage that died before it removed the lines finds them in the tables too.

  private Dataset<Completion> completionsSoFar(List<FileStatus> files) {
    long bytes = files.stream().mapToLong(FileStatus::getLen).sum();
    long rows = rows(completionTable) + bytes / BYTES_A_LINE;
    return completions()
        .unionByName(lines(files).flatMap(new CompletionLines(), Completion.ENCODER))
        .repartition(Parts.of(spark, rows), col("key"))
        .dropDuplicates("key")
        .coalesce(Parts.tasks(spark));
  }

  private Dataset<CallFailure> failuresSoFar(List<FileStatus> files) {
    return failureHistory()
        .unionByName(lines(files).flatMap(new FailureLines(), CallFailure.ENCODER))
        .distinct();
  }

  private Dataset<String> lines(List<FileStatus> files) {
    return spark
        .createDataset(
            files.stream().map(file -> file.getPath().toString()).toList(), Encoders.STRING())
        .repartition(Math.max(1, Math.min(files.size(), spark.sparkContext().defaultParallelism())))
        .flatMap(new ReadLines(), Encoders.STRING());
  }

  /** Removes a file, and the folder of its run where it was the last one in it. */
  private void remove(Path file) {
    FileSystem fileSystem = workspace.fileSystem();
    try {
      fileSystem.delete(file, false);
      Path run = file.getParent();
      if (fileSystem.exists(run) && fileSystem.listStatus(run).length == 0) {
        fileSystem.delete(run, false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + file, e);
    }
  }
}
