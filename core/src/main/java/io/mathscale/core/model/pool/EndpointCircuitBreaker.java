package io.mathscale.core.model.pool;

import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.ChatModel;
import io.mathscale.core.model.ChatRequest;
import io.mathscale.core.model.ModelUnavailableException;
import io.mathscale.core.model.Usage;
import java.time.Duration;

/**
 * What a pool knows about one of its models.
 *
 * <p>Awake, it is asked as its load allows. Resting, it is not asked until its rest ends; then one
 * call tries it, and a longer rest begins at once, which the success of that call ends.
 */
final class EndpointCircuitBreaker {
  private final PooledModel pooled;
  private final CooldownPolicy policy;
  private final EndpointRateLimiter pace;
  private int inFlight;
  private double work;
  private int failuresInARow;
  private int rests;
  private boolean isResting;
  private boolean isRefused;
  private long restBegan;
  private long restEnds;

  EndpointCircuitBreaker(PooledModel pooled, CooldownPolicy policy, long now) {
    this.pooled = pooled;
    this.policy = policy;
    this.pace = new EndpointRateLimiter(pooled.limits(), now);
  }

  ChatModel model() {
    return pooled.model();
  }

  /** Calls in flight by weight. */
  synchronized double load() {
    return inFlight / pooled.weight();
  }

  /** Calls begun by weight, as they would be with one more. */
  synchronized double nextWork() {
    return work + 1 / pooled.weight();
  }

  /** Whether it may be asked: it does not rest, or its rest has ended. */
  synchronized boolean isAwake(long now) {
    return !isResting || now - restEnds >= 0;
  }

  /** Nanoseconds until its pace lets another call begin; 0 if one may now. */
  synchronized long nanosUntilReady(long now) {
    return pace.nanosUntilReady(now);
  }

  /** Whether the last that it said was that it will never answer. */
  synchronized boolean isRefused() {
    return isRefused;
  }

  /** When its rest ends, by the clock in nanoseconds. */
  synchronized long restEnds() {
    return restEnds;
  }

  /**
   * A call begins; after a rest it is the one that tries.
   *
   * @return tokens that it is expected to take
   */
  synchronized double begin(ChatRequest request, long now) {
    inFlight++;
    double tokens = pace.take(request);
    work += 1 / pooled.weight();
    if (isResting && now - restEnds >= 0) {
      rest(now, policy.restNanos(rests));
      rests++;
    }

    return tokens;
  }

  /** A call ended, however it did. */
  synchronized void end() {
    inFlight--;
  }

  /**
   * A call was answered. One that began before the rest does not end the rest.
   *
   * @param expectedTokens what its beginning returned
   */
  synchronized void succeeded(long began, double expectedTokens, Usage usage) {
    pace.answered(expectedTokens, usage);
    failuresInARow = 0;
    isRefused = false;
    if (isResting && began - restBegan >= 0) {
      isResting = false;
      rests = 0;
    }
  }

  /** A call was refused for good. */
  synchronized void refused(long now) {
    isRefused = true;
    rest(now, policy.maxRest().toNanos());
  }

  /** A call failed for now. */
  synchronized void failed(ModelUnavailableException failure, long now) {
    Duration asked = failure.retryAfter();
    if (asked != null && !asked.isZero()) {
      rest(now, Math.min(asked.toNanos(), policy.maxRest().toNanos()));
      return;
    }

    if (failure.failureCause() == FailureCause.CONFLICT || isResting) {
      return; // A conflict is the request's own; and failures of one outage count once.
    }

    failuresInARow++;
    if (failuresInARow >= policy.failuresInARow()) {
      rest(now, policy.restNanos(rests));
      rests++;
    }
  }

  /** Begins a rest, or makes the one that it is in longer; never shorter. */
  private void rest(long now, long nanos) {
    long ends = now + nanos;
    restEnds = isResting && restEnds - ends > 0 ? restEnds : ends;
    if (!isResting) {
      restBegan = now;
      isResting = true;
      failuresInARow = 0;
    }
  }
}
