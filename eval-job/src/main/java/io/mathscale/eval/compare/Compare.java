package io.mathscale.eval.compare;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;

import io.mathscale.core.command.Run;
import io.mathscale.core.command.Stage;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.ScoreConfig;
import io.mathscale.core.config.ScoreConfig.Average;
import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.StrictVerdict;
import io.mathscale.core.data.Verdict;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.eval.score.RankedProblems;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Two or more scored runs, paired by problem. The runs are the models of this workspace and of
 * others; of several answers to a problem the first one counts, and of each data set the rows that
 * the average counts.
 */
@Command(name = "compare", description = "Compares scored runs, problem by problem.")
public final class Compare implements Stage {
  /** The problems that one run of a pair has right. */
  static final Table<Flip> FLIPS = new Table<>("flips", Flip.ENCODER, 1, "compare");

  /** The file of comparisons in the workspace. */
  static final String COMPARISON = "comparison.json";

  @Option(
      names = "--with",
      paramLabel = "WORKSPACE",
      description = "Another workspace with verdicts; may be repeated.")
  private List<String> others = new ArrayList<>();

  /** Compares the models of the configured workspace. */
  public Compare() {}

  /** Compares the models of the configured workspace and of these. */
  Compare(List<String> others) {
    this.others = List.copyOf(others);
  }

  @Override
  public void run(Run run) {
    Workspace workspace = run.workspace();
    ScoreConfig config = run.config().score();
    Dataset<Problem> benchmark =
        workspace.has(Tables.BENCHMARK)
            ? workspace.read(Tables.BENCHMARK)
            : run.spark().emptyDataset(Problem.ENCODER);
    Dataset<RunAnswer> answers = counted(answers(run, config.grader()), benchmark, config);
    Dataset<Row> pairs = RunPairs.of(answers).persist(StorageLevel.DISK_ONLY());
    try {
      List<Comparison> comparisons = Comparison.of(RunPairs.counts(pairs).collectAsList());
      if (comparisons.isEmpty()) {
        throw new ConfigException(
            "compare needs two runs that answer the same problems: found %s"
                .formatted(answers.select("run").distinct().collectAsList()));
      }

      workspace.write(FLIPS, RunPairs.flips(pairs), run.stamp(List.of(Tables.VERDICTS)));
      workspace.writeFile(COMPARISON, ComparisonJson.text(comparisons));
      System.out.print(ComparisonTable.text(comparisons));
      System.out.flush();
    } finally {
      pairs.unpersist();
    }
  }

  private Dataset<RunAnswer> answers(Run run, GraderName grader) {
    Dataset<RunAnswer> answers = answers(run.workspace().read(Tables.VERDICTS), grader, "");
    for (String other : others) {
      Workspace workspace = Workspace.at(run.spark(), other);
      String suffix = " in " + workspace.root().getName();
      answers = answers.union(answers(workspace.read(Tables.VERDICTS), grader, suffix));
    }

    return answers;
  }

  private static Dataset<RunAnswer> answers(
      Dataset<Verdict> verdicts, GraderName grader, String suffix) {
    Column right =
        switch (grader) {
          case MWPBENCH -> col("mwpbench");
          case STRICT -> col("strict").equalTo(StrictVerdict.RIGHT.name());
        };
    return verdicts
        .where(col("sample").equalTo(0))
        .select(
            concat(col("model"), lit(suffix)).as("run"),
            col("dataset"),
            col("id"),
            right.as("right"),
            col("extracted"),
            col("reference"))
        .as(RunAnswer.ENCODER);
  }

  private static Dataset<RunAnswer> counted(
      Dataset<RunAnswer> answers, Dataset<Problem> benchmark, ScoreConfig config) {
    if (config.average() == Average.FULL) {
      return answers;
    }

    Dataset<Row> first =
        RankedProblems.of(answers, benchmark, config.cap())
            .where(col("isFirst"))
            .select("dataset", "id");
    return answers
        .join(first, new String[] {"dataset", "id"})
        .select("run", "dataset", "id", "right", "extracted", "reference")
        .as(RunAnswer.ENCODER);
  }
}
