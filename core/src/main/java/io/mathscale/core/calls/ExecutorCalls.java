package io.mathscale.core.calls;

import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.model.ChatModel;
import io.mathscale.core.model.ChatReply;
import io.mathscale.core.model.ChatRequest;
import io.mathscale.core.model.StoppedException;
import io.mathscale.core.model.TokenCounter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the tasks of a run share in an executor process: one model client, one window, one way to
 * the limits. The first task opens it, the last one closes it.
 */
final class ExecutorCalls implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ExecutorCalls.class);

  /** Open in this process, by run. */
  private static final Map<String, ExecutorCalls> OPEN = new HashMap<>();

  private static final Duration STOP_CHECK = Duration.ofMillis(200);

  /** The longest that a process which was told to end waits for its calls in flight. */
  private static final Duration DRAIN = Duration.ofSeconds(20);

  /** Above Spark's (50) and that of the file systems (10): the first to run. */
  private static final int DRAIN_PRIORITY = 100;

  static {
    ShutdownHookManager.get()
        .addShutdownHook(
            ExecutorCalls::drain, DRAIN_PRIORITY, DRAIN.toSeconds() + 5, TimeUnit.SECONDS);
  }

  private final RunSpec run;
  private final Optional<CallRun> ownLimits;
  private final Optional<CallsExecutor> plugin;
  private final Reports reports;
  private final LeasedPermits permits;
  private final FirstAnswer firstAnswer;
  private final ChatModel model;
  private final Window window;
  private final ScheduledExecutorService flusher;
  private final Set<JournalWriter> journals = ConcurrentHashMap.newKeySet();
  private int users;

  private ExecutorCalls(RunSpec run) {
    this.run = run;
    this.plugin = CallsExecutor.loaded();
    this.ownLimits = plugin.isPresent() ? Optional.empty() : Optional.of(share(run));
    LimitsLink link = plugin.map(p -> p.link(run.id())).orElseGet(() -> local(ownLimits.get()));
    this.window = new Window("calls-" + run.stage(), run.calls().inFlightPerExecutor());
    boolean isLimited = run.calls().isLimited();
    this.reports =
        new Reports(
            run.stage(), link, plugin.map(CallsExecutor::metrics), window::inFlight, isLimited);
    TokenCounter counter = new TokenCounter();
    this.permits = new LeasedPermits(run, link, reports, run.model().price(), counter);
    this.firstAnswer = new FirstAnswer(permits, reports::isStopped);
    this.model =
        ModelStack.of(run, credentials(), firstAnswer, this::sleep, System::nanoTime, counter);
    this.flusher = Executors.newSingleThreadScheduledExecutor(ExecutorCalls::flusherThread);
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

    open.forEach(calls -> calls.reports.fail(new StoppedException("The process is ending")));
    Instant deadline = Instant.now().plus(DRAIN);
    for (ExecutorCalls calls : open) {
      calls.window.awaitIdle(deadline);
    }

    flushAll();
  }

  /** What the tasks of a run share here. */
  static ExecutorCalls open(RunSpec run) {
    synchronized (OPEN) {
      ExecutorCalls calls = OPEN.get(run.id());
      if (calls == null) {
        calls = new ExecutorCalls(run);
        calls.start();
        OPEN.put(run.id(), calls);
      }

      calls.users++;
      return calls;
    }
  }

  /** Makes durable what is in the journals of this process. */
  static void flushAll() {
    synchronized (OPEN) {
      OPEN.values().forEach(ExecutorCalls::flushJournals);
    }
  }

  private void start() {
    reports.start();
    long interval = run.calls().flushInterval().toMillis();
    var unused =
        flusher.scheduleWithFixedDelay(
            this::flushJournals, interval, interval, TimeUnit.MILLISECONDS);
  }

  private static Thread flusherThread(Runnable work) {
    Thread thread = new Thread(work, "calls-journal-flush");
    thread.setDaemon(true);
    return thread;
  }

  private static CallRun share(RunSpec run) {
    return new CallRun(
        run.stage(), run.calls(), run.share(), 0, run.spentBefore(), System::nanoTime);
  }

  private static LimitsLink local(CallRun limits) {
    return new LimitsLink() {
      @Override
      public Grant lease(List<Demand> wanted) {
        return limits.lease("", wanted);
      }

      @Override
      public Pace settle(Settlement ended) {
        return limits.settle("", ended);
      }
    };
  }

  private Credentials credentials() {
    if (plugin.isPresent()) {
      return plugin.get().credentials(run.id());
    }

    Configuration hadoop = SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf());
    ModelConfig config = run.model();
    return new CredentialsReader(System::getenv, hadoop).read(config, config.headers());
  }

  /** Sleeps unless and until the stage stops. */
  private void sleep(Duration duration) throws InterruptedException {
    long end = System.nanoTime() + duration.toNanos();
    long left = duration.toNanos();
    while (left > 0) {
      if (reports.isStopped()) {
        throw new StoppedException("The stage is stopping");
      }

      TimeUnit.NANOSECONDS.sleep(Math.min(left, STOP_CHECK.toNanos()));
      left = end - System.nanoTime();
    }
  }

  private void flushJournals() {
    for (JournalWriter journal : journals) {
      try {
        journal.flush();
      } catch (IOException | RuntimeException e) {
        LOG.error("The journal cannot be written: no more calls are made", e);
        reports.fail(new IllegalStateException("The journal cannot be written", e));
      }
    }
  }

  RunSpec run() {
    return run;
  }

  Reports reports() {
    return reports;
  }

  Optional<CallsExecutor> plugin() {
    return plugin;
  }

  /** Whether the service has ever answered this process. */
  boolean isProven() {
    return firstAnswer.isProven();
  }

  /** Why this process's share of the limits stopped the run, where it keeps one. */
  Optional<CallRun.Stop> ownStop() {
    return ownLimits.flatMap(CallRun::stopped);
  }

  ChatReply ask(ChatRequest request) {
    return model.ask(request);
  }

  void submit(Runnable call) throws InterruptedException {
    window.submit(call);
  }

  void flushing(JournalWriter journal) {
    journals.add(journal);
  }

  void closed(JournalWriter journal) {
    journals.remove(journal);
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

    flusher.shutdownNow();
    try {
      reports.send();
    } finally {
      reports.close();
      permits.close();
      window.close();
      model.close();
    }
  }
}
