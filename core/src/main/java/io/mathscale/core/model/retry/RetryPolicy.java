package io.mathscale.core.model.retry;

import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.ModelUnavailableException;
import java.time.Duration;

/**
 * When a call to a model that is unavailable is tried again, and how often.
 *
 * @param maxTries most tries of a call that fail by its own fault, those that met a rate limit
 *     (429) not counted
 * @param giveUpAfter time from the first try after which a call fails that met a rate limit that
 *     often while others were answered; waits for permits not counted
 * @param firstDelay longest pause after the first failure; it doubles with each failure
 * @param maxDelay longest pause that it grows to
 */
public record RetryPolicy(
    int maxTries, Duration giveUpAfter, Duration firstDelay, Duration maxDelay) {
  /** Beyond so many doublings every delay is the longest. */
  private static final int MAX_DOUBLINGS = 40;

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if a component is out of its range
   */
  public RetryPolicy {
    if (maxTries < 1) {
      throw new IllegalArgumentException("maxTries must be at least 1: " + maxTries);
    }

    if (giveUpAfter.isNegative()) {
      throw new IllegalArgumentException("giveUpAfter must not be negative: " + giveUpAfter);
    }

    if (firstDelay.isNegative() || firstDelay.isZero()) {
      throw new IllegalArgumentException("firstDelay must be above 0: " + firstDelay);
    }

    if (maxDelay.compareTo(firstDelay) < 0) {
      throw new IllegalArgumentException(
          "maxDelay must be at least firstDelay, %s: %s".formatted(firstDelay, maxDelay));
    }
  }

  /**
   * Pauses that grow from half a second to thirty seconds.
   *
   * @param maxTries most tries of a call that fail by its own fault
   * @param giveUpAfter time after which a call fails that meets nothing but rate limits
   */
  public static RetryPolicy of(int maxTries, Duration giveUpAfter) {
    return new RetryPolicy(maxTries, giveUpAfter, Duration.ofMillis(500), Duration.ofSeconds(30));
  }

  /**
   * The pause after a failure: exponential backoff with full jitter.
   *
   * @see <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">
   *     Exponential backoff and jitter</a>
   * @param failures failures so far, at least 1
   * @param jitter a number from 0 to 1
   */
  Duration backoff(int failures, double jitter) {
    int doublings = Math.min(failures - 1, MAX_DOUBLINGS);
    double longest =
        Math.min((double) maxDelay.toNanos(), firstDelay.toNanos() * Math.pow(2, doublings));
    return Duration.ofNanos((long) (longest * jitter));
  }

  /**
   * The pause after a failure. Where the server asked for a wait it is that wait, and a little
   * more, so that not all callers come back at once; a wait of zero asks for nothing. A server that
   * is away often says an hour and is back in a minute: it is believed the longest pause, but for
   * rate limits, which it knows.
   *
   * @param failures failures so far, at least 1
   * @param jitter a number from 0 to 1
   */
  Duration delay(ModelUnavailableException failure, int failures, double jitter) {
    Duration asked = failure.retryAfter();
    if (asked == null || asked.isZero()) {
      return backoff(failures, jitter);
    }

    boolean isBelieved =
        failure.failureCause() == FailureCause.RATE_LIMITED || asked.compareTo(maxDelay) < 0;
    return (isBelieved ? asked : maxDelay).plus(backoff(1, jitter));
  }
}
