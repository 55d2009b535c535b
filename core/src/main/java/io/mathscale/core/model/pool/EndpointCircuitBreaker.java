package io.mathscale.core.model.pool;

import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.ModelUnavailableException;
import java.time.Duration;

/**
 * Stops calls to an endpoint that fails, for a cooldown.
 *
 * <p>Closed, it lets every call through. Consecutive failures, a refusal or a wait that the server
 * asks for open it: no call is to be made until the cooldown ends. Then it is half open: the first
 * call is a probe, with which a longer cooldown begins at once; the success of the probe closes it.
 * Not thread-safe.
 *
 * @see <a href="https://martinfowler.com/bliki/CircuitBreaker.html">Circuit breaker</a>
 */
final class EndpointCircuitBreaker {
  private final CooldownPolicy policy;
  private int consecutiveFailures;
  private int cooldowns;
  private boolean isOpen;
  private boolean isRefused;
  private boolean hasAnswered;
  private int misdirections;
  private long openedAt;
  private long cooldownEnds;

  /** A closed one. */
  EndpointCircuitBreaker(CooldownPolicy policy) {
    this.policy = policy;
  }

  /** Whether a call may be made: it is closed, or its cooldown has ended. */
  boolean isAvailable(long now) {
    return !isOpen || now - cooldownEnds >= 0;
  }

  /** Whether the last answer was a refusal for good. */
  boolean isRefused() {
    return isRefused;
  }

  /** When the cooldown ends, by the clock in nanoseconds. */
  long cooldownEnds() {
    return cooldownEnds;
  }

  /** A call begins; after a cooldown it is the probe. */
  void begin(long now) {
    if (isOpen && now - cooldownEnds >= 0) {
      open(now, policy.cooldownNanos(cooldowns));
      cooldowns++;
    }
  }

  /**
   * A call was answered. It closes nothing if it began before the cooldown did.
   *
   * @param began when the call began
   */
  void succeeded(long began) {
    consecutiveFailures = 0;
    misdirections = 0;
    hasAnswered = true;
    isRefused = false;
    if (isOpen && began - openedAt >= 0) {
      isOpen = false;
      cooldowns = 0;
    }
  }

  /** A call was refused for good. */
  void refused(long now) {
    isRefused = true;
    open(now, policy.maxCooldown().toNanos());
  }

  /**
   * Something else than the service answered a call.
   *
   * @return whether this holds for the endpoint, and not for that call alone: it has never answered
   *     one, or so for several in a row
   */
  boolean misdirected(long now) {
    misdirections++;
    boolean isRule = !hasAnswered || misdirections >= policy.consecutiveFailures();
    if (isRule) {
      refused(now);
    }

    return isRule;
  }

  /** A call failed for now. */
  void failed(ModelUnavailableException failure, long now) {
    Duration asked = failure.retryAfter();
    if (asked != null && !asked.isZero()) {
      // A server knows its limits; one that is away does not know when it will be back.
      boolean isLimit = failure.failureCause() == FailureCause.RATE_LIMITED;
      long longest = isLimit ? Long.MAX_VALUE : policy.maxCooldown().toNanos();
      open(now, Math.min(asked.toNanos(), longest));
      return;
    }

    if (failure.failureCause() == FailureCause.CONFLICT || isOpen) {
      return; // A conflict is the request's own; and failures of one outage count once.
    }

    consecutiveFailures++;
    if (consecutiveFailures >= policy.consecutiveFailures()) {
      open(now, policy.cooldownNanos(cooldowns));
      cooldowns++;
    }
  }

  /** Begins a cooldown, or makes the present one longer; never shorter. */
  private void open(long now, long nanos) {
    long ends = now + nanos;
    cooldownEnds = isOpen && cooldownEnds - ends > 0 ? cooldownEnds : ends;
    if (!isOpen) {
      openedAt = now;
      isOpen = true;
      consecutiveFailures = 0;
    }
  }
}
