package io.mathscale.core.calls;

/**
 * The request rate that the service bears, found by additive increase and multiplicative decrease
 * (Chiu and Jain, 1989): no limit until it first says "too many"; then less, then slowly more. Not
 * thread-safe.
 */
final class AdaptivePace {
  private static final double DECREASE = 0.7;
  private static final double INCREASE_SHARE = 0.05;
  private static final double LEAST_PER_MINUTE = 6;

  /** Refusals within so many nanoseconds are one: they are about the same burst. */
  private static final long ONE_REFUSAL_NANOS = 1_000_000_000L;

  /** Above so many times the rate at the last refusal, the limit is gone again. */
  private static final double FREE_AGAIN = 4;

  private static final long SECOND = 1_000_000_000L;

  private final TokenBucket bucket;
  private double atRefusal;
  private long refusedAt;
  private long raisedAt;
  private boolean isRefused;
  private long windowStart;
  private long inWindow;
  private double recentPerMinute;

  AdaptivePace(long now) {
    this.bucket = new TokenBucket(0, now);
    this.windowStart = now;
  }

  boolean isLimited() {
    return bucket.isLimited();
  }

  long nanosUntilReady(long now) {
    return bucket.nanosUntilReady(now);
  }

  void take() {
    bucket.take(1);
  }

  /** A call was answered, one way or the other. */
  void settled(long count, long now) {
    inWindow += count;
    if (now - windowStart >= SECOND) {
      recentPerMinute = inWindow * 60.0 * SECOND / (now - windowStart);
      inWindow = 0;
      windowStart = now;
    }

    if (bucket.isLimited() && now - raisedAt >= SECOND) {
      double raised = bucket.perMinute() + Math.max(1, INCREASE_SHARE * atRefusal);
      bucket.setRate(raised > FREE_AGAIN * atRefusal ? 0 : raised, now);
      raisedAt = now;
    }
  }

  /** The service said "too many". */
  void refused(long now) {
    if (isRefused && now - refusedAt < ONE_REFUSAL_NANOS) {
      return;
    }

    double current =
        bucket.isLimited() ? bucket.perMinute() : Math.max(recentPerMinute, observed(now));
    atRefusal = Math.max(LEAST_PER_MINUTE, current * DECREASE);
    bucket.setRate(atRefusal, now);
    isRefused = true;
    refusedAt = now;
    raisedAt = now;
  }

  private double observed(long now) {
    return inWindow * 60.0 * SECOND / Math.max(SECOND / 10, now - windowStart);
  }
}
