package io.mathscale.core.calls;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.calls.access.Credentials;
import io.mathscale.core.calls.access.CredentialsReader;
import io.mathscale.core.calls.estimate.Estimate;
import io.mathscale.core.calls.estimate.Estimates;
import io.mathscale.core.calls.estimate.SizedCall;
import io.mathscale.core.calls.history.CallPlan;
import io.mathscale.core.calls.history.CallSettings;
import io.mathscale.core.calls.history.RunHistory;
import io.mathscale.core.calls.journal.Journal;
import io.mathscale.core.calls.journal.StageLock;
import io.mathscale.core.calls.limits.RunStop;
import io.mathscale.core.calls.spending.Budgets;
import io.mathscale.core.calls.spending.Spent;
import io.mathscale.core.calls.stats.CallStats;
import io.mathscale.core.calls.stats.EndedCalls;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.data.Answer;
import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.Completion;
import io.mathscale.core.events.EventLog;
import io.mathscale.core.spark.Cached;
import io.mathscale.core.spark.SparkProgress;
import io.mathscale.core.spark.TaskSlots;
import io.mathscale.core.time.SystemTime;
import io.mathscale.core.time.TimeSource;
import io.mathscale.core.workspace.Workspace;
import java.util.SortedMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * The one door to the model: turns prompts into completions and failures.
 *
 * <p>What the journal of the stage holds is not asked again, so a stage that was retried, killed or
 * run twice pays once. What is asked keeps the limits of the whole application.
 */
public final class Completions {
  /** Of so many prompts a part tokens are counted: enough to tell the mean of all. */
  private static final int SIZED = 100;

  /** Keys of so few prompts go to the answers: these may be many more, and long. */
  private static final long FEW = 10_000;

  /** The columns of a call that is not to be made again. */
  private static final Column[] IS_KNOWN = {
    col("key"), functions.lit(true).as("isKnown"), functions.lit(0).as("attempt")
  };

  private final SparkSession spark;
  private final Workspace workspace;
  private final MathscaleConfig config;
  private final boolean retryFailed;
  private final boolean retryRejected;
  private final TimeSource time;
  private final EventLog events;

  /** What the batches had that this command has asked. */
  private final EndedCalls ended;

  private Completions(
      SparkSession spark,
      Workspace workspace,
      MathscaleConfig config,
      boolean retryFailed,
      boolean retryRejected,
      TimeSource time,
      EventLog events,
      EndedCalls ended) {
    this.spark = spark;
    this.workspace = workspace;
    this.config = config;
    this.retryFailed = retryFailed;
    this.retryRejected = retryRejected;
    this.time = time;
    this.events = events;
    this.ended = ended;
  }

  /**
   * The door of a workspace.
   *
   * @param retryFailed whether to ask again what failed in an earlier run
   */
  public static Completions of(
      SparkSession spark, Workspace workspace, MathscaleConfig config, boolean retryFailed) {
    TimeSource time = SystemTime.INSTANCE;
    return new Completions(
        spark, workspace, config, retryFailed, false, time, EventLog.none(time), new EndedCalls());
  }

  /** The same door, which asks again what was answered in a way that the stage cannot use. */
  public Completions askingRejectedAgain() {
    return new Completions(spark, workspace, config, retryFailed, true, time, events, ended);
  }

  /** The same door, which tells a log what its runs go through. */
  public Completions telling(EventLog log) {
    return new Completions(spark, workspace, config, retryFailed, retryRejected, time, log, ended);
  }

  /**
   * The same door in a command that has asked before.
   *
   * @param before what its batches had, by which the share of failed calls is judged too; told of
   *     each batch that is asked here
   */
  public Completions after(EndedCalls before) {
    return new Completions(
        spark, workspace, config, retryFailed, retryRejected, time, events, before);
  }

  /**
   * The same door by another time, for driver and executors.
   *
   * @param other goes to the executors with the tasks
   */
  public Completions withTime(TimeSource other) {
    return new Completions(
        spark, workspace, config, retryFailed, retryRejected, other, events, ended);
  }

