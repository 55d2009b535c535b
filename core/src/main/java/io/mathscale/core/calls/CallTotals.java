package io.mathscale.core.calls;

import io.mathscale.core.data.FailureCause;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** The sums of what a run of a stage has done. Not thread-safe. */
final class CallTotals {
  private long requests;
  private long completed;
  private long cut;
  private long inputTokens;
  private long outputTokens;
  private BigDecimal cost = BigDecimal.ZERO;
  private final EnumMap<FailureCause, Long> failed = new EnumMap<>(FailureCause.class);
  private final EnumMap<FailureCause, Long> retried = new EnumMap<>(FailureCause.class);

  void add(Settlement ended) {
    requests += ended.requests();
    completed += ended.completedCalls();
    cut += ended.truncatedCalls();
    inputTokens += ended.inputTokens();
    outputTokens += ended.outputTokens();
    cost = cost.add(ended.cost());
    ended.failedCalls().forEach((cause, count) -> failed.merge(cause, count, Long::sum));
    ended.retriedRequests().forEach((cause, count) -> retried.merge(cause, count, Long::sum));
  }

  CallTotals copy() {
    CallTotals copy = new CallTotals();
    copy.requests = requests;
    copy.completed = completed;
    copy.cut = cut;
    copy.inputTokens = inputTokens;
    copy.outputTokens = outputTokens;
    copy.cost = cost;
    copy.failed.putAll(failed);
    copy.retried.putAll(retried);
    return copy;
  }

  long requests() {
    return requests;
  }

  long completed() {
    return completed;
  }

  long failures() {
    return failed.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Completed calls whose answer was cut. */
  long cut() {
    return cut;
  }

  long inputTokens() {
    return inputTokens;
  }

  long outputTokens() {
    return outputTokens;
  }

  BigDecimal cost() {
    return cost;
  }

  Map<FailureCause, Long> failed() {
    return Collections.unmodifiableMap(failed);
  }

  Map<FailureCause, Long> retried() {
    return Collections.unmodifiableMap(retried);
  }
}
