package io.mathscale.generator;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.calls.StageStoppedException;
import io.mathscale.core.calls.limits.RunStop;
import io.mathscale.core.command.CallOptions;
import io.mathscale.core.command.Stage;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.AcceptConfig;
import io.mathscale.core.config.AskedModels;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.data.Forecast;
import io.mathscale.core.data.Round;
import io.mathscale.core.source.files.UserFiles;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.core.workspace.WriteMetadata;
import io.mathscale.generator.benchmark.BenchmarkChoice;
import io.mathscale.generator.rounds.CompositionCost;
import io.mathscale.generator.rounds.RoundBounds;
import io.mathscale.generator.rounds.RoundCounts;
import io.mathscale.generator.rounds.RoundPlan;
import io.mathscale.generator.rounds.RoundTable;
import io.mathscale.generator.rounds.RoundText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Asks for pairs and refines them in rounds, until as many rows are accepted as are wanted: what
 * was accepted of the compositions so far tells how many the next round takes.
 */
@Command(
    name = Accept.NAME,
    description = "Generates and refines in rounds, to accept.rows rows or for accept.dollars.")
final class Accept implements Stage {
  static final String NAME = "accept";

  @Mixin private final CallOptions options = new CallOptions();

  @Override
  public void check(MathscaleConfig config) {
    new Generate(options).check(config);
    Validate.optional(options).check(config);
    new Refine().check(config);
    requireValidated(config);
    if (config.accept().dollars().signum() > 0) {
      config.model().requirePriced("accept.dollars");
      Validate.allModels(config)
          .forEach(models -> models.requireEach(model -> model.requirePriced("accept.dollars")));
    }

    if (options.isEstimate() && config.accept().rows() == 0) {
      throw new ConfigException("accept.rows must be at least 1 for an estimate: 0");
    }
  }

  /** Rounds make pairs that nobody else validates. */
  private static void requireValidated(MathscaleConfig config) {
    if (config.refine().minAgreement() > 0 && config.validate().models().isEmpty()) {
      throw new ConfigException(
          "validate.models must name at least one model where refine.min-agreement is "
              + config.refine().minAgreement()
              + ", which rejects every row that was never validated: []");
    }
  }

  @Override
  public void checkPrompts(MathscaleConfig config) {
    new Generate(options).checkPrompts(config);
    Validate.optional(options).checkPrompts(config);
  }

  @Override
  public List<AskedModels> asks(MathscaleConfig config) {
    List<AskedModels> asked = new ArrayList<>(new Generate(options).asks(config));
    asked.addAll(Validate.optional(options).asks(config));
    return asked;
  }

  @Override
  public List<UserFiles> files(MathscaleConfig config) {
    return new Refine().files(config);
  }

  @Override
  public void check(SparkSession spark, MathscaleConfig config) {
    new Refine().check(spark, config);
  }

  @Override
  public Set<String> families(MathscaleConfig config) {
    return Set.of(NAME, Generate.NAME, Validate.FAMILY, Refine.NAME);
  }

  @Override
  public void run(StageContext context) {
    context.workspace().requireWritable();
    BenchmarkChoice.of(context.workspace(), context.config()).requireQuestions(context.spark());
    if (options.isEstimate()) {
      requireCompositions(context);
    }

    RoundTable rounds =
        RoundTable.in(context.spark(), context.workspace(), context.config().seed());
    if (options.isEstimate()) {
      estimate(context, rounds);
    } else if (options.isPreview()) {
      preview(context, rounds);
    } else {
      accept(context, rounds);
    }
  }

  /** Which rows there will be, and what they take, depends on the concepts that seeds have. */
  private static void requireCompositions(StageContext context) {
    if (context.workspace().has(Tables.COMPOSITIONS)) {
      return;
    }

    boolean hasConcepts = context.workspace().has(Tables.CONCEPTS);
    throw new ConfigException(
        "An estimate of accepted rows needs table compositions, which is not there: "
            + (hasConcepts
                ? "run build and compose, which ask no model"
                : "run extract, build and compose; extract alone asks the model, one call a seed"
                    + " (estimate extract tells what it takes), and is needed for any number of rows")
            + "; then estimate run --sample 100");
  }