  /**
   * Asks the model what it was not asked before.
   *
   * @return to be closed when its rows have been read
   * @throws ConfigException when the model or its key is not configured, or another run is asking
   *     for the same stage of the workspace
   * @throws StageStoppedException when the budget is reached, too many calls failed, or the service
   *     refused us; what was answered is kept
   */
  public CallResults ask(PromptBatch batch) {
    return ask(batch, calls(batch), batch.count(), true);
  }

  /**
   * Asks some of the questions, chosen at random by their keys: those that an earlier sample asked
   * are among them and are not asked again. How many of so few fail is not judged.
   *
   * @param count how many of them
   * @throws ConfigException as {@link #ask} does
   * @throws StageStoppedException as {@link #ask} does
   */
  public void askSample(PromptBatch batch, int count) {
    Dataset<Call> sample =
        calls(batch)
            .mapPartitions(new SmallestKeys(count), Call.ENCODER)
            .dropDuplicates("key")
            .orderBy("key")
            .limit(count);
    ask(batch, sample, count, false).close();
  }

  /** What it would take to ask what is still to be asked; sends nothing and writes nothing. */
  public Estimate estimate(PromptBatch batch) {
    ModelConfig model = modelOf(batch);
    Dataset<SizedCall> calls = calls(batch).mapPartitions(new CountTokens(), SizedCall.ENCODER);
    return new Estimates(
            batch.family(),
            model.maxTokens(batch.sampling().maxTokens()),
            model.price(),
            model.serviceTier(),
            journal(batch),
            retryFailed)
        .of(calls);
  }

  private Journal journal(PromptBatch batch) {
    return new Journal(spark, workspace, batch.family(), time);
  }

  private Dataset<Call> calls(PromptBatch batch) {
    return batch.prompts().map(CallIdentity.of(modelOf(batch), batch.sampling()), Call.ENCODER);
  }

  private ModelConfig modelOf(PromptBatch batch) {
    return batch.model().orElse(config.model());
  }

  private CallResults ask(PromptBatch batch, Dataset<Call> calls, long count, boolean isJudged) {
    ModelConfig model = modelOf(batch);
    config.requireReadyToAsk(model);
    Credentials credentials =
        new CredentialsReader(System::getenv, spark.sparkContext()::hadoopConfiguration)
            .read(model, model.headers());

    Journal journal = journal(batch);
    Budgets budgets = new Budgets(spark, workspace, config, model, time);
    try (StageLock lock = journal.lock(time::sleep);
        StageLock shared = budgets.isShared() ? journal.lockBudget(time::sleep) : null) {
      lock.keep(time);
      if (shared != null) {
        shared.keep(time);
        shared.whenLost(lock::giveUp);
      }

      // What is asked for tables that are another's now would be paid for nothing.
      workspace.whenLost(lock::giveUp);

      journal.compact();
      Spent.settleLeases(journal);
      int tasks = TaskSlots.of(spark).tasksFor(count, config.calls().inFlightPerExecutor());
      CallStats taken = Spent.on(journal);
      StageRun run =
          new StageRun(
              spark,
              config.calls(),
              model,
              batch,
              journal,
              lock,
              retryRejected,
              budgets,
              taken,
              time,
              events);
      return ask(
          batch,
          run,
          PlannedCalls.of(spark, calls, count, tasks, known(batch, journal)),
          journal,
          taken,
          credentials,
          isJudged);
    }
  }

