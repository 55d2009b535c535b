package io.mathscale.core.calls;

import io.mathscale.core.config.CallsConfig;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * What is known of one run of a stage's calls where its limits are kept: on the driver for the
 * whole application, or in an executor for its static share. Grants requests, takes reports.
 */
final class CallRun {
  /** An executor that must wait for what is in flight elsewhere asks again after so long. */
  private static final long MONEY_WAIT_NANOS = 50_000_000L;

  private final String stage;
  private final long total;
  private final double maxFailures;
  private final LongSupplier nanoClock;
  private final RateLimits rates;
  private final Ledger ledger;
  private final CallTotals totals = new CallTotals();
  private final Map<String, CallTotals> totalsBy = new TreeMap<>();
  private final Map<String, Long> inFlightBy = new HashMap<>();
  private Optional<Stop> stop = Optional.empty();

  /**
   * @param stage name of the stage
   * @param config its limits
   * @param share the part of the limits that is kept here
   * @param total calls to make
   * @param spentBefore US dollars spent by earlier runs
   * @param nanoClock nanoseconds
   */
  CallRun(
      String stage,
      CallsConfig config,
      double share,
      long total,
      BigDecimal spentBefore,
      LongSupplier nanoClock) {
    this.stage = stage;
    this.total = total;
    this.maxFailures = config.maxFailureRatio() * total;
    this.nanoClock = nanoClock;
    this.rates = new RateLimits(config, share, nanoClock.getAsLong());
    this.ledger = ledger(config.budget(), spentBefore, share);
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

  /** Grants the first of the wanted requests that may be sent now. */
  synchronized Grant lease(String executor, List<Demand> wanted) {
    int granted = 0;
    long waitNanos = 0;
    while (granted < wanted.size() && waitNanos == 0 && stop.isEmpty()) {
      Demand demand = wanted.get(granted);
      waitNanos = rates.nanosUntilReady(nanoClock.getAsLong());
      if (waitNanos == 0) {
        switch (ledger.reserve(executor, demand.worstCost())) {
          case RESERVED -> {
            rates.take(demand);
            granted++;
          }
          case WAIT -> waitNanos = MONEY_WAIT_NANOS;
          case EXHAUSTED -> stop(StageStoppedException.Reason.BUDGET, budgetReached(demand));
        }
      }
    }

    return new Grant(granted, waitNanos, stop.isPresent());
  }

  /** Takes an executor's report. */
  synchronized Pace settle(String executor, Settlement ended) {
    totals.add(ended);
    totalsBy.computeIfAbsent(executor, unused -> new CallTotals()).add(ended);
    rates.settle(ended, nanoClock.getAsLong());
    ledger.settle(executor, ended.reserved(), ended.cost());
    inFlightBy.put(executor, ended.callsInFlight());
    if (!ended.refusal().isEmpty()) {
      stop(StageStoppedException.Reason.REFUSED, ended.refusal());
    } else if (total > 0 && totals.failures() > maxFailures && isMany(totals.failures())) {
      stop(
          StageStoppedException.Reason.TOO_MANY_FAILURES,
          "%s: more than calls.max-failure-ratio of %,d calls failed: %s"
              .formatted(stage, total, totals.failed()));
    }

    return new Pace(isLimited(), stop.isPresent());
  }

  /** A handful of failures says nothing of the rest: such a run goes to its end. */
  private static boolean isMany(long failures) {
    return failures >= 100;
  }

  /**
   * An executor is gone.
   *
   * @return US dollars that its calls in flight may have cost
   */
  synchronized BigDecimal lose(String executor) {
    inFlightBy.remove(executor);
    return ledger.lose(executor);
  }

  /** Sends no more requests, since another run of the stage does. */
  synchronized void takenOver() {
    stop(Stop.takenOver(stage));
  }

  private void stop(StageStoppedException.Reason reason, String message) {
    stop(new Stop(reason, message));
  }

  private void stop(Stop why) {
    if (stop.isEmpty()) {
      stop = Optional.of(why);
    }
  }

  private String budgetReached(Demand demand) {
    return "%s: calls.budget must allow another call: $%s of $%s is spent, the next call may cost $%s; raise it and run again to go on"
        .formatted(stage, plain(ledger.spent()), plain(ledger.cap()), plain(demand.worstCost()));
  }

  private static String plain(BigDecimal dollars) {
    return dollars.stripTrailingZeros().toPlainString();
  }

  /** Why no more requests are sent, if so. */
  synchronized Optional<Stop> stopped() {
    return stop;
  }

  /** The sums so far. */
  synchronized CallTotals totals() {
    return totals.copy();
  }

  /** What each executor has done so far, those that are gone included. */
  synchronized List<Share> byExecutor() {
    return totalsBy.entrySet().stream()
        .map(
            by ->
                new Share(
                    by.getKey(), by.getValue().copy(), inFlightBy.getOrDefault(by.getKey(), 0L)))
        .toList();
  }

  /** Calls in flight at the last reports. */
  synchronized long inFlight() {
    return inFlightBy.values().stream().mapToLong(Long::longValue).sum();
  }

  String stage() {
    return stage;
  }

  long total() {
    return total;
  }

  /**
   * An executor's part of a run.
   *
   * @param executor its identity
   * @param totals what it has done
   * @param inFlight calls in flight at its last report
   */
  record Share(String executor, CallTotals totals, long inFlight) {}

  /**
   * Why a run ended early.
   *
   * @param reason the kind of reason
   * @param message what the user should know
   */
  record Stop(StageStoppedException.Reason reason, String message) implements java.io.Serializable {
    /** Another run asks for the stage now. */
    static Stop takenOver(String stage) {
      return new Stop(
          StageStoppedException.Reason.TAKEN_OVER,
          stage
              + ": one run of a stage must ask at a time: another has taken it over, after this one"
              + " gave no sign of life for some seconds; what was answered is kept");
    }

    StageStoppedException exception() {
      return new StageStoppedException(reason, message);
    }
  }
}
