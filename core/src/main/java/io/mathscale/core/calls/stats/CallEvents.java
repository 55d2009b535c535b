package io.mathscale.core.calls.stats;

import io.mathscale.core.events.Event.Kind;
import io.mathscale.core.events.EventLog;
import io.mathscale.core.time.PeriodicTask;
import io.mathscale.core.time.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Tells the event log what a run of a stage's calls goes through. */
public final class CallEvents implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final String SERVICE = "model service";
  private static final String WORKSPACE = "workspace";

  private final EventLog log;
  private final Supplier<RunStats> run;
  private final Supplier<Optional<String>> storeTrouble;
  private final TimeSource time;
  private final long start;
  private final SortedMap<String, Long> waitsSince = new TreeMap<>();
  private PeriodicTask timer = () -> {};
  private boolean isEnded;

  /**
   * The events of a run that begins.
   *
   * @param run how far it is
   * @param storeTrouble why the workspace cannot be written now; empty where it can
   */
  public CallEvents(
      EventLog log,
      Supplier<RunStats> run,
      Supplier<Optional<String>> storeTrouble,
      TimeSource time) {
    this.log = log;
    this.run = run;
    this.storeTrouble = storeTrouble;
    this.time = time;
    this.start = time.nanos();
    RunStats now = run.get();
    SortedMap<String, Number> calls = new TreeMap<>();
    calls.put("calls", now.total());
    log.add(Kind.ASKING, now.stage(), "", "", "", null, calls);
  }

  /** Tells from now on what is other than before. */
  public void begin() {
    timer = time.every(INTERVAL, "calls-events", this::look);
  }

  /** Tells what is other than before. */
  synchronized void look() {
    if (isEnded) {
      return;
    }

    RunStats now = run.get();
    note(
        now,
        SERVICE,
        now.waiting().isWaiting() ? Optional.of(now.waiting().why()) : Optional.empty());
    note(now, WORKSPACE, storeTrouble.get());
  }

  private void note(RunStats now, String waitsFor, Optional<String> why) {
    boolean wasWaiting = waitsSince.containsKey(waitsFor);
    if (why.isPresent() && !wasWaiting) {
      waitsSince.put(waitsFor, time.nanos());
      log.add(Kind.WAITING, now.stage(), waitsFor, "", why.get(), null, figures(now));
    } else if (why.isEmpty() && wasWaiting) {
      Duration waited = Duration.ofNanos(time.nanos() - waitsSince.remove(waitsFor));
      log.add(Kind.RESUMED, now.stage(), waitsFor, "", "", waited, figures(now));
    }
  }

  private static SortedMap<String, Number> figures(RunStats now) {
    CallStats calls = now.calls();
    SortedMap<String, Number> figures = new TreeMap<>();
    figures.put("calls", now.total());
    figures.put("completed", calls.completed());
    figures.put("rejected", calls.rejected());
    figures.put("truncated", calls.truncated());
    figures.put("requests", calls.requests());
    figures.put("inputTokens", calls.inputTokens());
    figures.put("outputTokens", calls.outputTokens());
    figures.put("cost", calls.cost());
    figures.put("doubtfulCost", calls.doubtfulCost());
    calls.failed().forEach((cause, count) -> figures.put("failed." + cause, count));
    calls.retried().forEach((cause, count) -> figures.put("retried." + cause, count));
    return figures;
  }

  /** Tells that the run has ended, whole or not. */
  @Override
  public void close() {
    timer.close();
    synchronized (this) {
      look();
      isEnded = true;
      RunStats now = run.get();
      Duration took = Duration.ofNanos(time.nanos() - start);
      log.add(Kind.ASKED, now.stage(), "", "", "", took, figures(now));
    }
  }
}
