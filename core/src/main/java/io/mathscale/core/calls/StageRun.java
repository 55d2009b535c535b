package io.mathscale.core.calls;

import io.mathscale.core.calls.access.Credentials;
import io.mathscale.core.calls.journal.AnsweredService;
import io.mathscale.core.calls.journal.Journal;
import io.mathscale.core.calls.journal.StageLock;
import io.mathscale.core.calls.limits.Budget;
import io.mathscale.core.calls.limits.RunLimits;
import io.mathscale.core.calls.limits.RunStop;
import io.mathscale.core.calls.outage.OutageWatch;
import io.mathscale.core.calls.spending.Budgets;
import io.mathscale.core.calls.spending.Spending;
import io.mathscale.core.calls.stats.CallAccumulators;
import io.mathscale.core.calls.stats.CallEvents;
import io.mathscale.core.calls.stats.CallStats;
import io.mathscale.core.calls.stats.Progress;
import io.mathscale.core.config.CallsConfig;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.events.EventLog;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.spark.TaskSlots;
import io.mathscale.core.time.PeriodicTask;
import io.mathscale.core.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a stage's calls: opens it to the executors, starts the tasks, closes it. */
final class StageRun {
  private static final Logger LOG = LoggerFactory.getLogger(StageRun.class);

  /** Spark's name of {@code SparkContext.setInterruptOnCancel}. */
  private static final String INTERRUPT_ON_CANCEL = "spark.job.interruptOnCancel";

  private static final Duration KEEP_INTERVAL = Duration.ofSeconds(1);

  private final SparkSession spark;
  private final CallsConfig limits;
  private final ModelConfig model;
  private final PromptBatch batch;
  private final Journal journal;
  private final StageLock lock;
  private final boolean isAgain;
  private final Budgets budgets;
  private final Spending spent;
  private final TimeSource time;
  private final EventLog events;
  private CallStats before = CallStats.NONE;

  /**
   * A run that begins.
   *
   * @param limits of the calls
   * @param model the model that is asked
   * @param isAgain whether calls are among those to make that were answered before
   * @param taken what the stage has taken in earlier runs
   * @param events is told what the run goes through
   */
  StageRun(
      SparkSession spark,
      CallsConfig limits,
      ModelConfig model,
      PromptBatch batch,
      Journal journal,
      StageLock lock,
      boolean isAgain,
      Budgets budgets,
      CallStats taken,
      TimeSource time,
      EventLog events) {
    this.spark = spark;
    this.limits = limits;
    this.model = model;
    this.batch = batch;
    this.journal = journal;
    this.lock = lock;
    this.isAgain = isAgain;
    this.budgets = budgets;
    this.spent = Spending.of(taken);
    this.time = time;
    this.events = events;
  }

  /**
   * Shows progress together with what is done already.
   *
   * @param done the calls that have ended, and what the stage has taken in its runs
   */
  void goOn(CallStats done) {
    before = done;
  }

  /**
   * Asks for all of the calls, whose ends the tasks append to the journal.
   *
   * @param calls equal keys one after the other in one partition
   * @param total calls to make
   * @param credentials what only the service may see
   * @throws StageStoppedException when the run stopped before its end
   */
  void ask(JavaRDD<PlannedCall> calls, long total, Credentials credentials) {
    AnsweredService service = journal.answered(model);
    boolean wasProven = service.isKnown();
    OutageWatch watch =
        new OutageWatch(batch.family(), limits, model.endpointCount(), wasProven, time::nanos);
    List<Budget> limitedBy = budgets.of(batch.family(), spent);
    String id = Journal.newRun(isAgain);
    RunLimits runLimits =
        new RunLimits(
            batch.family(),
            limits,
            1,
            total,
            limitedBy,
            journal.leases().of(id, spent.most()),
            watch,
            time::nanos);
    OpenRun run =
        new OpenRun(
            id,
            runLimits,
            new PartitionClaims(),
            credentials,
            lost -> LOG.warn("{}: {}", batch.family(), lost.text()));
    RunSettings spec = spec(run.id(), limitedBy, wasProven);
    Optional<RunStop> stop =
        CallsDriver.isLoaded() ? shared(run, calls, spec, service) : alone(calls, spec, service);
    if (lock.isTaken()) {
      throw exception(RunStop.takenOver(batch.family()));
    }

    if (stop.isPresent()) {
      throw exception(stop.get());
    }
  }

  private static StageStoppedException exception(RunStop stop) {
    return new StageStoppedException(stop.reason(), stop.message());
  }

  /** Name of the stage. */
  String stage() {
    return batch.family();
  }

