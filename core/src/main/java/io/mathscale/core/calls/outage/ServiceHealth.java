package io.mathscale.core.calls.outage;

import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.ModelUnavailableException;
import io.mathscale.core.model.retry.FailureJudge;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * What this process has seen of the model service, and what {@link OutageWatch} says to it. Judges
 * failures by what was answered here: a process whose own network is broken holds nothing against
 * its calls. Thread-safe.
 */
public final class ServiceHealth implements FailureJudge {
  private final boolean waitsForQuota;
  private final LongSupplier nanoClock;
  private final Turns turns = new Turns();
  private final Map<Sign, Long> held = new EnumMap<>(Sign.class);
  private final Map<Sign, Long> seen = new EnumMap<>(Sign.class);
  private final AtomicLong underWay = new AtomicLong();
  private final Object asking = new Object();
  private String trouble = "";
  private boolean isThere;
  private boolean hasAsked;
  private boolean wasThere;
  private long askedAt;
  private volatile ServiceState state = ServiceState.UNKNOWN;
  private volatile boolean isAnswered;
  private volatile boolean isProven;
  private volatile long lastAnswered;

  /**
   * A process that has not asked yet.
   *
   * @param waitsForQuota whether to wait where the allowance of the day is used up
   * @param nanoClock nanoseconds
   */
  public ServiceHealth(boolean waitsForQuota, LongSupplier nanoClock) {
    this.waitsForQuota = waitsForQuota;
    this.nanoClock = nanoClock;
  }

  /** Whether calls are made freely. */
  boolean isOpen() {
    return state.isOpen();
  }

  /** Calls wait here where they are not made freely. */
  Turns turns() {
    return turns;
  }

  /**
   * A request begins, of which either {@link #answered} or {@link #unanswered} is told.
   *
   * @return when that is
   */
  long begin() {
    underWay.incrementAndGet();
    return nanoClock.getAsLong();
  }

  /** A request was answered that had begun at this time. */
  void answered(long begun) {
    underWay.decrementAndGet();
    seeAnswer(begun);
  }

  private void seeAnswer(long begun) {
    if (!isProven || begun - lastAnswered > 0) {
      lastAnswered = begun;
    }

    isProven = true;
    isAnswered = true;
  }

  /** A request failed that had begun at this time. */
  void unanswered(ModelException failure, long begun) {
    underWay.decrementAndGet();
    Sign sign = Sign.of(failure);
    if (sign == Sign.ANSWER) {
      seeAnswer(begun);
    } else if (sign != Sign.NONE) {
      note(sign, failure.getMessage());
    }
  }

  private synchronized void note(Sign sign, String message) {
    seen.merge(sign, 1L, Long::sum);
    if (sign.isStuck() || trouble.isEmpty()) {
      trouble = message;
    }
  }

  /** What is to be reported now. */
  public synchronized ServiceReport report() {
    boolean hasAnswered = isAnswered;
    isAnswered = false;
    ServiceReport report =
        new ServiceReport(
            hasAnswered,
            seen.containsKey(Sign.LIMIT) || seen.containsKey(Sign.QUOTA),
            isThere,
            count(seen, Sign.AWAY) + count(seen, Sign.QUOTA),
            count(seen, Sign.MISDIRECTED),
            count(seen, Sign.UNREACHABLE),
            held.entrySet().stream()
                .filter(by -> by.getKey().isStuck())
                .mapToLong(Map.Entry::getValue)
                .sum(),
            count(held, Sign.MISDIRECTED),
            count(held, Sign.LIMIT) + count(held, Sign.QUOTA),
            turns.waiting(),
            underWay.get(),
            trouble);
    seen.clear();
    isThere = false;
    trouble = "";
    return report;
  }

  private static long count(Map<Sign, Long> counts, Sign sign) {
    return counts.getOrDefault(sign, 0L);
  }

  /** Whether anything is amiss here, so that it should be reported soon. */
  public synchronized boolean isUneasy() {
    return !state.isOpen() || held.values().stream().anyMatch(calls -> calls > 0);
  }

  /** The answer to a report. */
  public void apply(ServiceState told) {
    state = told;
    turns.update(told.isOpen(), told.probes());
  }

  /** No more calls are made: who waits for leave is told so. */
  public void stop() {
    turns.end();
  }

  @Override
  public boolean isWaitedFor(ModelException failure) {
    return switch (Sign.of(failure)) {
      case QUOTA -> waitsForQuota;
      case MISDIRECTED -> true;
      case ANSWER, LIMIT, AWAY, UNREACHABLE, NONE -> failure instanceof ModelUnavailableException;
    };
  }

  @Override
  public synchronized long failed(ModelException before, ModelException failure) {
    release(before);
    held.merge(Sign.of(failure), 1L, Long::sum);
    return nanoClock.getAsLong();
  }

  @Override
  public synchronized void over(ModelException last) {
    release(last);
  }

  private void release(ModelException failure) {
    if (failure != null) {
      held.merge(Sign.of(failure), -1L, Long::sum);
    }
  }

  @Override
  public boolean isOwn(ModelException failure, long failedAt, BooleanSupplier asksWhetherThere) {
    return switch (Sign.of(failure)) {
      case ANSWER, NONE -> true;
      case LIMIT, QUOTA, UNREACHABLE -> hasAnsweredSince(failedAt);
      case MISDIRECTED -> hasAnsweredSince(failedAt) || (state.isTail() && isProven);
      case AWAY ->
          hasAnsweredSince(failedAt)
              || (state.isTail()
                  && Sign.mayBlameTheCall(failure)
                  && isThereSince(failedAt, asksWhetherThere));
    };
  }

  /**
   * {@inheritDoc}
   *
   * <p>Only an answer to a request that began since then counts: a server that is shut down answers
   * what it has begun to, and takes nothing more.
   */
  @Override
  public boolean hasAnsweredSince(long failedAt) {
    return isProven && lastAnswered - failedAt > 0;
  }

  /** Asks one at a time; who waited for another's answer takes that. */
  private boolean isThereSince(long failedAt, BooleanSupplier asksWhetherThere) {
    synchronized (asking) {
      if (!hasAsked || askedAt - failedAt < 0) {
        askedAt = nanoClock.getAsLong();
        wasThere = asksWhetherThere.getAsBoolean();
        hasAsked = true;
      }

      if (wasThere) {
        noteThere();
      }

      return wasThere;
    }
  }

  private synchronized void noteThere() {
    isThere = true;
  }

  @Override
  public boolean isPaused() {
    return !state.isOpen();
  }
}
