package io.mathscale.generator;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.sum;

import io.mathscale.core.calls.PromptBatch;
import io.mathscale.core.command.CallOptions;
import io.mathscale.core.command.Stage;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.AskedModels;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.config.SolveConfig;
import io.mathscale.core.data.PassRate;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.Solution;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.prompts.PromptTemplate;
import io.mathscale.core.source.files.UserFiles;
import io.mathscale.core.spark.Cached;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.RejectedCounts;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.TableTransaction;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.WriteMetadata;
import io.mathscale.generator.solve.ExpectedTries;
import io.mathscale.generator.solve.SolveQuestion;
import io.mathscale.generator.solve.SolveRule;
import io.mathscale.generator.solve.SolvedQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Has a model solve questions whose answers are known, and keeps what is right (DART-Math). */
@Command(name = Solve.NAME, description = "Solves questions whose answers are known.")
final class Solve implements Stage {
  static final String NAME = "solve";

  @Mixin private final CallOptions options = new CallOptions();

  @Override
  public void check(MathscaleConfig config) {
    options.check(config, models(config));
  }

  @Override
  public void checkPrompts(MathscaleConfig config) {
    PromptTemplate.load("solve.prompt", config.solve().prompt()).requireQuestion("solve.prompt");
  }

  @Override
  public List<AskedModels> asks(MathscaleConfig config) {
    return options.asked(models(config));
  }

  @Override
  public List<UserFiles> files(MathscaleConfig config) {
    return KnownQuestions.files(config);
  }

  private static AskedModels models(MathscaleConfig config) {
    return AskedModels.of("solve.models", config.solve().models(), config.model());
  }

  @Override
  public Set<String> families(MathscaleConfig config) {
    return options.families(NAME);
  }

  @Override
  public void run(StageContext context) {
    context.workspace().requireWritable();
    SolveConfig config = context.config().solve();
    Sampling.of(config.temperature(), config.maxTokens())
        .copiesWarning(config.maxTries(), "solve.max-tries")
        .ifPresent(warning -> context.say("solve: " + warning));
    List<SolveRounds> solvers = new ArrayList<>();
    try (KnownQuestions questions = KnownQuestions.read(context, NAME)) {
      for (ModelConfig model : models(context.config()).models()) {
        SolveRounds rounds = rounds(context, questions, model);
        solvers.add(rounds);
        if (options.isEstimate()) {
          estimate(context, rounds, model);
        } else if (options.isPreview()) {
          options.preview(context, firstRound(context, rounds));
        } else {
          rounds.ask(batch -> options.ask(context, batch));
        }
      }

      if (!options.isPreview()) {
        write(context, questions, solvers);
      }
    } finally {
      solvers.forEach(SolveRounds::close);
    }
  }

  private static SolveRounds rounds(
      StageContext context, KnownQuestions questions, ModelConfig model) {
    SolveConfig config = context.config().solve();
    return new SolveRounds(
        NAME,
        config.models().isEmpty() ? Optional.empty() : Optional.of(model),
        model.name(),
        context.workspace(),
        questions.rows(),
        config,
        PromptTemplate.load(config.prompt()));
  }

  private void estimate(StageContext context, SolveRounds rounds, ModelConfig model) {
    SolveRule rule = SolveRule.of(context.config().solve());
    PromptBatch first = firstRound(context, rounds);
    ExpectedTries tries =
        (context.workspace().has(Tables.PASS_RATES)
                ? ExpectedTries.seen(
                    context.workspace().read(Tables.PASS_RATES), rule, model.name())
                : Optional.<ExpectedTries>empty())
            .orElseGet(() -> ExpectedTries.assumed(rule));
    WholeBill bill =
        WholeBill.of(
            options.estimate(context, first),
            rounds.questions() * tries.mean(),
            (double) rounds.most());
    System.out.println(bill.text(first.family(), tries.basis(), "solve.max-tries"));
    System.out.flush();
  }

  /** How many rounds follow depends on the answers. */
  private static PromptBatch firstRound(StageContext context, SolveRounds rounds) {
    PromptBatch batch = rounds.next();
    context.say(
        String.format(
            Locale.ROOT,
            "%s: the first round, of %,d tries; by solve.max-tries = %,d there may be %,d",
            batch.family(),
            batch.count(),
            context.config().solve().maxTries(),
            rounds.most()));
    return batch;
  }

  private static void write(
      StageContext context, KnownQuestions questions, List<SolveRounds> solvers) {
    Dataset<SolvedQuestion> all =
        solvers.stream().map(SolveRounds::solved).reduce(Dataset::union).orElseThrow();
    Manifest.Calls calls =
        solvers.stream()
            .map(SolveRounds::calls)
            .reduce(Manifest.Calls::plus)
            .orElse(Manifest.Calls.NONE);
    Dataset<Rejected> unread =
        solvers.stream().map(SolveRounds::unread).reduce(Dataset::union).orElseThrow();
    try (Cached<SolvedQuestion> solved = Cached.of(all)) {
      write(context, questions.rejected().union(unread), questions.inputs(), solved.rows(), calls);
    }
  }

  private static void write(
      StageContext context,
      Dataset<Rejected> others,
      List<Table<?>> inputs,
      Dataset<SolvedQuestion> solved,
      Manifest.Calls calls) {
    Dataset<PassRate> rates = solved.select("passRate.*").as(PassRate.ENCODER);
    Dataset<Solution> solutions =
        solved
            .select(explode(col("solutions")).as("solution"))
            .select("solution.*")
            .as(Solution.ENCODER);
    Dataset<Rejected> unsolved = SolveQuestion.neverSolved(solved);
    WriteMetadata metadata = context.metadata(inputs);
    TableTransaction tables = context.workspace().begin();
    Manifest rejected = tables.write(Tables.rejectedBy(NAME), others.union(unsolved), metadata);
    tables.write(Tables.PASS_RATES, rates, metadata);
    Manifest good = tables.write(Tables.SOLVED, solutions, context.metadata(inputs, calls));
    tables.publish();
    tell(context, rates, good, rejected);
  }

  private static void tell(
      StageContext context, Dataset<PassRate> rates, Manifest good, Manifest rejected) {
    Row sums =
        rates
            .agg(
                countDistinct(col("question")),
                sum("tries"),
                sum("right"),
                sum("undecided"),
                sum("unanswered"),
                sum("unused"),
                sum(col("right").lt(col("wanted")).cast("long")))
            .first();
    context.say(
        String.format(
            Locale.ROOT,
            "solve: %,d solutions of %,d questions; tries: %,d, of which right %,d, undecided %,d;"
                + " %,d more calls failed, %,d were asked beyond the end",
            good.rows(),
            sums.getLong(0),
            sums.getLong(1),
            sums.getLong(2),
            sums.getLong(3),
            sums.getLong(4),
            sums.getLong(5)));
    context.say(
        String.format(
            Locale.ROOT,
            "solve: %,d questions were solved less often than wanted in solve.max-tries; rejected"
                + " (rejected/solve): %s",
            sums.getLong(6),
            RejectedCounts.of(rejected)));
  }
}
