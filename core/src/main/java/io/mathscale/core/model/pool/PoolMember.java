package io.mathscale.core.model.pool;

import io.mathscale.core.model.ChatModel;
import io.mathscale.core.model.ChatRequest;
import io.mathscale.core.model.ModelUnavailableException;
import io.mathscale.core.model.Usage;

/** What a pool knows about one of its endpoints. Safe for use by many threads. */
final class PoolMember {
  private final PooledModel pooled;
  private final EndpointCircuitBreaker circuitBreaker;
  private final EndpointRateLimiter rateLimiter;
  private int inFlight;
  private double work;

  /** An endpoint that was not asked yet. */
  PoolMember(PooledModel pooled, CooldownPolicy policy, long now) {
    this.pooled = pooled;
    this.circuitBreaker = new EndpointCircuitBreaker(policy);
    this.rateLimiter = new EndpointRateLimiter(pooled.limits(), now);
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

  /** Whether its circuit breaker lets a call through. */
  synchronized boolean isAvailable(long now) {
    return circuitBreaker.isAvailable(now);
  }

  /** When its cooldown ends, by the clock in nanoseconds. */
  synchronized long cooldownEnds() {
    return circuitBreaker.cooldownEnds();
  }

  /** Whether its last answer was a refusal for good. */
  synchronized boolean isRefused() {
    return circuitBreaker.isRefused();
  }

  /** Nanoseconds until its limits let another call begin; 0 if one may now. */
  synchronized long nanosUntilReady(long now) {
    return rateLimiter.nanosUntilReady(now);
  }

  /**
   * A call begins.
   *
   * @return tokens that it is expected to take
   */
  synchronized double begin(ChatRequest request, long now) {
    inFlight++;
    work += 1 / pooled.weight();
    circuitBreaker.begin(now);
    return rateLimiter.take(request);
  }

  /** A call ended, however it did. */
  synchronized void end() {
    inFlight--;
  }

  /**
   * A call was answered.
   *
   * @param began when it began
   * @param expectedTokens what its beginning returned
   */
  synchronized void succeeded(long began, double expectedTokens, Usage usage) {
    rateLimiter.answered(expectedTokens, usage);
    circuitBreaker.succeeded(began);
  }

  /** A call was refused for good. */
  synchronized void refused(long now) {
    circuitBreaker.refused(now);
  }

  /**
   * Something else than the service answered a call.
   *
   * @return whether this holds for the endpoint, and not for that call alone
   */
  synchronized boolean misdirected(long now) {
    return circuitBreaker.misdirected(now);
  }

  /** A call failed for now. */
  synchronized void failed(ModelUnavailableException failure, long now) {
    circuitBreaker.failed(failure, now);
  }
}
