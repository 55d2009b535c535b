package io.mathscale.core.calls.journal;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.Completion;
import io.mathscale.core.model.Sleeper;
import io.mathscale.core.time.TimeSource;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.core.workspace.WriteMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.util.LongAccumulator;

/**
 * Everything a stage has ever been answered: the tables {@code calls/<stage>/completions} and
 * {@code calls/<stage>/failures}, and the lines that tasks append until {@link #compact} takes them
 * into the tables. The table of failures is a history: it keeps those that were asked again, for
 * what they cost.
 */
public final class Journal {
  private static final int SCHEMA_VERSION = 1;

  /** Less than a line takes, so that lines are rather thought more than fewer. */
  private static final long BYTES_A_LINE = 512;

  private final SparkSession spark;
  private final Workspace workspace;
  private final String stage;
  private final TimeSource time;
  private final Table<Completion> completionTable;
  private final Table<CallFailure> failureTable;

  /**
   * The journal of a stage in a workspace.
   *
   * @param stage name of the stage
   * @param time by which its tables are dated
   */
  public Journal(SparkSession spark, Workspace workspace, String stage, TimeSource time) {
    this.spark = spark;
    this.workspace = workspace;
    this.stage = stage;
    this.time = time;
    this.completionTable =
        new Table<>("calls/" + stage + "/completions", Completion.ENCODER, SCHEMA_VERSION, stage);
    this.failureTable =
        new Table<>("calls/" + stage + "/failures", CallFailure.ENCODER, SCHEMA_VERSION, stage);
  }

  private Path folder() {
    return workspace.path("calls/" + stage + "/_journal");
  }

  /**
   * Takes the right to append, which one run has at a time.
   *
   * @param sleeper how to wait for the end of another run
   * @throws io.mathscale.core.config.ConfigException when another has it
   */
  public StageLock lock(Sleeper sleeper) {
    Path file = workspace.path("calls/" + stage + "/_running");
    return StageLock.take(workspace.fileSystem(), file, sleeper);
  }

  /**
   * The folder where the tasks of a run append.
   *
   * @param run identity of the run
   */
  public String runFolder(String run) {
    return new Path(folder(), run).toString();
  }

  /** Whether a model service has ever answered a stage of the workspace. */
  public AnsweredService answered(ModelConfig model) {
    return new AnsweredService(workspace.fileSystem(), workspace.path("calls/_answered"), model);
  }

  /** Every answer in the tables, once. */
  public Dataset<Completion> completions() {
    return workspace.has(completionTable)
        ? workspace.read(completionTable)
        : spark.emptyDataset(Completion.ENCODER);
  }

  /** Whether no call of the tables was ever answered or failed. */
  public boolean isEmpty() {
    return rows(completionTable) == 0 && !hasFailures();
  }

  /** Whether any call of the tables ever failed. */
  public boolean hasFailures() {
    return rows(failureTable) > 0;
  }

  private long rows(Table<?> table) {
    return workspace.manifest(table.name()).map(Manifest::rows).orElse(0L);
  }

  /** The last failure in the tables of each call that was never answered. */
  public Dataset<CallFailure> failures() {
    if (!hasFailures()) {
      return spark.emptyDataset(CallFailure.ENCODER);
    }

    Column last = functions.max_by(functions.struct(col("*")), col("finishedAt")).as("last");
    Dataset<CallFailure> latest =
        failureHistory().groupBy(col("key")).agg(last).select("last.*").as(CallFailure.ENCODER);
    return latest
        .join(completions().select("key"), new String[] {"key"}, "left_anti")
        .as(CallFailure.ENCODER);
  }

  /** Every failure in the tables, also of calls that were asked again. */
  public Dataset<CallFailure> failureHistory() {
    return workspace.has(failureTable)
        ? workspace.read(failureTable)
        : spark.emptyDataset(CallFailure.ENCODER);
  }

