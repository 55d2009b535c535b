package io.mathscale.core.calls.journal;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.Completion;
import io.mathscale.core.data.OpenCharge;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
 * The lines of a journal that tasks have appended and compaction has not taken into tables yet, in
 * the files that stood at one look. A line may stand twice, since its writer died while it merged
 * files.
 */
final class JournalLines {
  /** How the names of runs begin that make calls again which were answered. */
  static final String AGAIN = "again-";

  private final SparkSession spark;
  private final FileSystem fileSystem;
  private final List<FileStatus> files;
  private final ParseLines parse;

  private JournalLines(SparkSession spark, FileSystem fileSystem, List<FileStatus> files) {
    this.spark = spark;
    this.fileSystem = fileSystem;
    this.files = files;
    this.parse = new ParseLines(counter(spark), counter(spark));
  }

  private static LongAccumulator counter(SparkSession spark) {
    LongAccumulator counter = new LongAccumulator();
    spark.sparkContext().register(counter);
    return counter;
  }

  /** The lines in a folder with a folder for each run. */
  static JournalLines below(SparkSession spark, FileSystem fileSystem, Path folder) {
    return new JournalLines(spark, fileSystem, JournalFiles.below(fileSystem, folder));
  }

  /** Whether there is no file. */
  boolean isEmpty() {
    return files.isEmpty();
  }

  /** Bytes in all files. */
  long bytes() {
    return files.stream().mapToLong(FileStatus::getLen).sum();
  }

  /** Whether calls may be among them that had been answered before. */
  boolean areAgain() {
    return files.stream().anyMatch(file -> file.getPath().getParent().getName().startsWith(AGAIN));
  }

  /** The answers. Whoever has read them all knows whether there is anything else. */
  Dataset<Completion> completions() {
    return entries(texts())
        .where(col("completion").isNotNull())
        .select("completion.*")
        .as(Completion.ENCODER);
  }

  /** Whether failures are among the lines; known when {@link #completions} have been read. */
  boolean haveFailures() {
    return !parse.failures().isZero();
  }

  /** The failures. */
  Dataset<CallFailure> failures() {
    return entries(texts().where(col("value").contains(JournalEntry.FAILURE_MARK)))
        .where(col("failure").isNotNull())
        .select("failure.*")
        .as(CallFailure.ENCODER);
  }

  /** Whether open charges are among the lines; known when {@link #completions} have been read. */
  boolean haveOpenCharges() {
    return !parse.openCharges().isZero();
  }

  /** The charges of calls that have not ended. */
  Dataset<OpenCharge> openCharges() {
    return entries(texts().where(col("value").contains(JournalEntry.OPEN_CHARGE_MARK)))
        .where(col("openCharge").isNotNull())
        .select("openCharge.*")
        .as(OpenCharge.ENCODER);
  }

  /** What each line says was charged, each line once: cost and doubtfulCost. */
  Dataset<Row> charges() {
    return entries(texts().distinct()).select(charged("cost"), charged("doubtfulCost"));
  }

  private static Column charged(String column) {
    return functions
        .coalesce(
            col("completion." + column), col("failure." + column), col("openCharge." + column))
        .as(column);
  }

  /**
   * How calls ended: isAnswered, key, and of the answer or failure finishedAt, inputTokens,
   * outputTokens and cost.
   */
  Dataset<Row> ends() {
    return entries(texts())
        .where(col("openCharge").isNull())
        .select(
            col("completion").isNotNull().as("isAnswered"),
            col("key"),
            either("finishedAt"),
            either("inputTokens"),
            either("outputTokens"),
            either("cost"));
  }

  private static Column either(String column) {
    return functions.coalesce(col("completion." + column), col("failure." + column)).as(column);
  }

  private Dataset<JournalEntry> entries(Dataset<String> texts) {
    return texts.flatMap(parse, JournalEntry.ENCODER);
  }

  private Dataset<String> texts() {
    return spark
        .createDataset(
            files.stream().map(file -> file.getPath().toString()).toList(), Encoders.STRING())
        .flatMap(new ReadLines(), Encoders.STRING());
  }

  /**
   * Removes the files, and the folders of runs of which nothing is left. A file that has grown
   * stays for the next look: executors of a driver that stood still may still write to theirs.
   */
  void remove() {
    files.stream()
        .collect(Collectors.groupingBy(file -> file.getPath().getParent()))
        .forEach(this::remove);
  }

  private void remove(Path run, List<FileStatus> ofRun) {
    try {
      Map<String, Long> lengths = new HashMap<>();
      for (FileStatus file : fileSystem.listStatus(run)) {
        lengths.put(file.getPath().getName(), file.getLen());
      }

      List<Path> read =
          ofRun.stream()
              .filter(file -> lengths.getOrDefault(file.getPath().getName(), -1L) == file.getLen())
              .map(FileStatus::getPath)
              .toList();
      if (!read.isEmpty()) {
        JournalFiles.remove(fileSystem, read);
      }

      if (fileSystem.exists(run) && fileSystem.listStatus(run).length == 0) {
        fileSystem.delete(run, false);
      }
    } catch (FileNotFoundException e) {
      // Somebody has removed it.
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + run, e);
    }
  }
}
