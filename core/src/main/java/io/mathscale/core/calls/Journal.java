package io.mathscale.core.calls;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.Completion;
import io.mathscale.core.workspace.Stamp;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Everything a stage has ever been answered: the tables {@code calls/<stage>/completions} and
 * {@code calls/<stage>/failures}, and the lines that tasks have appended since these were written.
 */
final class Journal {
  private static final int SCHEMA_VERSION = 1;

  private final SparkSession spark;
  private final Workspace workspace;
  private final String stage;

  Journal(SparkSession spark, Workspace workspace, String stage) {
    this.spark = spark;
    this.workspace = workspace;
    this.stage = stage;
  }

  private Table<Completion> completionTable() {
    return new Table<>(
        "calls/" + stage + "/completions", Completion.ENCODER, SCHEMA_VERSION, stage);
  }

  private Table<CallFailure> failureTable() {
    return new Table<>("calls/" + stage + "/failures", CallFailure.ENCODER, SCHEMA_VERSION, stage);
  }

  private Path folder() {
    return workspace.path("calls/" + stage + "/_journal");
  }

  /** Where the tasks of a run append. */
  String runFolder(String run) {
    return new Path(folder(), run).toString();
  }

  /** The lines that are not in the tables yet. */
  private Dataset<JournalEntry> lines(List<Path> files) {
    if (files.isEmpty()) {
      return spark.emptyDataset(JournalEntry.ENCODER);
    }

    return spark
        .read()
        .textFile(files.stream().map(Path::toString).toArray(String[]::new))
        .flatMap(new WholeLines(), JournalEntry.ENCODER);
  }

  private List<Path> files() {
    return JournalFiles.below(workspace.fileSystem(), folder());
  }

  /** Every answer, once. */
  Dataset<Completion> completions() {
    return completions(files());
  }

  private Dataset<Completion> completions(List<Path> files) {
    Dataset<Completion> appended =
        lines(files)
            .where(col("completion").isNotNull())
            .select("completion.*")
            .as(Completion.ENCODER);
    Dataset<Completion> all =
        workspace.has(completionTable())
            ? workspace.read(completionTable()).unionByName(appended)
            : appended;
    return all.dropDuplicates("key");
  }

  /** The last failure of each call that was never answered. */
  Dataset<CallFailure> failures() {
    return failures(files());
  }

  private Dataset<CallFailure> failures(List<Path> files) {
    Dataset<CallFailure> appended =
        lines(files).where(col("failure").isNotNull()).select("failure.*").as(CallFailure.ENCODER);
    Dataset<CallFailure> all =
        workspace.has(failureTable())
            ? workspace.read(failureTable()).unionByName(appended)
            : appended;
    Column last = functions.max_by(functions.struct(col("*")), col("finishedAt")).as("last");
    Dataset<CallFailure> latest =
        all.groupBy(col("key")).agg(last).select("last.*").as(CallFailure.ENCODER);
    return latest
        .join(completions(files).select("key"), new String[] {"key"}, "left_anti")
        .as(CallFailure.ENCODER);
  }

  /** Writes the tables anew with all that was appended, then removes the lines. */
  void compact(Stamp stamp) {
    List<Path> files = files();
    if (files.isEmpty() && workspace.has(completionTable()) && workspace.has(failureTable())) {
      return;
    }

    workspace.write(failureTable(), failures(files), stamp);
    workspace.write(completionTable(), completions(files), stamp);
    for (Path file : files) {
      remove(file);
    }
  }

  private void remove(Path file) {
    try {
      workspace.fileSystem().delete(file, false);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + file, e);
    }
  }

  /** The entries of lines; a line torn by the death of its writer is none. */
  private static final class WholeLines implements FlatMapFunction<String, JournalEntry> {
    private static final long serialVersionUID = 1L;

    @Override
    public Iterator<JournalEntry> call(String line) {
      return JournalEntry.ofLine(line).stream().iterator();
    }
  }
}