  private void accept(StageContext context, RoundTable rounds) {
    boolean isFresh = rounds.open().isPresent();
    if (isFresh) {
      sayWhatGoesOn(context, rounds);
      finish(context, rounds);
    }

    RoundPlan.Step step = next(context, rounds);
    while (step.next() == RoundPlan.Next.ROUND || (!isFresh && !rounds.all().isEmpty())) {
      if (step.next() == RoundPlan.Next.ROUND) {
        begin(context, rounds, step.compositions());
      }

      // Also where no round is due: settings may have changed since the last one ended.
      finish(context, rounds);
      isFresh = true;
      step = next(context, rounds);
    }

    end(context, rounds, step.next());
  }

  private static void sayWhatGoesOn(StageContext context, RoundTable rounds) {
    Round open = rounds.open().orElseThrow();
    context.say(
        "accept: round %,d, of %,d compositions, was begun and has not ended: it goes on"
            .formatted(open.round(), open.compositions()));
  }

  private RoundPlan.Step next(StageContext context, RoundTable rounds) {
    return plan(context, rounds).after(rounds.ended(), cost(context, rounds.ended()));
  }

  private static RoundPlan plan(StageContext context, RoundTable rounds) {
    MathscaleConfig config = context.config();
    return new RoundPlan(
        config.accept(), config.generate().samples(), rounds.left(), money(context));
  }

  /** The least of what may still be spent. */
  private static Optional<RoundPlan.Money> money(StageContext context) {
    MathscaleConfig config = context.config();
    List<RoundPlan.Money> all = new ArrayList<>();
    SortedMap<String, AskedCalls> each = AskedCalls.ofEach(context.spark(), context.workspace());
    double rows = each.values().stream().mapToDouble(calls -> calls.most().doubleValue()).sum();
    add(all, "accept.dollars", config.accept().dollars(), rows, 1);
    for (AskedCalls calls : each.values()) {
      double spent = calls.most().doubleValue();
      if (spent > 0) {
        // The others go on spending beside it, in proportion.
        add(all, "calls.budget", config.calls().budget(), spent, rows / spent);
      }
    }

    if (config.budget().signum() > 0) {
      AskedCalls every = AskedCalls.ofAll(context.spark(), context.workspace());
      add(all, "budget", config.budget(), every.most().doubleValue(), 1);
    }

    return all.stream().min(Comparator.comparingDouble(RoundPlan.Money::dollars));
  }

  private static void add(
      List<RoundPlan.Money> all, String setting, BigDecimal cap, double spent, double times) {
    if (cap.signum() > 0) {
      all.add(new RoundPlan.Money((cap.doubleValue() - spent) * times, setting));
    }
  }

  private static Optional<CompositionCost> cost(StageContext context, List<Round> ended) {
    return ended.isEmpty()
        ? Optional.empty()
        : AskedCalls.ofComposition(context.spark(), context.workspace(), ended);
  }

  private static void begin(StageContext context, RoundTable rounds, long compositions) {
    AskedCalls before = AskedCalls.ofRows(context.spark(), context.workspace());
    rounds.begin(compositions, before.calls(), before.cost(), metadata(context));
    context.say(
        "accept: round %,d takes %,d compositions, with those before %,d"
            .formatted(rounds.all().size(), compositions, rounds.taken()));
  }

  private static WriteMetadata metadata(StageContext context) {
    return context.metadata(List.of());
  }

  /** Asks what the rounds have not asked, refines all of them, and counts. */
  private void finish(StageContext context, RoundTable rounds) {
    Workspace workspace = context.workspace();
    MathscaleConfig config = context.config();
    new Generate(options.forAsking())
        .run(
            context,
            workspace.read(Tables.COMPOSITIONS).where(rounds.bounds().isInOne(col("id"))),
            rounds.taken());
    Validate.optional(options.forAsking()).run(context);
    new Refine().run(context);
    List<Round> ended =
        new ArrayList<>(
            new RoundCounts(workspace, rounds.bounds())
                .of(rounds.all(), config.generate().samples(), config.refine().sameTemplate()));
    Round latest = ended.remove(ended.size() - 1);
    AskedCalls after = AskedCalls.ofRows(context.spark(), workspace);
    Round asked =
        latest.withCalls(
            after.calls() - latest.callsBefore(), after.cost().subtract(latest.costBefore()));
    ended.add(asked);
    Optional<Forecast> forecast = forecast(context, ended);
    ended.set(ended.size() - 1, asked.withForecast(forecast.orElse(null)));
    rounds.write(ended, metadata(context));
    RoundText.of(ended).forEach(line -> context.say("accept: " + line));
    forecast.ifPresent(seen -> context.say("accept: " + RoundText.of(seen)));
  }

