package io.mathscale.core.calls.limits;

import io.mathscale.core.config.CallsConfig;
import io.mathscale.core.model.TokenBucket;

/**
 * The rates that the application keeps: as configured, and as the service bears. Not thread-safe.
 */
final class RateLimits {
  /** Answers whose length must be known before their mean stands in for the longest one. */
  private static final long LENGTHS_KNOWN = 20;

  private final TokenBucket requests;
  private final TokenBucket inputTokens;
  private final TokenBucket outputTokens;
  private final AdaptiveRateLimiter adaptive;

  private long answers;
  private long answerTokens;
  private long outstanding;
  private double outstandingOutput;

  /**
   * @param config the limits of the whole application
   * @param share the part of them that is kept here, 1 for all
   * @param now nanoseconds
   */
  RateLimits(CallsConfig config, double share, long now) {
    this.requests = new TokenBucket(config.requestsPerMinute() * share, now);
    this.inputTokens = new TokenBucket(config.inputTokensPerMinute() * share, now);
    this.outputTokens = new TokenBucket(config.outputTokensPerMinute() * share, now);
    this.adaptive = new AdaptiveRateLimiter(now);
  }

  boolean isLimited() {
    return requests.isLimited()
        || inputTokens.isLimited()
        || outputTokens.isLimited()
        || adaptive.isLimited();
  }

  /** Nanoseconds until another request may be sent; 0 if one may now. */
  long nanosUntilReady(long now) {
    return Math.max(
        Math.max(requests.nanosUntilReady(now), adaptive.nanosUntilReady(now)),
        Math.max(inputTokens.nanosUntilReady(now), outputTokens.nanosUntilReady(now)));
  }

  /** A request is about to be sent. */
  void take(RequestEstimate estimate) {
    double output = expectedOutput(estimate);
    requests.take(1);
    adaptive.take();
    inputTokens.take((double) estimate.inputTokens());
    outputTokens.take(output);
    outstanding++;
    outstandingOutput += output;
  }

  /** Requests ended: what was expected of them is corrected to what they took. */
  void settle(ExecutorReport ended, long now) {
    if (ended.granted() > 0 && outstanding > 0) {
      double expected = outstandingOutput * ended.granted() / outstanding;
      outstanding -= ended.granted();
      outstandingOutput -= expected;
      inputTokens.correct((double) ended.stats().inputTokens() - ended.expectedInputTokens());
      outputTokens.correct((double) ended.stats().outputTokens() - expected);
    }

    if (ended.stats().completed() > 0) {
      answers += ended.stats().completed();
      answerTokens += ended.stats().outputTokens();
    }

    adaptive.settled(ended.stats().requests(), ended.throttledRequests(), ended.headroom(), now);
  }

  private double expectedOutput(RequestEstimate estimate) {
    return answers < LENGTHS_KNOWN
        ? (double) estimate.maxOutputTokens()
        : Math.min((double) estimate.maxOutputTokens(), (double) answerTokens / answers);
  }
}
