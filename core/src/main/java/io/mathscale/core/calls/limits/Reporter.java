package io.mathscale.core.calls.limits;

import io.mathscale.core.calls.outage.ServiceHealth;
import io.mathscale.core.calls.stats.CallStats;
import io.mathscale.core.time.PeriodicTask;
import io.mathscale.core.time.TimeSource;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Gathers what ends in this process and reports it a few times a second. Thread-safe. */
public final class Reporter implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofMillis(100);

  /**
   * Where nothing ends, a report is sent every so many intervals all the same, to hear of a stop.
   */
  private static final long IDLE_INTERVALS = 10;

  /** Of a driver that is silent for 16 seconds others take the stage over, and ask as well. */
  private static final Duration SILENCE = Duration.ofSeconds(12);

  private final String stage;
  private final LimitsClient limits;
  private final Consumer<CallStats> reported;
  private final LongSupplier inFlight;
  private final ServiceHealth health;
  private final TimeSource time;
  private final Object sending = new Object();
  private PeriodicTask timer = () -> {};
  private ExecutorReport ended = new ExecutorReport();
  private long idleIntervals;
  private volatile long heardAt;
  private volatile boolean isLimited;
  private volatile boolean isStopped;
  private volatile RuntimeException failure;
  private Consumer<ExecutorReport> addition = report -> {};

  /**
   * A reporter that has nothing to report yet.
   *
   * @param stage name of the stage
   * @param limits to whom it reports
   * @param reported told of the numbers of each report
   * @param inFlight calls in flight in this process
   * @param isLimited whether requests need a grant, until the first report is answered
   * @param health what this process has seen of the model service
   * @param time by which it reports
   */
  public Reporter(
      String stage,
      LimitsClient limits,
      Consumer<CallStats> reported,
      LongSupplier inFlight,
      boolean isLimited,
      ServiceHealth health,
      TimeSource time) {
    this.stage = stage;
    this.limits = limits;
    this.reported = reported;
    this.inFlight = inFlight;
    this.isLimited = isLimited;
    this.health = health;
    this.time = time;
    this.heardAt = time.nanos();
  }

  /**
   * Begins to report.
   *
   * @param addition adds to each report, just before it is sent, what was not noted as it ended
   */
  public void start(Consumer<ExecutorReport> addition) {
    this.addition = addition;
    timer = time.every(INTERVAL, "calls-report-" + stage, this::tick);
  }

  /** Notes something that ended. */
  public synchronized void add(Consumer<ExecutorReport> what) {
    what.accept(ended);
  }

  private synchronized boolean hasEnded() {
    return !ended.isEmpty();
  }

  private synchronized ExecutorReport taken() {
    ExecutorReport taken = ended;
    ended = new ExecutorReport();
    return taken;
  }

  private void tick() {
    try {
      idleIntervals++;
      if (isLimited || hasEnded() || health.isUneasy() || idleIntervals % IDLE_INTERVALS == 0) {
        send();
      }
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  /** Reports now; where that cannot be done, nothing more is sent to the model. */
  public void sendOrFail() {
    try {
      send();
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  /** Reports now. */
  public void send() {
    synchronized (sending) {
      ExecutorReport taken = taken();
      taken.inFlight(inFlight.getAsLong());
      taken.service(health.report());
      addition.accept(taken);
      reported.accept(taken.stats());
      RunState state = limits.settle(taken);
      heardAt = time.nanos();
      isLimited = state.isLimited();
      health.apply(state.service());
      if (state.isStopped()) {
        stop();
      }
    }
  }

  /** Whether requests need a grant. */
  boolean isLimited() {
    return isLimited;
  }

  /** Whether nobody has answered a report for so long that another run may have the stage. */
  boolean isUnheard() {
    return time.nanos() - heardAt >= SILENCE.toNanos();
  }

  /** Whether no more requests are to be sent. */
  public boolean isStopped() {
    return isStopped;
  }

  /** Nothing more is to be sent to the model. */
  public void stop() {
    isStopped = true;
    health.stop();
  }

  /**
   * The way to the limits or the journal is broken, or the process is ending: nothing more is sent
   * to the model, tasks fail.
   */
  public void fail(RuntimeException cause) {
    failure = cause;
    stop();
  }

  /**
   * Checks that the rest of the calls can be made.
   *
   * @throws IllegalStateException with what keeps them from being made, if anything does
   */
  public void requireWhole() {
    if (failure != null) {
      throw new IllegalStateException(
          "No more calls can be made: " + failure.getMessage(), failure);
    }
  }

  /** Ends the reports; what is not sent by then stays unsent. */
  @Override
  public void close() {
    timer.close();
  }
}