  private static Optional<Forecast> forecast(StageContext context, List<Round> ended) {
    AcceptConfig goal = context.config().accept();
    boolean isSeen = ended.stream().anyMatch(round -> round.accepted() > 0);
    return goal.rows() == 0 || !isSeen
        ? Optional.empty()
        : cost(context, ended)
            .map(
                cost ->
                    new RoundPlan(goal, context.config().generate().samples(), 0, Optional.empty())
                        .forecast(ended, cost));
  }

  private void end(StageContext context, RoundTable rounds, RoundPlan.Next why) {
    long accepted = rounds.ended().stream().mapToLong(Round::accepted).sum();
    long asked = rounds.ended().stream().mapToLong(Round::asked).sum();
    String outcome =
        String.format(
            Locale.ROOT,
            "accept: %,d rows accepted%s after round %,d",
            accepted,
            wanted(context.config().accept()),
            rounds.ended().size());
    switch (why) {
      case NOTHING_ACCEPTED ->
          throw new StageStoppedException(
              RunStop.Reason.TOO_MANY_REJECTED,
              outcome
                  + ": of %,d prompts not one; rejected/generate and rejected/refine tell why"
                      .formatted(asked));
      case NO_MONEY -> endWithoutMoney(context, rounds, outcome);
      case NO_COMPOSITIONS ->
          context.say(
              outcome
                  + "; all compositions were asked for: raise compose.target (now %,d) and run compose, accept, or raise generate.samples (now %,d)"
                      .formatted(
                          context.config().compose().target(),
                          context.config().generate().samples()));
      case ROUND, DONE -> context.say(outcome);
    }
  }

  private static String wanted(AcceptConfig goal) {
    return goal.rows() == 0 ? "" : String.format(Locale.ROOT, " of %,d", goal.rows());
  }

  private static void endWithoutMoney(StageContext context, RoundTable rounds, String outcome) {
    RoundPlan.Money money = money(context).orElseThrow();
    if (rounds.all().isEmpty()) {
      // What stands was made of other compositions, if of any: nobody may take it for theirs.
      throw new StageStoppedException(
          RunStop.Reason.BUDGET,
          String.format(
              Locale.ROOT,
              "accept: no round can begin for these compositions: %s must leave money for one, and"
                  + " $%.4f beyond it are spent already; raise it and run again",
              money.setting(),
              // Not -0.0, where exactly the sum is spent.
              Math.max(0, -money.dollars())));
    }

    String left =
        String.format(
            Locale.ROOT, "%s: $%.4f of %s are left", outcome, money.dollars(), money.setting());
    if (money.setting().equals("accept.dollars")) {
      context.say(left);
    } else {
      throw new StageStoppedException(
          RunStop.Reason.BUDGET, left + ", too little for another round; everything is kept");
    }
  }

  /** Writes the prompts of all rounds with the one that is open or comes next. */
  private void preview(StageContext context, RoundTable rounds) {
    long next = next(context, rounds).compositions();
    RoundBounds bounds = rounds.boundsWith(next);
    new Generate(options)
        .run(
            context,
            context.workspace().read(Tables.COMPOSITIONS).where(bounds.isInOne(col("id"))),
            rounds.taken() + next);
  }

  /** Tells what the rows that are wanted take, by the rounds so far, or else by a sample. */
  private void estimate(StageContext context, RoundTable rounds) {
    if (rounds.ended().isEmpty()) {
      sample(context, rounds);
    }

    String told =
        forecast(context, rounds.ended())
            .map(RoundText::of)
            .orElse("of %,d prompts no row was accepted".formatted(options.sample()));
    System.out.println("accept: " + told);
    AskedCalls all = AskedCalls.ofAll(context.spark(), context.workspace());
    AskedCalls ofRows = AskedCalls.ofRows(context.spark(), context.workspace());
    BigDecimal others = all.most().subtract(ofRows.most());
    if (others.signum() > 0) {
      System.out.println(
          String.format(
              Locale.ROOT,
              "accept: $%.4f were spent on other stages before; they are not in it",
              others));
    }

    System.out.flush();
  }

  private void sample(StageContext context, RoundTable rounds) {
    if (options.sample() == 0) {
      throw new ConfigException(
          "--estimate must stand with --sample where no round has ended: how many rows are accepted is not known");
    }

    if (context.workspace().has(Tables.MATHSCALEQA)) {
      throw new ConfigException(
          "--sample must not replace table mathscaleqa, which was made without rounds; run accept");
    }

    long compositions = Math.max(1, options.sample() / context.config().generate().samples());
    begin(context, rounds, Math.min(rounds.left(), compositions));
    finish(context, rounds);
  }
}
