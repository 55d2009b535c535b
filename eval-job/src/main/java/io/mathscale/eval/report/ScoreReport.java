package io.mathscale.eval.report;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.ScoreConfig;
import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.Verdict;
import io.mathscale.core.workspace.TableTransaction;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.eval.compare.Comparison;
import io.mathscale.eval.compare.Comparisons;
import io.mathscale.eval.metrics.Average;
import io.mathscale.eval.metrics.Averages;
import io.mathscale.eval.metrics.ModelScore;
import io.mathscale.eval.metrics.Ranking;
import io.mathscale.eval.score.GradedRow;
import io.mathscale.eval.score.ListedVerdicts;
import io.mathscale.eval.score.MetricsJson;
import io.mathscale.eval.score.ModelScores;
import io.mathscale.eval.score.Outputs;
import io.mathscale.eval.score.VerdictCount;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;

/** Gathers what the report of a scored run tells. */
public final class ScoreReport {
  /** The file in the workspace. */
  public static final String FILE = "report.html";

  private static final int DISAGREEMENTS_SHOWN = 30;

  /** Each model is shown beside each other for so many models. */
  private static final int MOST_COMPARED = 12;

  private final StageContext context;
  private final ScoreConfig config;
  private final Dataset<Problem> benchmark;
  private final TableTransaction tables;
  private final SampleFiles files;

  /**
   * The report of a run.
   *
   * @param context the run of {@code score}
   * @param benchmark the benchmark; may be empty
   * @param tables what the run writes, the page of the report included
   * @param files the answers that the page shows in full
   */
  public ScoreReport(
      StageContext context,
      Dataset<Problem> benchmark,
      TableTransaction tables,
      SampleFiles files) {
    this.context = context;
    this.files = files;
    this.tables = tables;
    this.config = context.config().score();
    this.benchmark = benchmark;
  }

  /**
   * Writes the report; the tables of verdicts and disagreements are written already.
   *
   * @param scores the scores of the models
   * @param good rows that have grades, each sample once
   * @param outputs what they were made of
   * @param counts these rows, by rule and verdict
   * @param disagreementCount rows of the table of disagreements
   * @param books how many outputs were graded, and how many rejected, for people
   */
  public void write(
      ModelScores scores,
      Dataset<GradedRow> good,
      Outputs outputs,
      List<VerdictCount> counts,
      long disagreementCount,
      String books) {
    Average average = scores.average(config.average());
    List<ModelScore> ranked = ranked(scores, average);
    GraderName other = MetricsJson.graders(config)[1];
    List<GroupAccuracy> accuracies = GroupAccuracies.of(good, benchmark, config.grader());
    ReportData data =
        new ReportData(
            config,
            average,
            context.config().seed(),
            RunFacts.of(context, books),
            ranked,
            ranked.stream().map(score -> scores.of(score.model(), average, other)).toList(),
            groups(scores, ranked),
            counts,
            comparisons(ranked.size(), scores.averages(), average),
            disagreementCount,
            disagreementCount == 0 ? List.of() : disagreements(),
            accuracies,
            lowestTopics(good),
            UnsolvedProblems.of(good, outputs, benchmark, config.grader()),
            samples(good, outputs, counts, new GroupRows(accuracies, List.of()).filters()));
    tables.writeFile(FILE, new HtmlReport(data).html());
  }

  private List<Verdict> disagreements() {
    return tables
        .read(ListedVerdicts.DISAGREEMENTS)
        .orderBy(col("dataset"), col("id"), col("model"), col("sample"))
        .limit(DISAGREEMENTS_SHOWN)
        .collectAsList();
  }

  private String samples(
      Dataset<GradedRow> good, Outputs outputs, List<VerdictCount> counts, List<String> kinds) {
    long total = counts.stream().mapToLong(VerdictCount::rows).sum();
    List<SampleAnswer> answers =
        new SampleAnswers(outputs, benchmark, config.reportSamples())
            .draw(good, total, context.config().seed());
    return files.write(answers, counts, kinds, config.grader().name().toLowerCase(Locale.ROOT));
  }

  private List<ModelScore> ranked(ModelScores scores, Average average) {
    Ranking ranking =
        Ranking.of(
            scores.models().stream()
                .map(model -> scores.of(model, average, config.grader()))
                .toList());
    return Stream.concat(ranking.ranked().stream(), ranking.unranked().stream()).toList();
  }

  private List<ModelScore> groups(ModelScores scores, List<ModelScore> ranked) {
    return scores.averages().groups().stream()
        .flatMap(
            group -> ranked.stream().map(score -> scores.of(score.model(), group, config.grader())))
        .filter(score -> score.gradedSets() > 0)
        .toList();
  }

  private List<Comparison> comparisons(int models, Averages averages, Average average) {
    return models < 2 || models > MOST_COMPARED
        ? List.of()
        : Comparisons.of(tables.read(Tables.VERDICTS), benchmark, config, averages, average);
  }

  private List<TopicAccuracy> lowestTopics(Dataset<GradedRow> good) {
    Workspace workspace = context.workspace();
    return workspace.has(Tables.SEEDS) && workspace.has(Tables.CONCEPTS)
        ? TopicAccuracies.lowest(
                good,
                benchmark,
                workspace.read(Tables.SEEDS),
                workspace.read(Tables.CONCEPTS),
                config.grader())
            .collectAsList()
        : List.of();
  }
}