  /** With limits over the whole application. */
  private Optional<RunStop> shared(
      OpenRun run, JavaRDD<PlannedCall> calls, RunSettings spec, AnsweredService service) {
    lock.whenLost(run.limits()::takenOver);
    CallsDriver.open(run);
    PeriodicTask keeper = keeper(run.limits(), service);
    try (CallEvents told =
            new CallEvents(events, run.limits()::stats, run.limits()::storeTrouble, time);
        Progress progress =
            Progress.of(() -> run.limits().stats().after(before), limits.budget(), time)) {
      told.begin();
      progress.every(limits.progressInterval());
      runTasks(calls, spec);
      // Tells the limits, which then keep nothing in the name of a run that is settled.
      lock.isTaken();
    } finally {
      keeper.close();
      CallsDriver.close(run);
      run.limits().end();
    }

    if (run.limits().hasAnswered()) {
      service.keep();
    }

    return run.limits().stopped();
  }

  /** Keeps soon, so that a run after a kill knows it, that the service has answered. */
  private PeriodicTask keeper(RunLimits limits, AnsweredService service) {
    AtomicBoolean isKept = new AtomicBoolean();
    return time.every(
        KEEP_INTERVAL,
        "calls-answered-" + batch.family(),
        () -> {
          if (limits.hasAnswered() && isKept.compareAndSet(false, true)) {
            service.keep();
          }
        });
  }

  /** With a static share of the limits for each executor. */
  private Optional<RunStop> alone(
      JavaRDD<PlannedCall> calls, RunSettings spec, AnsweredService service) {
    LOG.warn(
        "The session runs without spark.plugins={}: each executor keeps a static share of the"
            + " limits, and progress is not shown",
        CallsPlugin.class.getName());
    if (spark.sparkContext().getConf().getBoolean("spark.speculation", false)) {
      throw new ConfigException(
          "spark.speculation must be false where spark.plugins does not name "
              + CallsPlugin.class.getName());
    }

    List<RunStop> stops = untilTakenOver(calls, spec);
    if (stops.isEmpty()) {
      service.keep();
    }

    return stops.stream().findFirst();
  }

  /** Without the plugin nobody tells the tasks to stop: they are cancelled. */
  private List<RunStop> untilTakenOver(JavaRDD<PlannedCall> calls, RunSettings spec) {
    SparkContext context = spark.sparkContext();
    String interrupts = context.getLocalProperty(INTERRUPT_ON_CANCEL);
    context.setLocalProperty(INTERRUPT_ON_CANCEL, "true");
    context.addJobTag(spec.id());
    lock.whenLost(() -> context.cancelJobsWithTag(spec.id()));
    try {
      return lock.isLost() ? List.of() : runTasks(calls, spec);
    } catch (Exception e) {
      // Spark throws checked exceptions that it does not declare.
      if (lock.isLost()) {
        return List.of();
      }

      throw e;
    } finally {
      context.removeJobTag(spec.id());
      context.setLocalProperty(INTERRUPT_ON_CANCEL, interrupts);
    }
  }

  private List<RunStop> runTasks(JavaRDD<PlannedCall> calls, RunSettings spec) {
    SparkContext context = spark.sparkContext();
    String stage = batch.family();
    CallAccumulators ended = CallAccumulators.of(context, stage);
    context.setJobDescription(stage + ": ask the model");
    try {
      return calls.mapPartitions(new AskModel(spec, ended)).collect();
    } finally {
      context.setJobDescription(null);
    }
  }

  private RunSettings spec(String id, List<Budget> limitedBy, boolean wasProven) {
    Sampling sampling = batch.sampling();
    return new RunSettings(
        id,
        batch.family(),
        CallsDriver.isLoaded() ? model.withoutHeaders() : model,
        limits,
        sampling.temperature(),
        sampling.topP(),
        sampling.maxTokens(),
        sampling.stop(),
        sampling.jsonSchema(),
        batch.truncatedAnswers(),
        batch.check(),
        journal.runFolder(id),
        share(!limitedBy.isEmpty()),
        limitedBy,
        journal.leases().folder().toString(),
        spent.most(),
        time,
        wasProven);
  }

  /**
   * Of the limits that each executor keeps by itself: those of endpoints, without the plugin all.
   */
  private double share(boolean hasBudget) {
    boolean isLimited = !CallsDriver.isLoaded() && (hasBudget || limits.isLimited());
    SparkContext context = spark.sparkContext();
    return ExecutorShare.of(
        context.getConf(), TaskSlots.executors(context), isLimited || model.hasEndpointLimits());
  }
}
