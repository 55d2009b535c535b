package io.mathscale.core.model;

import java.time.Duration;

/**
 * A pace of requests, so many a minute: those of a second at once at the most, then one after the
 * other. Not thread-safe.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-I.371">ITU-T I.371, the generic cell rate
 *     algorithm</a>
 */
final class RequestPace {
  private static final double NANOS_PER_MINUTE = 60e9;

  /** Requests may be so early. */
  private static final long BURST_NANOS = Duration.ofSeconds(1).toNanos();

  private final long nanosARequest;
  private final long early;
  private long due;

  /**
   * A pace.
   *
   * @param perMinute 0 for none
   */
  RequestPace(double perMinute, long now) {
    this.nanosARequest = perMinute == 0 ? 0 : (long) Math.ceil(NANOS_PER_MINUTE / perMinute);
    this.early = Math.max(0, BURST_NANOS - nanosARequest);
    this.due = now;
  }

  /** Nanoseconds until a request may begin; 0 if one may now. */
  long nanosUntilReady(long now) {
    return nanosARequest == 0 ? 0 : Math.max(0, due - early - now);
  }

  /** A request begins. */
  void take(long now) {
    due = (due - now > 0 ? due : now) + nanosARequest;
  }
}
