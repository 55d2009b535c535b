package io.mathscale.core.calls;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Gathers what ends in this process and reports it a few times a second. Thread-safe. */
final class Reports {
  private static final long INTERVAL_MILLIS = 100;

  /** Where nothing ends, one interval in so many is reported all the same: a stop is heard of. */
  private static final long IDLE_INTERVALS = 10;

  private final LimitsLink link;
  private final Optional<CallMetrics> metrics;
  private final LongSupplier inFlight;
  private final ScheduledExecutorService timer;
  private final Object sending = new Object();
  private Settlement ended = new Settlement();
  private long idleIntervals;
  private volatile boolean isLimited;
  private volatile boolean isStopped;
  private volatile RuntimeException failure;

  Reports(
      String stage,
      LimitsLink link,
      Optional<CallMetrics> metrics,
      LongSupplier inFlight,
      boolean isLimited) {
    this.link = link;
    this.metrics = metrics;
    this.inFlight = inFlight;
    this.isLimited = isLimited;
    this.timer = Executors.newSingleThreadScheduledExecutor(work -> thread(stage, work));
  }

  /** Begins to report. */
  void start() {
    var unused =
        timer.scheduleWithFixedDelay(
            this::sendOrFail, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static Thread thread(String stage, Runnable work) {
    Thread thread = new Thread(work, "calls-report-" + stage);
    thread.setDaemon(true);
    return thread;
  }

  /** Notes something that ended. */
  synchronized void add(Consumer<Settlement> what) {
    what.accept(ended);
  }

  private synchronized boolean hasEnded() {
    return !ended.isEmpty();
  }

  private synchronized Settlement taken() {
    Settlement taken = ended;
    ended = new Settlement();
    return taken;
  }

  private void sendOrFail() {
    try {
      idleIntervals++;
      if (isLimited || hasEnded() || idleIntervals % IDLE_INTERVALS == 0) {
        send();
      }
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  /** Reports now. */
  void send() {
    synchronized (sending) {
      Settlement taken = taken();
      taken.inFlight(inFlight.getAsLong());
      metrics.ifPresent(counts -> counts.add(taken));
      Pace pace = link.settle(taken);
      isLimited = pace.isLimited();
      if (pace.isStopped()) {
        isStopped = true;
      }
    }
  }

  boolean isLimited() {
    return isLimited;
  }

  boolean isStopped() {
    return isStopped;
  }

  /** Nothing more is to be sent to the model. */
  void stop() {
    isStopped = true;
  }

  /**
   * The way to the limits or the journal is broken, or the process is ending: nothing more is sent
   * to the model, tasks fail.
   */
  void fail(RuntimeException cause) {
    failure = cause;
    isStopped = true;
  }

  /** Throws what keeps the rest of the calls from being made, if anything does. */
  void requireWhole() {
    if (failure != null) {
      throw new IllegalStateException(
          "No more calls can be made: " + failure.getMessage(), failure);
    }
  }

  void close() {
    timer.shutdownNow();
  }
}
