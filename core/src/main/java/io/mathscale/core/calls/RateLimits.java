package io.mathscale.core.calls;

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
  private final AdaptivePace pace;

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
    this.pace = new AdaptivePace(now);
  }

  boolean isLimited() {
    return requests.isLimited()
        || inputTokens.isLimited()
        || outputTokens.isLimited()
        || pace.isLimited();
  }

  /** Nanoseconds until another request may be sent; 0 if one may now. */
  long nanosUntilReady(long now) {
    return Math.max(
        Math.max(requests.nanosUntilReady(now), pace.nanosUntilReady(now)),
        Math.max(inputTokens.nanosUntilReady(now), outputTokens.nanosUntilReady(now)));
  }

  /** A request is about to be sent. */
  void take(Demand demand) {
    double output = expectedOutput(demand);
    requests.take(1);
    pace.take();
    inputTokens.take((double) demand.inputTokens());
    outputTokens.take(output);
    outstanding++;
    outstandingOutput += output;
  }

  /** Requests ended: what was expected of them is corrected to what they took. */
  void settle(Settlement ended, long now) {
    if (ended.granted() > 0 && outstanding > 0) {
      double expected = outstandingOutput * ended.granted() / outstanding;
      outstanding -= ended.granted();
      outstandingOutput -= expected;
      inputTokens.correct((double) ended.inputTokens() - ended.expectedInputTokens());
      outputTokens.correct((double) ended.outputTokens() - expected);
    }

    if (ended.completedCalls() > 0) {
      answers += ended.completedCalls();
      answerTokens += ended.outputTokens();
    }

    pace.settled(ended.requests(), ended.throttledRequests(), ended.headroom(), now);
  }

  private double expectedOutput(Demand demand) {
    return answers < LENGTHS_KNOWN
        ? (double) demand.maxOutputTokens()
        : Math.min((double) demand.maxOutputTokens(), (double) answerTokens / answers);
  }
}
