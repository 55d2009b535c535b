package io.mathscale.core.calls;

import com.codahale.metrics.Counter;
import com.codahale.metrics.Histogram;
import com.codahale.metrics.MetricRegistry;
import java.time.Duration;

/**
 * What an executor process counts, in Spark's metrics system: requests, retries by cause, calls,
 * tokens, cost in millionths of a US dollar, calls in flight, latency in milliseconds.
 */
final class CallMetrics {
  private static final String PREFIX = "calls.";
  private static final int MICROS_DIGITS = 6;

  private final MetricRegistry registry;
  private final Counter inFlight;
  private final Histogram latency;

  private CallMetrics(MetricRegistry registry) {
    this.registry = registry;
    this.inFlight = registry.counter(PREFIX + "inFlight");
    this.latency = registry.histogram(PREFIX + "latencyMillis");
    for (String name :
        new String[] {
          "requests", "completed", "cut", "inputTokens", "outputTokens", "costMicros"
        }) {
      registry.counter(PREFIX + name);
    }
  }

  /** The metrics in a registry. */
  static CallMetrics in(MetricRegistry registry) {
    return new CallMetrics(registry);
  }

  void began() {
    inFlight.inc();
  }

  void ended(Duration took) {
    inFlight.dec();
    latency.update(took.toMillis());
  }

  void add(Settlement ended) {
    count("requests", ended.requests());
    count("completed", ended.completedCalls());
    count("cut", ended.truncatedCalls());
    count("inputTokens", ended.inputTokens());
    count("outputTokens", ended.outputTokens());
    count("costMicros", ended.cost().movePointRight(MICROS_DIGITS).longValue());
    ended.failedCalls().forEach((cause, count) -> count("failed." + cause, count));
    ended.retriedRequests().forEach((cause, count) -> count("retried." + cause, count));
  }

  private void count(String name, long by) {
    registry.counter(PREFIX + name).inc(by);
  }
}