  /**
   * Takes the lines that were appended into the tables, then removes them. A run that dies before
   * they are removed leaves lines that are in the tables already: they are taken once.
   */
  public void compact() {
    List<FileStatus> files = JournalFiles.below(workspace.fileSystem(), folder());
    if (files.isEmpty()) {
      return;
    }

    WriteMetadata metadata =
        new WriteMetadata(time.now(), new TreeMap<>(), List.of(), Manifest.Calls.NONE);
    LongAccumulator failures = new LongAccumulator();
    spark.sparkContext().register(failures);
    workspace.write(completionTable, completions(files, failures), metadata);
    if (!failures.isZero() || !workspace.has(failureTable)) {
      workspace.write(failureTable, failureHistory(files, failures), metadata);
    }

    files.forEach(file -> remove(file.getPath()));
  }

  private Dataset<Completion> completions(List<FileStatus> files, LongAccumulator failures) {
    long bytes = files.stream().mapToLong(FileStatus::getLen).sum();
    long rows = rows(completionTable) + bytes / BYTES_A_LINE;
    return completions()
        .unionByName(
            lines(files)
                .flatMap(new ParseLines(failures), JournalEntry.ENCODER)
                .where(col("completion").isNotNull())
                .select("completion.*")
                .as(Completion.ENCODER))
        .repartition(PartitionSizing.of(spark, rows), col("key"))
        .dropDuplicates("key")
        .coalesce(PartitionSizing.tasks(spark));
  }

  private Dataset<CallFailure> failureHistory(List<FileStatus> files, LongAccumulator failures) {
    if (failures.isZero()) {
      return failureHistory();
    }

    return failureHistory()
        .unionByName(
            lines(files)
                .where(col("value").contains(JournalEntry.FAILURE_MARK))
                .flatMap(new ParseLines(failures), JournalEntry.ENCODER)
                .where(col("failure").isNotNull())
                .select("failure.*")
                .as(CallFailure.ENCODER))
        .distinct();
  }

  /**
   * What every call took that has ended, each answer and each failure once, those included that are
   * not in the tables yet.
   */
  public Dataset<CallEnd> ends() {
    List<FileStatus> files = JournalFiles.below(workspace.fileSystem(), folder());
    Dataset<CallEnd> inTables =
        ends(completions().toDF(), functions.lit(true), functions.lit(0L))
            .union(ends(failureHistory().toDF(), functions.lit(false), col("finishedAt")));
    if (files.isEmpty()) {
      return inTables;
    }

    LongAccumulator failures = new LongAccumulator();
    spark.sparkContext().register(failures);
    Column isAnswered = col("completion").isNotNull();
    Dataset<Row> entries =
        lines(files)
            .flatMap(new ParseLines(failures), JournalEntry.ENCODER)
            .select(isAnswered.as("isAnswered"), col("key"), col("completion"), col("failure"))
            .select(
                col("isAnswered"),
                col("key"),
                either("finishedAt"),
                either("inputTokens"),
                either("outputTokens"),
                either("cost"));
    Column failedAt = functions.when(col("isAnswered"), 0L).otherwise(col("finishedAt"));
    return inTables
        .union(ends(entries, col("isAnswered"), failedAt))
        .dropDuplicates(new String[] {"key", "isAnswered", "finishedAt"});
  }

  private static Column either(String column) {
    return functions.coalesce(col("completion." + column), col("failure." + column)).as(column);
  }

  private static Dataset<CallEnd> ends(Dataset<Row> ended, Column isAnswered, Column failedAt) {
    return ended
        .select(
            col("key"),
            isAnswered.as("isAnswered"),
            failedAt.as("finishedAt"),
            col("inputTokens"),
            col("outputTokens"),
            col("cost"))
        .as(CallEnd.ENCODER);
  }

  private Dataset<String> lines(List<FileStatus> files) {
    return spark
        .createDataset(
            files.stream().map(file -> file.getPath().toString()).toList(), Encoders.STRING())
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
