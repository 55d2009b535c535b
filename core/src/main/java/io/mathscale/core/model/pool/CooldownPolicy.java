package io.mathscale.core.model.pool;

import java.time.Duration;

/**
 * When an endpoint of several rests.
 *
 * @param failuresInARow failures without a success between them that send an endpoint to rest
 * @param firstRest the first rest; each rest that follows without a success is twice as long
 * @param maxRest longest rest
 */
public record CooldownPolicy(int failuresInARow, Duration firstRest, Duration maxRest) {
  /** Three failures in a row; from one second to two minutes. */
  public static final CooldownPolicy DEFAULT =
      new CooldownPolicy(3, Duration.ofSeconds(1), Duration.ofMinutes(2));

  private static final int MAX_DOUBLINGS = 40;

  public CooldownPolicy {
    if (failuresInARow < 1) {
      throw new IllegalArgumentException("failuresInARow must be at least 1: " + failuresInARow);
    }

    if (firstRest.isNegative() || firstRest.isZero()) {
      throw new IllegalArgumentException("firstRest must be above 0: " + firstRest);
    }

    if (maxRest.compareTo(firstRest) < 0) {
      throw new IllegalArgumentException(
          "maxRest must be at least firstRest, %s: %s".formatted(firstRest, maxRest));
    }
  }

  /** The length of a rest, in nanoseconds, after so many rests without a success since. */
  long restNanos(int rests) {
    double longest = firstRest.toNanos() * Math.pow(2, Math.min(rests, MAX_DOUBLINGS));
    return (long) Math.min((double) maxRest.toNanos(), longest);
  }
}
