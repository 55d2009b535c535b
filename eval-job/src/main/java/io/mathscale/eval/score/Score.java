package io.mathscale.eval.score;

import io.mathscale.core.command.Run;
import io.mathscale.core.command.Stage;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.Verdict;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Stamp;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.eval.counting.RankedProblems;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import picocli.CommandLine.Command;

/** Model outputs to verdicts of both graders, metrics and a printed table. */
@Command(name = "score", description = "Grades model outputs and averages their scores.")
public final class Score implements Stage {
  private static final Table<Rejected> REJECTED = Tables.rejectedBy("score");

  /** The file of metrics in the workspace. */
  static final String METRICS = "metrics.json";

  @Override
  public void run(Run run) {
    Workspace workspace = run.workspace();
    boolean isOurs = run.config().outputs().path().isBlank();
    boolean hasBenchmark = workspace.has(Tables.BENCHMARK);
    Dataset<Problem> benchmark =
        hasBenchmark ? workspace.read(Tables.BENCHMARK) : run.spark().emptyDataset(Problem.ENCODER);
    Dataset<OutputRow> outputs =
        isOurs
            ? OutputRows.of(workspace.read(Tables.OUTPUTS))
            : OutputRows.at(run.spark(), run.config().outputs().path());

    // The one pass over the texts; what is kept of them is small.
    Dataset<GradedRow> graded =
        GradedRows.numbered(GradedRows.of(outputs, benchmark)).persist(StorageLevel.DISK_ONLY());
    try {
      Stamp stamp = run.stamp(inputs(isOurs, hasBenchmark));
      workspace.write(REJECTED, GradedRows.rejected(graded), stamp);
      Dataset<GradedRow> good = GradedRows.good(graded);
      ModelScores scores = scores(good, benchmark, run.config().score().cap());
      requireModels(run, scores);
      Dataset<Verdict> verdicts = GradedRows.verdicts(good);
      Manifest disagreements =
          workspace.write(Disagreements.TABLE, Disagreements.among(verdicts), stamp);
      workspace.write(Tables.VERDICTS, verdicts, stamp);
      new ScoreReport(run, benchmark).write(scores, good, outputs, disagreements.rows());
      publish(run, scores);
    } finally {
      graded.unpersist();
    }
  }

  private static void requireModels(Run run, ModelScores scores) {
    if (scores.models().isEmpty()) {
      String path = run.config().outputs().path();
      throw new ConfigException(
          "%s must hold at least one row that can be scored: see %s in %s"
              .formatted(
                  path.isBlank() ? "table outputs" : "outputs.path " + path,
                  REJECTED.name(),
                  run.workspace().root()));
    }
  }

  private static ModelScores scores(Dataset<GradedRow> good, Dataset<Problem> benchmark, long cap) {
    Dataset<Row> problems = RankedProblems.of(good, benchmark, cap);
    List<ProblemCount> counts = ProblemCounts.of(good, problems).collectAsList();
    boolean hasSamples = counts.stream().anyMatch(count -> count.samples() > 1);
    List<MajorityCount> majorities =
        hasSamples ? MajorityCounts.of(good, problems).collectAsList() : List.of();
    return new ModelScores(counts, majorities);
  }

  private static void publish(Run run, ModelScores scores) {
    String metrics = new MetricsJson(scores, run.config().score(), run.config().seed()).text();
    run.workspace().writeFile(METRICS, metrics);
    System.out.print(new ScoreTable(scores, run.config().score()).text());
    System.out.flush();
  }

  private static List<Table<?>> inputs(boolean isOurs, boolean hasBenchmark) {
    List<Table<?>> inputs = new ArrayList<>();
    if (isOurs) {
      inputs.add(Tables.OUTPUTS);
    }

    if (hasBenchmark) {
      inputs.add(Tables.BENCHMARK);
    }

    return inputs;
  }
}
