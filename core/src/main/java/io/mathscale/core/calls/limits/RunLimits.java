package io.mathscale.core.calls.limits;

import io.mathscale.core.calls.outage.OutageWatch;
import io.mathscale.core.calls.outage.ServiceState;
import io.mathscale.core.calls.stats.CallStats;
import io.mathscale.core.calls.stats.EndedCalls;
import io.mathscale.core.calls.stats.ExecutorStats;
import io.mathscale.core.calls.stats.Pace;
import io.mathscale.core.calls.stats.RunStats;
import io.mathscale.core.calls.store.StoreWaits;
import io.mathscale.core.config.CallsConfig;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Keeps the limits of one run of a stage: on the driver for the whole application, or in an
 * executor for its static share. Grants requests, takes reports. Thread-safe.
 */
public final class RunLimits {
  /** An executor that must wait for what is in flight elsewhere asks again after so long. */
  private static final long MONEY_WAIT_NANOS = 50_000_000L;

  /** The same where a lease could not be made durable. */
  private static final long UNWRITTEN_WAIT_NANOS = 1_000_000_000L;

  /** Who waits where it is the spending that cannot be written down. */
  private static final String BUDGET = "budget";

  /** A handful of failures says nothing of the rest: a run with fewer goes to its end. */
  private static final long MANY_FAILURES = 100;

  private final String stage;
  private final long total;
  private final double maxFailureRatio;
  private final LongSupplier nanoClock;
  private final RateLimits rates;
  private final Ledger ledger;
  private final OutageWatch watch;
  private final Pace pace;
  private final Tranches tranches;
  private final RejectionBrake brake;
  private final Map<String, CallStats> statsBy = new TreeMap<>();
  private final Map<String, Long> inFlightBy = new HashMap<>();
  private final Set<String> gone = new HashSet<>();
  private final Duration giveUpAfter;
  private final StoreWaits store;
  private CallStats stats = CallStats.NONE;
  private EndedCalls.Sum earlier = EndedCalls.Sum.NONE;
  private boolean isOver;
  private boolean isTakenOver;
  private Optional<RunStop> stop = Optional.empty();

  /**
   * The limits of a run that begins.
   *
   * @param stage name of the stage
   * @param config its limits
   * @param share the part of the limits that is kept here
   * @param total calls to make; 0 where only a share of them is made here
   * @param budgets what may be spent; none for any sum
   * @param bound where the most that the run can have spent is kept
   * @param watch decides whether the model service is away
   * @param nanoClock nanoseconds
   */
  public RunLimits(
      String stage,
      CallsConfig config,
      double share,
      long total,
      List<Budget> budgets,
      SpendingBound bound,
      OutageWatch watch,
      LongSupplier nanoClock) {
    this.stage = stage;
    this.total = total;
    this.maxFailureRatio = config.maxFailureRatio();
    this.nanoClock = nanoClock;
    this.rates = new RateLimits(config, share, nanoClock.getAsLong());
    this.watch = watch;
    this.pace = new Pace(nanoClock.getAsLong());
    this.brake = new RejectionBrake(stage, config.maxRejectedRatio());
    this.tranches = new Tranches(bound, nanoClock);
    this.ledger = new Ledger(budgets.stream().map(budget -> budget.withShare(share)).toList());
    this.giveUpAfter = config.giveUpAfter();
    this.store = new StoreWaits(stage, config.giveUpAfter(), nanoClock);
  }

  /**
   * Judges the share of failed calls together with batches that ended before the run began.
   *
   * @param before what they had
   */
  public synchronized void goOn(EndedCalls.Sum before) {
    earlier = before;
  }

  /** Whether requests need a grant. */
  synchronized boolean isLimited() {
    return rates.isLimited() || ledger.isLimited();
  }

  /**
   * Grants the first of the wanted requests that may be sent now.
   *
   * @param executor the executor that asks
   * @param wanted what each request may take
   */
  public synchronized Grant lease(String executor, List<RequestEstimate> wanted) {
    if (isOver || gone.contains(executor)) {
      return new Grant(0, 0, true);
    }

    int granted = 0;
    long waitNanos = 0;
    BigDecimal reserved = BigDecimal.ZERO;
    while (granted < wanted.size() && waitNanos == 0 && stop.isEmpty()) {
      RequestEstimate estimate = wanted.get(granted);
      waitNanos = rates.nanosUntilReady(nanoClock.getAsLong());
      if (waitNanos == 0) {
        switch (ledger.reserve(executor, estimate.worstCost())) {
          case RESERVED -> {
            rates.take(estimate);
            reserved = reserved.add(estimate.worstCost());
            granted++;
          }
          case WAIT -> waitNanos = MONEY_WAIT_NANOS;
          case EXHAUSTED -> stop(new RunStop(RunStop.Reason.BUDGET, budgetReached(estimate)));
        }
      }
    }

    if (ledger.isLimited() && granted > 0 && !isCovered()) {
      ledger.settle(executor, reserved, BigDecimal.ZERO, BigDecimal.ZERO);
      return new Grant(0, UNWRITTEN_WAIT_NANOS, stop.isPresent());
    }

    return new Grant(granted, waitNanos, stop.isPresent());
  }

