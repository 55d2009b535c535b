package io.mathscale.core.calls;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.data.Answer;
import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.Completion;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Stamp;
import io.mathscale.core.workspace.Workspace;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.util.LongAccumulator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one door to the model: turns prompts into completions and failures.
 *
 * <p>What the journal of the stage holds is not asked again, so a stage that was retried, killed or
 * run twice pays once. What is asked keeps the limits of the whole application.
 */
public final class Completions {
  private static final Logger LOG = LoggerFactory.getLogger(Completions.class);

  private final SparkSession spark;
  private final Workspace workspace;
  private final MathscaleConfig config;
  private final String stage;
  private final boolean retryFailed;
  private final Journal journal;

  private Completions(
      SparkSession spark,
      Workspace workspace,
      MathscaleConfig config,
      String stage,
      boolean retryFailed) {
    this.spark = spark;
    this.workspace = workspace;
    this.config = config;
    this.stage = stage;
    this.retryFailed = retryFailed;
    this.journal = new Journal(spark, workspace, stage);
  }

  /** The door of a stage. */
  public static Completions of(
      SparkSession spark,
      Workspace workspace,
      MathscaleConfig config,
      String stage,
      boolean retryFailed) {
    return new Completions(spark, workspace, config, stage, retryFailed);
  }

  /**
   * Asks the model what it was not asked before.
   *
   * @throws ConfigException when the model or its key is not configured
   * @throws StageStoppedException when the budget is reached, too many calls failed, or the service
   *     refused us; what was answered is kept
   */
  public Answers ask(Dataset<Prompt> prompts, Sampling sampling) {
    ModelConfig model = config.model();
    model.requireReady();
    Credentials credentials =
        new CredentialsReader(System::getenv, spark.sparkContext().hadoopConfiguration())
            .read(model, model.headers());

    CallIdentity identity = CallIdentity.of(model.identity(), model.name(), sampling);
    Dataset<Call> calls = prompts.map(identity, Call.ENCODER);
    Dataset<Call> toAsk = toAsk(calls);
    long count = toAsk.rdd().count();
    if (count > 0) {
      askAll(toAsk, count, sampling, credentials);
    }

    Manifest.Calls spent = Spent.on(journal.completions(), journal.failures());
    requireFewFailures(calls);
    journal.compact(new Stamp(Instant.now(), new TreeMap<>(), List.of(), spent));
    return new Answers(answers(calls), spent);
  }

  /** The calls that the journal does not know, in as many parts as there are slots for tasks. */
  private Dataset<Call> toAsk(Dataset<Call> calls) {
    int slots = spark.sparkContext().defaultParallelism();
    Dataset<Row> known = journal.completions().select("key");
    Dataset<Row> done = retryFailed ? known : known.union(journal.failures().select("key"));
    return calls
        .repartition(slots, col("key"))
        .hint("merge")
        .join(done.repartition(slots, col("key")), "key", "left_anti")
        .sortWithinPartitions("key")
        .as(Call.ENCODER);
  }

  private void askAll(Dataset<Call> toAsk, long count, Sampling sampling, Credentials credentials) {
    String id = UUID.randomUUID().toString();
    BigDecimal spentBefore = Spent.on(journal.completions(), journal.failures()).cost();
    CallRun limits = new CallRun(stage, config.calls(), 1, count, spentBefore, System::nanoTime);
    DriverRun run =
        new DriverRun(
            id,
            limits,
            new Ownership(),
            credentials,
            dollars -> LOG.warn("Calls of a lost executor may have cost ${}", dollars));
    boolean isShared = CallsDriver.isLoaded();
    if (!isShared) {
      warnOfStaticShare();
    }

    CallsDriver.open(run);
    List<TaskReport> reports;
    try (Progress progress =
        new Progress(limits, config.calls().budget(), System.err, System.console() != null)) {
      progress.every(config.calls().progressInterval());
      reports = runTasks(toAsk, spec(id, sampling, isShared));
    } finally {
      CallsDriver.close(run);
    }

    Optional<CallRun.Stop> stop = isShared ? limits.stopped() : stopOf(reports);
    if (stop.isPresent()) {
      throw new StageStoppedException(stop.get().reason(), stop.get().message());
    }
  }

  private void warnOfStaticShare() {
    LOG.warn(
        "The session runs without spark.plugins={}: each executor keeps a static share of the limits, and"
            + " progress is not shown",
        CallsPlugin.class.getName());
    if (spark.sparkContext().getConf().getBoolean("spark.speculation", false)) {
      throw new ConfigException(
          "spark.speculation must be false where spark.plugins does not name "
              + CallsPlugin.class.getName());
    }
  }

  private List<TaskReport> runTasks(Dataset<Call> toAsk, RunSpec spec) {
    SparkContext context = spark.sparkContext();
    LongAccumulator completed = context.longAccumulator(stage + " completed");
    LongAccumulator failed = context.longAccumulator(stage + " failed");
    context.setJobDescription(stage + ": ask the model");
    try {
      return toAsk
          .mapPartitions(new AskModel(spec, completed, failed), TaskReport.ENCODER)
          .collectAsList();
    } finally {
      context.setJobDescription(null);
    }
  }

  private RunSpec spec(String id, Sampling sampling, boolean isShared) {
    int executors = Math.max(1, spark.sparkContext().statusTracker().getExecutorInfos().length - 1);
    return new RunSpec(
        id,
        stage,
        isShared ? config.model().withoutHeaders() : config.model(),
        config.calls(),
        sampling.temperature(),
        sampling.topP(),
        sampling.maxTokens(),
        sampling.stop(),
        sampling.jsonSchema(),
        journal.runFolder(id),
        1.0 / executors);
  }

  private static Optional<CallRun.Stop> stopOf(List<TaskReport> reports) {
    return reports.stream()
        .filter(report -> !report.stop().isEmpty())
        .map(
            report ->
                new CallRun.Stop(
                    StageStoppedException.Reason.valueOf(report.stop()), report.message()))
        .findFirst();
  }

  private void requireFewFailures(Dataset<Call> calls) {
    Dataset<Row> keys = calls.select("key").distinct();
    long failed = keys.join(journal.failures().select("key"), "key").count();
    if (failed == 0) {
      return;
    }

    long all = keys.count();
    if (failed > config.calls().maxFailureRatio() * all) {
      throw new StageStoppedException(
          StageStoppedException.Reason.TOO_MANY_FAILURES,
          ("%s: no more than %s of the calls may fail (calls.max-failure-ratio): %,d of %,d did, %s;"
                  + " run again with --retry-failed to ask these again")
              .formatted(
                  stage,
                  config.calls().maxFailureRatio(),
                  failed,
                  all,
                  Spent.on(journal.completions(), journal.failures()).failuresByCause()));
    }
  }

  /** A row for each prompt: its completion, or else its failure. */
  private Dataset<Answer> answers(Dataset<Call> calls) {
    Dataset<Completion> completions = journal.completions();
    Dataset<CallFailure> failures = journal.failures();
    Dataset<Row> ends =
        completions
            .select(
                col("key"),
                functions.struct(col("*")).as("completion"),
                functions.lit(null).cast(CallFailure.ENCODER.schema()).as("failure"))
            .union(
                failures.select(
                    col("key"),
                    functions.lit(null).cast(Completion.ENCODER.schema()).as("completion"),
                    functions.struct(col("*")).as("failure")));
    return calls
        .select("key", "id", "sample")
        .join(ends, "key")
        .select("id", "sample", "completion", "failure")
        .as(Answer.ENCODER);
  }
}
