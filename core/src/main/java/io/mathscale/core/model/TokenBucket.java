package io.mathscale.core.model;

/**
 * A token bucket: limits a rate. More may be taken than the bucket holds; its level is then
 * negative, and nothing is ready until it has filled again, so that the rate holds over time
 * whatever the amounts. Not thread-safe.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Token_bucket">Token bucket</a>
 */
public final class TokenBucket {
  private static final double NANOS_PER_MINUTE = 60e9;

  /** The bucket holds what flows in within so many nanoseconds: bursts stay short. */
  private static final double DEPTH_NANOS = 1e9;

  private double perNano;
  private double level;
  private long filledAt;

  /**
   * A full bucket.
   *
   * @param perMinute the rate; 0 means no limit
   * @param now the time in nanoseconds
   */
  public TokenBucket(double perMinute, long now) {
    this.perNano = perMinute / NANOS_PER_MINUTE;
    this.filledAt = now;
    this.level = depth();
  }

  /** Whether there is a limit. */
  public boolean isLimited() {
    return perNano > 0;
  }

  /** The rate; 0 means no limit. */
  public double perMinute() {
    return perNano * NANOS_PER_MINUTE;
  }

  /**
   * Sets another rate from now on.
   *
   * @param perMinute the rate; 0 means no limit
   * @param now the time in nanoseconds
   */
  public void setRate(double perMinute, long now) {
    fill(now);
    perNano = perMinute / NANOS_PER_MINUTE;
    level = Math.min(level, depth());
  }

  /** Nanoseconds until something can be taken; 0 if it can be now. */
  public long nanosUntilReady(long now) {
    if (!isLimited()) {
      return 0;
    }

    fill(now);
    return level >= 1 ? 0 : (long) Math.ceil((1 - level) / perNano);
  }

  /** Takes an amount at once, whether it is there or not. */
  public void take(double amount) {
    level -= amount;
  }

  /** Takes the difference to what was expected; gives it back where it is negative. */
  public void correct(double difference) {
    level -= difference;
  }

  private void fill(long now) {
    level = Math.max(level, Math.min(depth(), level + (now - filledAt) * perNano));
    filledAt = now;
  }

  private double depth() {
    return Math.max(1, perNano * DEPTH_NANOS);
  }
}