  private boolean isCovered() {
    boolean isCovered = tranches.cover(ledger.bound(), ledger.most());
    store.note(BUDGET, tranches.trouble(giveUpAfter));
    unwritable().ifPresent(this::stop);
    return isCovered;
  }

  /**
   * Takes a report.
   *
   * @param executor the executor that reports
   * @param ended what has ended since its last report
   */
  public synchronized RunState settle(String executor, ExecutorReport ended) {
    stats = stats.plus(ended.stats());
    pace.add(ended.stats().ended(), nanoClock.getAsLong());
    statsBy.merge(executor, ended.stats(), CallStats::plus);
    rates.settle(ended, nanoClock.getAsLong());
    ledger.settle(executor, ended.reserved(), ended.stats().cost(), ended.stats().doubtfulCost());
    if (ledger.isLimited()) {
      tranches.lower(ledger.bound());
    }

    if (gone.contains(executor)) {
      // Its last report, of which the money counts and nothing else.
      return new RunState(isLimited(), true, ServiceState.OPEN);
    }

    inFlightBy.put(executor, ended.callsInFlight());
    store.note(executor, ended.store());
    unwritable().ifPresent(this::stop);
    ServiceState service =
        watch.take(executor, ended.service(), ended.callsInFlight(), callsLeft());
    if (!ended.refusal().isEmpty()) {
      stop(new RunStop(RunStop.Reason.REFUSED, ended.refusal()));
    } else if (!watch.end().isEmpty()) {
      stop(new RunStop(RunStop.Reason.REFUSED, watch.end()));
    } else if (hasTooManyFailures()) {
      stop(
          new RunStop(
              RunStop.Reason.TOO_MANY_FAILURES,
              "%s: more than calls.max-failure-ratio of %,d calls failed: %s; run again with --retry-failed to ask these again"
                  .formatted(stage, total + earlier.calls(), failures())));
    }

    brake.after(ended).ifPresent(this::stop);
    return new RunState(isLimited(), stop.isPresent(), service);
  }

  private long callsLeft() {
    return total == 0 ? Long.MAX_VALUE : total - stats.ended();
  }

  private boolean hasTooManyFailures() {
    long failures = stats.failures();
    return total > 0
        && failures >= MANY_FAILURES
        && failures + earlier.failed() > maxFailureRatio * (total + earlier.calls());
  }

  private String failures() {
    return earlier.failed() == 0
        ? stats.failed().toString()
        : "%s, and %,d in earlier rounds".formatted(stats.failed(), earlier.failed());
  }

  /**
   * An executor is gone.
   *
   * @return what it had in flight
   */
  public synchronized LostCalls lose(String executor) {
    gone.add(executor);
    Long calls = inFlightBy.remove(executor);
    watch.lose(executor);
    store.lose(executor);
    return new LostCalls(calls == null ? 0 : calls, ledger.lose(executor));
  }

  /**
   * The run is over: no more is leased, and what is known of its spending is kept; where another
   * has taken the stage over, it counts that already.
   */
  public synchronized void end() {
    if (ledger.isLimited()) {
      isOver = true;
      if (!isTakenOver) {
        tranches.end(ledger.bound());
      }
    }
  }

  /** Sends no more requests, since another run of the stage does. */
  public synchronized void takenOver() {
    isTakenOver = true;
    stop(RunStop.takenOver(stage));
  }

  private void stop(RunStop why) {
    if (stop.isEmpty()) {
      stop = Optional.of(why);
    }
  }

  private String budgetReached(RequestEstimate estimate) {
    Budget budget = ledger.passedBy(estimate.worstCost()).orElseThrow();
    BigDecimal certain = budget.certain().add(ledger.certain());
    BigDecimal doubtful = budget.doubtful().add(ledger.doubtful());
    String perhaps = doubtful.signum() > 0 ? ", and perhaps $" + plain(doubtful) + " more" : "";
    return "%s: %s must allow another call: $%s of $%s is spent%s, the next call may cost $%s; raise it and run again to go on"
        .formatted(
            stage,
            budget.setting(),
            plain(certain),
            plain(budget.cap()),
            perhaps,
            plain(estimate.worstCost()));
  }

  private static String plain(BigDecimal dollars) {
    return dollars.stripTrailingZeros().toPlainString();
  }

  /** Why no more requests are sent, if so. */
  public synchronized Optional<RunStop> stopped() {
    // What is lost must be told, whatever stopped the run before.
    return unwritable().or(() -> stop);
  }

  private Optional<RunStop> unwritable() {
    return store.givenUp().map(why -> new RunStop(RunStop.Reason.UNWRITABLE, why));
  }

  /** Whether the model service has answered in this run. */
  public synchronized boolean hasAnswered() {
    return watch.hasAnswered();
  }

  /** Why the workspace cannot be written now; empty where it can. */
  public synchronized Optional<String> storeTrouble() {
    return store.trouble();
  }

  /** How far the run is. */
  public synchronized RunStats stats() {
    List<ExecutorStats> executors =
        statsBy.entrySet().stream()
            .map(
                by ->
                    new ExecutorStats(
                        by.getKey(), by.getValue(), inFlightBy.getOrDefault(by.getKey(), 0L)))
            .toList();
    return new RunStats(
        stage, total, stats, executors, pace.perSecond(nanoClock.getAsLong()), watch.waiting());
  }
}
