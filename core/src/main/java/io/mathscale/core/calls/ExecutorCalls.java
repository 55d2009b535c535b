package io.mathscale.core.calls;

import io.mathscale.core.calls.access.Credentials;
import io.mathscale.core.calls.access.CredentialsReader;
import io.mathscale.core.calls.journal.JournalFiles;
import io.mathscale.core.calls.journal.JournalGate;
import io.mathscale.core.calls.journal.JournalMerger;
import io.mathscale.core.calls.journal.JournalWriter;
import io.mathscale.core.calls.journal.Leases;
import io.mathscale.core.calls.limits.ExecutorReport;
import io.mathscale.core.calls.limits.Grant;
import io.mathscale.core.calls.limits.LeasedPermits;
import io.mathscale.core.calls.limits.LimitsClient;
import io.mathscale.core.calls.limits.Reporter;
import io.mathscale.core.calls.limits.RequestEstimate;
import io.mathscale.core.calls.limits.RequestPrices;
import io.mathscale.core.calls.limits.RunLimits;
import io.mathscale.core.calls.limits.RunState;
import io.mathscale.core.calls.limits.RunStop;
import io.mathscale.core.calls.outage.OutageWatch;
import io.mathscale.core.calls.outage.ProbeGate;
import io.mathscale.core.calls.outage.ServiceHealth;
import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.model.CallMeter;
import io.mathscale.core.model.ChatModel;
import io.mathscale.core.model.ChatReply;
import io.mathscale.core.model.ChatRequest;
import io.mathscale.core.model.Permits;
import io.mathscale.core.model.StoppedException;
import io.mathscale.core.model.TokenCounter;
import io.mathscale.core.time.PeriodicTask;
import io.mathscale.core.time.TimeSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the tasks of a run share in an executor process: one model client, one bounded executor, one
 * way to the limits. The first task opens it, the last one closes it.
 */
