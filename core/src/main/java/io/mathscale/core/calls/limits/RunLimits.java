package io.mathscale.core.calls.limits;

import io.mathscale.core.calls.outage.OutageWatch;
import io.mathscale.core.calls.outage.ServiceState;
import io.mathscale.core.calls.stats.CallStats;
import io.mathscale.core.calls.stats.ExecutorStats;
import io.mathscale.core.calls.stats.RunStats;
import io.mathscale.core.calls.store.StoreWaits;
import io.mathscale.core.config.CallsConfig;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Keeps the limits of one run of a stage: on the driver for the whole application, or in an
 * executor for its static share. Grants requests, takes reports. Thread-safe.
 */
public final class RunLimits {
  /** An executor that must wait for what is in flight elsewhere asks again after so long. */
  private static final long MONEY_WAIT_NANOS = 50_000_000L;

  /** A handful of failures says nothing of the rest: a run with fewer goes to its end. */
  private static final long MANY_FAILURES = 100;

  private final String stage;
  private final long total;
  private final double maxFailures;
  private final LongSupplier nanoClock;
  private final RateLimits rates;
  private final Ledger ledger;
  private final OutageWatch watch;
  private final Map<String, CallStats> statsBy = new TreeMap<>();
  private final Map<String, Long> inFlightBy = new HashMap<>();
  private final StoreWaits store;
  private CallStats stats = CallStats.NONE;
  private Optional<RunStop> stop = Optional.empty();

  /**
   * The limits of a run that begins.
   *
   * @param stage name of the stage
   * @param config its limits
   * @param share the part of the limits that is kept here
   * @param total calls to make; 0 where only a share of them is made here
   * @param spentBefore US dollars spent by earlier runs
   * @param watch decides whether the model service is away
   * @param nanoClock nanoseconds
   */
  public RunLimits(
      String stage,
      CallsConfig config,
      double share,
      long total,
      BigDecimal spentBefore,
      OutageWatch watch,
      LongSupplier nanoClock) {
    this.stage = stage;
    this.total = total;
    this.maxFailures = config.maxFailureRatio() * total;
    this.nanoClock = nanoClock;
    this.rates = new RateLimits(config, share, nanoClock.getAsLong());
    this.ledger = ledger(config.budget(), spentBefore, share);
    this.watch = watch;
    this.store = new StoreWaits(stage, config.giveUpAfter(), nanoClock);
  }

  private static Ledger ledger(BigDecimal budget, BigDecimal spentBefore, double share) {
    if (budget.signum() == 0) {
      return new Ledger(BigDecimal.ZERO, BigDecimal.ZERO);
    }

    BigDecimal left = budget.subtract(spentBefore).max(BigDecimal.ZERO);
    BigDecimal cap = spentBefore.add(left.multiply(BigDecimal.valueOf(share)));
    return new Ledger(cap.max(smallest()), spentBefore);
  }

  /** A cap that is never 0, which would mean none. */
  private static BigDecimal smallest() {
    return BigDecimal.ONE.movePointLeft(12);
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
    int granted = 0;
    long waitNanos = 0;
    while (granted < wanted.size() && waitNanos == 0 && stop.isEmpty()) {
      RequestEstimate estimate = wanted.get(granted);
      waitNanos = rates.nanosUntilReady(nanoClock.getAsLong());
      if (waitNanos == 0) {
        switch (ledger.reserve(executor, estimate.worstCost())) {
          case RESERVED -> {
            rates.take(estimate);
            granted++;
          }
          case WAIT -> waitNanos = MONEY_WAIT_NANOS;
          case EXHAUSTED -> stop(new RunStop(RunStop.Reason.BUDGET, budgetReached(estimate)));
        }
      }
    }

    return new Grant(granted, waitNanos, stop.isPresent());
  }

  /**
   * Takes a report.
   *
   * @param executor the executor that reports
   * @param ended what has ended since its last report
   */
  public synchronized RunState settle(String executor, ExecutorReport ended) {
    stats = stats.plus(ended.stats());
    statsBy.merge(executor, ended.stats(), CallStats::plus);
    rates.settle(ended, nanoClock.getAsLong());
    ledger.settle(executor, ended.reserved(), ended.stats().cost());
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
              "%s: more than calls.max-failure-ratio of %,d calls failed: %s"
                  .formatted(stage, total, stats.failed())));
    }

    return new RunState(isLimited(), stop.isPresent(), service);
  }

  private long callsLeft() {
    return total == 0 ? Long.MAX_VALUE : total - stats.ended();
  }

  private boolean hasTooManyFailures() {
    long failures = stats.failures();
    return total > 0 && failures > maxFailures && failures >= MANY_FAILURES;
  }

  /**
   * An executor is gone.
   *
   * @return US dollars that its calls in flight may have cost
   */
  public synchronized BigDecimal lose(String executor) {
    inFlightBy.remove(executor);
    watch.lose(executor);
    store.lose(executor);
    return ledger.lose(executor);
  }

  /** Sends no more requests, since another run of the stage does. */
  public synchronized void takenOver() {
    stop(RunStop.takenOver(stage));
  }

  private void stop(RunStop why) {
    if (stop.isEmpty()) {
      stop = Optional.of(why);
    }
  }

  private String budgetReached(RequestEstimate estimate) {
    return "%s: calls.budget must allow another call: $%s of $%s is spent, the next call may cost $%s; raise it and run again to go on"
        .formatted(stage, plain(ledger.spent()), plain(ledger.cap()), plain(estimate.worstCost()));
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

  /** How far the run is. */
  public synchronized RunStats stats() {
    List<ExecutorStats> executors =
        statsBy.entrySet().stream()
            .map(
                by ->
                    new ExecutorStats(
                        by.getKey(), by.getValue(), inFlightBy.getOrDefault(by.getKey(), 0L)))
            .toList();
    return new RunStats(stage, total, stats, executors, watch.waiting());
  }
}
