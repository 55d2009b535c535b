package io.mathscale.core.calls;

import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.ServerLimits;
import io.mathscale.core.model.Usage;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/**
 * What has ended in an executor since its last report. Requests are what limits and money count;
 * calls are what rows count, each of one or more requests. Not thread-safe.
 */
final class Settlement implements Serializable {
  private static final long serialVersionUID = 1L;

  private long granted;
  private long requests;
  private long throttled;
  private long expectedInputTokens;
  private long inputTokens;
  private long cachedInputTokens;
  private long outputTokens;
  private BigDecimal reserved = BigDecimal.ZERO;
  private BigDecimal cost = BigDecimal.ZERO;
  private long completed;
  private final EnumMap<FailureCause, Long> failed = new EnumMap<>(FailureCause.class);
  private final EnumMap<FailureCause, Long> retried = new EnumMap<>(FailureCause.class);
  private long cut;
  private Headroom headroom = Headroom.UNKNOWN;
  private String refusal = "";
  private long inFlight;

  boolean isEmpty() {
    return requests == 0 && completed == 0 && failed.isEmpty() && refusal.isEmpty();
  }

  /** A request that was granted has ended. */
  void request(Demand demand, boolean wasGranted, Usage usage, BigDecimal price) {
    requests++;
    if (wasGranted) {
      granted++;
      expectedInputTokens += demand.inputTokens();
      reserved = reserved.add(demand.worstCost());
    }

    inputTokens += usage.inputTokens();
    cachedInputTokens += usage.cachedInputTokens();
    outputTokens += usage.outputTokens();
    cost = cost.add(price);
  }

  void throttled() {
    throttled++;
  }

  void retried(FailureCause cause) {
    retried.merge(cause, 1L, Long::sum);
  }

  /** A call was answered; whether its answer was cut. */
  void completed(boolean wasTruncated) {
    completed++;
    cut += wasTruncated ? 1 : 0;
  }

  /** The service told of its limits. */
  void told(ServerLimits limits) {
    headroom = headroom.least(Headroom.of(limits));
  }

  void failed(FailureCause cause) {
    failed.merge(cause, 1L, Long::sum);
  }

  void refused(String message) {
    refusal = message;
  }

  void inFlight(long calls) {
    inFlight = calls;
  }

  long granted() {
    return granted;
  }

  long requests() {
    return requests;
  }

  long throttledRequests() {
    return throttled;
  }

  long expectedInputTokens() {
    return expectedInputTokens;
  }

  long inputTokens() {
    return inputTokens;
  }

  long cachedInputTokens() {
    return cachedInputTokens;
  }

  long outputTokens() {
    return outputTokens;
  }

  BigDecimal reserved() {
    return reserved;
  }

  BigDecimal cost() {
    return cost;
  }

  long completedCalls() {
    return completed;
  }

  long truncatedCalls() {
    return cut;
  }

  Headroom headroom() {
    return headroom;
  }

  Map<FailureCause, Long> failedCalls() {
    return failed;
  }

  Map<FailureCause, Long> retriedRequests() {
    return retried;
  }

  String refusal() {
    return refusal;
  }

  long callsInFlight() {
    return inFlight;
  }
}