final class ExecutorCalls implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ExecutorCalls.class);

  /** Open in this process, by run. */
  private static final Map<String, ExecutorCalls> OPEN = new HashMap<>();

  private static final Duration MERGE_INTERVAL = Duration.ofMinutes(1);

  private static final Duration STOP_CHECK = Duration.ofMillis(200);

  /** The longest that a process which was told to end waits for its calls in flight. */
  private static final Duration DRAIN = Duration.ofSeconds(20);

  /** Above Spark's (50) and that of the file systems (10): the first to run. */
  static final int DRAIN_PRIORITY = 100;

  static {
    ShutdownHookManager.get()
        .addShutdownHook(
            ExecutorCalls::drain, DRAIN_PRIORITY, DRAIN.toSeconds() + 5, TimeUnit.SECONDS);
  }

  private final RunSettings run;
  private final Optional<RunLimits> ownLimits;
  private final Optional<CallsExecutor> plugin;
  private final Reporter reporter;
  private final LeasedPermits permits;
  private final CallMeter meter = new CallMeter();
  private final ChatModel model;
  private final BoundedExecutor executor;
  private final JournalMerger merger;
  private final JournalWriter journal;
  private PeriodicTask flushing = () -> {};
  private PeriodicTask merging = () -> {};
  private int users;

  private ExecutorCalls(RunSettings run) throws IOException {
    Path folder = new Path(run.journal());
    FileSystem fileSystem = fileSystemOf(folder);
    String process = processName(SparkEnv.get().executorId());
    this.run = run;
    this.merger = new JournalMerger(fileSystem, folder, process);
    this.journal =
        new JournalWriter(
            fileSystem,
            folder,
            process,
            run.calls().flushInterval(),
            run.calls().giveUpAfter(),
            run.time(),
            merger);
    this.plugin = CallsExecutor.loaded();
    this.ownLimits =
        plugin.isPresent()
            ? Optional.empty()
            : Optional.of(share(run, JournalFiles.hasLines(fileSystem, folder)));
    LimitsClient limits =
        plugin.map(p -> p.limits(run.id())).orElseGet(() -> local(ownLimits.get()));
    this.executor =
        new BoundedExecutor("calls-" + run.stage(), run.calls().inFlightPerExecutor(), run.time());
    boolean isLimited = run.calls().isLimited() || run.isMeasured();
    ServiceHealth health = new ServiceHealth(run.calls().waitForQuota(), run.time()::nanos);
    this.reporter =
        new Reporter(
            run.stage(),
            limits,
            ended -> plugin.map(CallsExecutor::metrics).ifPresent(metrics -> metrics.add(ended)),
            executor::inFlight,
            isLimited,
            health,
            run.time());
    TokenCounter counter = new TokenCounter();
    this.permits =
        new LeasedPermits(
            run.stage(),
            run.isMeasured(),
            limits,
            reporter,
            new RequestPrices(run.model().price(), run.model().serviceTier(), counter),
            meter,
            run.time());
    ProbeGate gate = new ProbeGate(permits, health, reporter::sendOrFail);
    Permits whileKept = new JournalGate(gate, journal::isBlocked, reporter::isStopped, run.time());
    this.model = ModelStack.of(run, credentials(), whileKept, health, this::sleep, counter);
  }

  /**
   * Lets what is in flight end and be kept, and begins nothing new: the process was told to end, by
   * Ctrl-C or its cluster. Runs before the hooks that close Spark and the file systems.
   */
  private static void drain() {
    List<ExecutorCalls> open;
    synchronized (OPEN) {
      open = List.copyOf(OPEN.values());
    }

    open.forEach(calls -> calls.reporter.fail(new StoppedException("The process is ending")));
    for (ExecutorCalls calls : open) {
      calls.executor.awaitIdle(DRAIN);
    }

    flushAll();
    open.forEach(ExecutorCalls::reportLast);
  }

  /** Reports what has ended, where the driver still listens. */
  private void reportLast() {
    try {
      reporter.send();
      ownLimits.ifPresent(RunLimits::end);
    } catch (RuntimeException e) {
      LOG.debug("The driver is gone: what it had leased here stays in doubt", e);
    }
  }

  /** What the tasks of a run share here. */
  static ExecutorCalls open(RunSettings run) {
    synchronized (OPEN) {
      ExecutorCalls calls = OPEN.get(run.id());
      if (calls == null) {
        calls = opened(run);
        calls.start();
        OPEN.put(run.id(), calls);
      }

      calls.users++;
      return calls;
    }
  }

  private static ExecutorCalls opened(RunSettings run) {
    try {
      return new ExecutorCalls(run);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot reach " + run.journal(), e);
    }
  }

  private static Configuration hadoop() {
    return SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf());
  }

  /** The file system of a folder, as this process knows it. */
  static FileSystem fileSystemOf(Path folder) throws IOException {
    return folder.getFileSystem(hadoop());
  }

  /** Name of an executor in the names of its journal's files. */
  static String processName(String executor) {
    return "executor-" + executor;
  }

  /** Makes durable what is in the journals of this process, as far as it can be. */
  static void flushAll() {
    synchronized (OPEN) {
      OPEN.values().forEach(ExecutorCalls::flush);
    }
  }

  private void flush() {
    int lost = journal.writeNow();
    if (lost > 0) {
      LOG.error("{} answers cannot be written to {}: they are lost", lost, run.journal());
    }
  }

  private void start() {
    reporter.start(report -> report.store(journal.trouble()));
    TimeSource time = run.time();
    flushing = time.every(journal.checkInterval(), "calls-journal-flush", this::writeDue);
    merging = time.every(MERGE_INTERVAL, "calls-journal-merge", this::merge);
  }

  /** A periodic task must not throw. */
  private void writeDue() {
    try {
      journal.writeDue();
    } catch (RuntimeException | Error e) {
      LOG.error("No more calls are made", e);
      reporter.fail(new IllegalStateException("The journal cannot be written", e));
    }
  }

  private void merge() {
    if (!reporter.isStopped()) {
      merger.merge();
    }
  }

  /**
   * The limits of this process.
   *
   * @param hasAnsweredOthers whether the journal of the run tells that the service has answered
   */
  private static RunLimits share(RunSettings run, boolean hasAnsweredOthers) {
    OutageWatch watch =
        new OutageWatch(
            run.stage(),
            run.calls(),
            run.model().endpointCount(),
            run.wasProven() || hasAnsweredOthers,
            run.time()::nanos);
    return new RunLimits(
        run.stage(),
        run.calls(),
        run.share(),
        0,
        run.budgets(),
        leases(run).of(UUID.randomUUID().toString(), run.spentBefore()),
        watch,
        run.time()::nanos);
  }

  private static Leases leases(RunSettings run) {
    Path folder = new Path(run.leases());
    try {
      return new Leases(fileSystemOf(folder), folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot reach " + folder, e);
    }
  }

  private static LimitsClient local(RunLimits limits) {
    return new LimitsClient() {
      @Override
      public Grant lease(List<RequestEstimate> wanted) {
        return limits.lease("", wanted);
      }

      @Override
      public RunState settle(ExecutorReport ended) {
        return limits.settle("", ended);
      }
    };
  }

  private Credentials credentials() {
    if (plugin.isPresent()) {
      return plugin.get().credentials(run.id());
    }

    ModelConfig config = run.model();
    return new CredentialsReader(System::getenv, ExecutorCalls::hadoop)
        .read(config, config.headers());
  }

  /** Sleeps unless and until the stage stops. */
  private void sleep(Duration duration) throws InterruptedException {
    TimeSource time = run.time();
    long end = time.nanos() + duration.toNanos();
    long left = duration.toNanos();
    while (left > 0) {
      if (reporter.isStopped()) {
        throw new StoppedException("The stage is stopping");
      }

      time.sleepUntil(end - left + Math.min(left, STOP_CHECK.toNanos()));
      left = end - time.nanos();
    }
  }

  RunSettings run() {
    return run;
  }

  Reporter reporter() {
    return reporter;
  }

  Optional<CallsExecutor> plugin() {
    return plugin;
  }

  /** Why this process's share of the limits stopped the run, where it keeps one. */
  Optional<RunStop> ownStop() {
    return ownLimits.flatMap(RunLimits::stopped);
  }

  /** What the requests of this thread's call cost. */
  CallMeter meter() {
    return meter;
  }

  ChatReply ask(ChatRequest request) {
    return model.ask(request);
  }

  void submit(Runnable call) throws InterruptedException {
    executor.submit(call);
  }

  /** Where the ends of calls are made durable. */
  JournalWriter journal() {
    return journal;
  }

  @Override
  public void close() {
    synchronized (OPEN) {
      users--;
      if (users > 0) {
        return;
      }

      OPEN.remove(run.id());
    }

    flushing.close();
    merging.close();
    journal.close();
    merger.close();
    try {
      reporter.send();
      ownLimits.ifPresent(RunLimits::end);
    } finally {
      reporter.close();
      permits.close();
      executor.close();
      model.close();
    }
  }
}
