package io.mathscale.core.calls.stats;

import com.codahale.metrics.Counter;
import com.codahale.metrics.Histogram;
import com.codahale.metrics.MetricRegistry;
import java.time.Duration;

/**
 * The numbers of an executor process's calls in Spark's metrics system: requests, retries by cause,
 * calls, tokens, cost (certain and doubtful) in millionths of a US dollar, calls in flight, latency
 * in milliseconds.
 */
public final class CallMetrics {
  private static final String PREFIX = "calls.";
  private static final int MICROS_DIGITS = 6;

  private final MetricRegistry registry;
  private final Counter inFlight;
  private final Histogram latency;

  private CallMetrics(MetricRegistry registry) {
    this.registry = registry;
    this.inFlight = registry.counter(PREFIX + "inFlight");
    this.latency = registry.histogram(PREFIX + "latencyMillis");
    add(CallStats.NONE);
  }

  /** The metrics in a registry. */
  public static CallMetrics in(MetricRegistry registry) {
    return new CallMetrics(registry);
  }

  /** A call has begun. */
  public void began() {
    inFlight.inc();
  }

  /** A call has ended. */
  public void ended(Duration took) {
    inFlight.dec();
    latency.update(took.toMillis());
  }

  /** Requests and calls have ended. */
  public void add(CallStats ended) {
    count("requests", ended.requests());
    count("completed", ended.completed());
    count("truncated", ended.truncated());
    count("rejected", ended.rejected());
    count("inputTokens", ended.inputTokens());
    count("outputTokens", ended.outputTokens());
    count("costMicros", ended.cost().movePointRight(MICROS_DIGITS).longValue());
    count("doubtfulCostMicros", ended.doubtfulCost().movePointRight(MICROS_DIGITS).longValue());
    ended.failed().forEach((cause, count) -> count("failed." + cause, count));
    ended.retried().forEach((cause, count) -> count("retried." + cause, count));
  }

  private void count(String name, long by) {
    registry.counter(PREFIX + name).inc(by);
  }
}