  private CallResults ask(
      PromptBatch batch,
      StageRun run,
      PlannedCalls planned,
      Journal journal,
      CallStats taken,
      Credentials credentials,
      boolean isJudged) {
    ModelConfig model = modelOf(batch);
    Cached<PromptKey> keys = Cached.of(planned.keys(model.price().isFree() ? 0 : SIZED));
    boolean isWhole = false;
    try {
      CallPlanner planner = planned(batch, keys.rows(), journal, taken);
      CallPlan plan = planner.plan();
      SortedMap<String, String> settings =
          CallSettings.of(model, batch.stage(), batch.sampling(), batch.settings());
      RunHistory history = RunHistory.of(workspace, batch.family(), time, plan.answers());
      plan.lines(settings, history).forEach(System.err::println);
      CallStats stats = taken;
      if (plan.toAsk() > 0) {
        history.begin(settings, plan.answers());
        run.goOn(planner.before(), ended.of(batch.family()));
        try {
          run.ask(planned.calls(), plan.toAsk(), credentials);
        } catch (StageStoppedException e) {
          if (e.reason().mayWrite()) {
            keep(journal, history);
          }

          throw e;
        }

        keep(journal, history);
        stats = Spent.on(journal);
      }

      if (isJudged) {
        long failed = journal.hasFailures() ? failed(keys.rows(), journal) : 0;
        requireFewFailures(
            ended.add(batch.family(), new EndedCalls.Sum(plan.calls(), failed)), run, stats);
      }

      CallResults results =
          new CallResults(
              answers(keys.rows(), batch.count() <= FEW, journal), Spent.forManifest(stats), keys);
      isWhole = true;
      return results;
    } finally {
      if (!isWhole) {
        keys.close();
      }
    }
  }

  /** Takes what a run has got into the tables, also where it was stopped: they tell why. */
  private static void keep(Journal journal, RunHistory history) {
    journal.compact();
    Spent.settleLeases(journal);
    history.end(journal.answers());
  }

  private CallPlanner planned(
      PromptBatch batch, Dataset<PromptKey> keys, Journal journal, CallStats taken) {
    return SparkProgress.during(
        spark,
        batch.family() + ": making prompts",
        time,
        () -> CallPlanner.of(batch, keys, journal, taken, retryFailed, modelOf(batch)));
  }

  /**
   * The calls that ended before, each once: whether they are known and not to be made again, or the
   * number of the attempt that is to be made.
   */
  private Dataset<Row> known(PromptBatch batch, Journal journal) {
    Dataset<Row> answered =
        retryRejected
            ? journal
                .completions()
                .mapPartitions(new JudgeAnswers(batch.check()), JudgeAnswers.Judged.ENCODER)
                .toDF()
            : journal.completions().select(IS_KNOWN);
    return retryFailed || !journal.hasFailures()
        ? answered
        : answered.unionByName(journal.failures().select(IS_KNOWN));
  }

  private static long failed(Dataset<PromptKey> prompts, Journal journal) {
    return journal.failures().join(prompts.select("key").distinct(), "key").count();
  }

  /** Judges all batches of the command: a late round may be one question that fails each time. */
  private void requireFewFailures(EndedCalls.Sum all, StageRun run, CallStats stats) {
    if (all.failed() > config.calls().maxFailureRatio() * all.calls()) {
      throw new StageStoppedException(
          RunStop.Reason.TOO_MANY_FAILURES,
          ("%s: no more than %s of the calls may fail (calls.max-failure-ratio): %,d of %,d did,"
                  + " %s; run again with --retry-failed to ask these again")
              .formatted(
                  run.stage(),
                  config.calls().maxFailureRatio(),
                  all.failed(),
                  all.calls(),
                  stats.failed()));
    }
  }

  /** A row for each prompt: its completion, or else its failure. */
  private static Dataset<Answer> answers(
      Dataset<PromptKey> prompts, boolean isFew, Journal journal) {
    Column all = functions.struct(col("*"));
    Dataset<Row> ends =
        journal.completions().select(col("key"), all.as("completion"), none(CallFailure.ENCODER));
    if (journal.hasFailures()) {
      ends =
          ends.union(
              journal.failures().select(col("key"), none(Completion.ENCODER), all.as("failure")));
    }

    Dataset<Row> asked = prompts.select("key", "id", "sample");
    return (isFew ? functions.broadcast(asked) : asked)
        .join(ends.toDF("key", "completion", "failure"), "key")
        .select("id", "sample", "completion", "failure")
        .as(Answer.ENCODER);
  }

  private static Column none(Encoder<?> encoder) {
    return functions.lit(null).cast(encoder.schema());
  }
}
