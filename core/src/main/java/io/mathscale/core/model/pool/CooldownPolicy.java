package io.mathscale.core.model.pool;

import java.time.Duration;

/**
 * When an endpoint of several is not asked for a while.
 *
 * @param consecutiveFailures failures without a success between them after which a cooldown begins
 * @param firstCooldown the first cooldown; each that follows without a success is twice as long
 * @param maxCooldown longest cooldown
 */
public record CooldownPolicy(
    int consecutiveFailures, Duration firstCooldown, Duration maxCooldown) {
  /** Three consecutive failures; from one second to half a minute. */
  public static final CooldownPolicy DEFAULT =
      new CooldownPolicy(3, Duration.ofSeconds(1), Duration.ofSeconds(30));

  private static final int MAX_DOUBLINGS = 40;

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if a component is out of its range
   */
  public CooldownPolicy {
    if (consecutiveFailures < 1) {
      throw new IllegalArgumentException(
          "consecutiveFailures must be at least 1: " + consecutiveFailures);
    }

    if (firstCooldown.isNegative() || firstCooldown.isZero()) {
      throw new IllegalArgumentException("firstCooldown must be above 0: " + firstCooldown);
    }

    if (maxCooldown.compareTo(firstCooldown) < 0) {
      throw new IllegalArgumentException(
          "maxCooldown must be at least firstCooldown, %s: %s"
              .formatted(firstCooldown, maxCooldown));
    }
  }

  /** The length of a cooldown, in nanoseconds, after so many without a success since. */
  long cooldownNanos(int cooldowns) {
    double longest = firstCooldown.toNanos() * Math.pow(2, Math.min(cooldowns, MAX_DOUBLINGS));
    return (long) Math.min((double) maxCooldown.toNanos(), longest);
  }
}
