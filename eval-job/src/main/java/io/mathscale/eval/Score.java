package io.mathscale.eval;

import io.mathscale.core.command.Stage;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.data.Judgement;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.Verdict;
import io.mathscale.core.source.files.UserFiles;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.SplitRows;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.TableTransaction;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.core.workspace.WriteMetadata;
import io.mathscale.eval.grading.AnswerForm;
import io.mathscale.eval.harness.LmEvalSamples;
import io.mathscale.eval.report.SampleFiles;
import io.mathscale.eval.report.ScoreReport;
import io.mathscale.eval.score.GradedRow;
import io.mathscale.eval.score.GradedRows;
import io.mathscale.eval.score.JudgeShares;
import io.mathscale.eval.score.ListedVerdicts;
import io.mathscale.eval.score.MetricsJson;
import io.mathscale.eval.score.MixedReferences;
import io.mathscale.eval.score.ModelScores;
import io.mathscale.eval.score.Outputs;
import io.mathscale.eval.score.ScoreTable;
import io.mathscale.eval.score.UndecidedWarning;
import io.mathscale.eval.score.VerdictCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import picocli.CommandLine.Command;

/** Grades model outputs with both graders; writes verdicts, metrics and the report. */
@Command(name = "score", description = "Grades model outputs and averages their scores.")
public final class Score implements Stage {
  private static final Table<Rejected> REJECTED = Tables.rejectedBy("score");

  /** The file of metrics in the workspace. */
  static final String METRICS = "metrics.json";

  @Override
  public List<UserFiles> files(MathscaleConfig config) {
    return EvalInputs.files(config);
  }

  @Override
  public List<Table<?>> neededTables(MathscaleConfig config) {
    return config.score().judged() ? List.of(Tables.JUDGEMENTS) : List.of();
  }

  @Override
  public void run(StageContext context) {
    Workspace workspace = context.workspace();
    EvalInputs inputs = EvalInputs.of(context);
    Dataset<Problem> benchmark = inputs.benchmark();
    Outputs outputs = inputs.outputs();
    boolean isJudged = context.config().score().judged();
    Dataset<Judgement> judgements =
        isJudged
            ? workspace.read(Tables.JUDGEMENTS)
            : context.spark().emptyDataset(Judgement.ENCODER);
    AnswerForm form = AnswerForm.of(context.config().benchmark().answer());
    // The one pass over all texts; what is kept of them is small.
    try (GradedRows graded =
        isJudged
            ? GradedRows.judged(outputs, benchmark, form, judgements, Judge.asked(workspace))
            : GradedRows.of(outputs, benchmark, form)) {
      WriteMetadata metadata = context.metadata(tables(inputs, isJudged));
      TableTransaction tables = workspace.begin();
      Manifest rejected = tables.write(REJECTED, outputs.withPlaces(graded.rejected()), metadata);
      Dataset<GradedRow> good = graded.good();
      ModelScores scores =
          ModelScores.of(
              good,
              benchmark,
              context.config().score().cap(),
              context.config().benchmark().groups(),
              context.config().seed());
      requireModels(context, scores, tables);
      Dataset<Verdict> verdicts = graded.verdicts();
      Manifest disagreements =
          tables.write(
              ListedVerdicts.DISAGREEMENTS, ListedVerdicts.disagreements(verdicts), metadata);
      tables.write(ListedVerdicts.UNDECIDED, ListedVerdicts.undecided(verdicts), metadata);
      tables.write(ListedVerdicts.TRUNCATED, ListedVerdicts.truncated(verdicts), metadata);
      Manifest written = tables.write(Tables.VERDICTS, verdicts, metadata);
      String books =
          String.format(
              Locale.ROOT,
              "%,d outputs graded; rejected: %s",
              written.rows(),
              SplitRows.Counts.of(written, rejected, metadata).reasons());
      List<VerdictCount> counts = VerdictCount.of(good);
      form.warning(counts.stream().map(VerdictCount::dataset).toList())
          .ifPresent(warning -> context.say("score: " + warning));
      SampleFiles files =
          new SampleFiles(workspace.fileSystem(), workspace.root(), disagreements.id());
      new ScoreReport(context, benchmark, tables, files)
          .write(scores, good, outputs, counts, disagreements.rows(), books);
      if (context.config().score().lmEvalSamples()) {
        LmEvalSamples.write(good, outputs, benchmark, workspace.root(), context.started());
      }

      Optional<JudgeShares> shares =
          isJudged ? Optional.of(JudgeShares.of(counts, judgements)) : Optional.empty();
      publish(context, scores, shares, tables);
      context.say("score: " + books);
      sayStrangers(context, scores);
      MixedReferences.warning(good).ifPresent(warning -> context.say("score: " + warning));
      shares.map(JudgeShares::text).ifPresent(context::say);
      files.removeOthers();
      new UndecidedWarning(counts, context.config().score().maxUndecided())
          .text()
          .ifPresent(context::say);
    }
  }

  /** Answers to other problems count: they may be of another benchmark, or have wrong ids. */
  private static void sayStrangers(StageContext context, ModelScores scores) {
    SortedMap<String, Long> unknown = scores.unknown();
    if (!unknown.isEmpty()) {
      context.say(
          String.format(
              Locale.ROOT,
              "score: WARNING: %,d outputs are of problems that the benchmark does not have, and count: %s",
              unknown.values().stream().mapToLong(Long::longValue).sum(),
              unknown.entrySet().stream()
                  .map(set -> String.format(Locale.ROOT, "%s %,d", set.getKey(), set.getValue()))
                  .collect(Collectors.joining(", "))));
    }
  }

  /** Where no row can be scored, why that is so is published, and nothing else. */
  private static void requireModels(
      StageContext context, ModelScores scores, TableTransaction tables) {
    if (scores.models().isEmpty()) {
      tables.publish();
      String path = context.config().outputs().path();
      throw new ConfigException(
          "%s must hold at least one row that can be scored: see %s in %s%s"
              .formatted(
                  path.isBlank() ? "table outputs" : "outputs.path " + path,
                  REJECTED.name(),
                  context.workspace().root(),
                  example(context.workspace().read(REJECTED))));
    }
  }

  private static String example(Dataset<Rejected> rejected) {
    List<Rejected> some = rejected.limit(1).collectAsList();
    return some.isEmpty()
        ? ""
        : ", such as %s: %s".formatted(some.get(0).origin(), some.get(0).detail());
  }

  private static void publish(
      StageContext context,
      ModelScores scores,
      Optional<JudgeShares> shares,
      TableTransaction tables) {
    String metrics =
        new MetricsJson(scores, context.config().score(), context.config().seed(), shares).text();
    tables.writeFile(METRICS, metrics);
    tables.publish();
    System.out.print(new ScoreTable(scores, context.config().score()).text());
    System.out.flush();
  }

  private static List<Table<?>> tables(EvalInputs inputs, boolean isJudged) {
    List<Table<?>> tables = new ArrayList<>(inputs.tables());
    if (isJudged) {
      tables.add(Tables.JUDGEMENTS);
    }

    return tables;
  }
}
