package io.mathscale.core.model.http;

import java.time.Duration;

/**
 * The bounds of HTTP calls.
 *
 * @param maxInFlight calls in flight at once, each of which may keep a connection
 * @param timeout longest time from the start of a call to the end of its body
 * @param connectTimeout longest time to connect
 * @param maxBodyBytes largest body of an answer, unpacked
 */
public record HttpSettings(
    int maxInFlight, Duration timeout, Duration connectTimeout, long maxBodyBytes) {
  /** Largest body of an answer where nothing else is said: 16 MiB. */
  public static final long DEFAULT_MAX_BODY_BYTES = 16L << 20;

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if a bound is not above 0
   */
  public HttpSettings {
    if (maxInFlight < 1) {
      throw new IllegalArgumentException("maxInFlight must be at least 1: " + maxInFlight);
    }

    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout must be above 0: " + timeout);
    }

    if (connectTimeout.isNegative() || connectTimeout.isZero()) {
      throw new IllegalArgumentException("connectTimeout must be above 0: " + connectTimeout);
    }

    if (maxBodyBytes < 1) {
      throw new IllegalArgumentException("maxBodyBytes must be at least 1: " + maxBodyBytes);
    }
  }

  /**
   * Settings with 10 s to connect and bodies of at most 16 MiB.
   *
   * @param maxInFlight calls in flight at once
   * @param timeout longest time from the start of a call to the end of its body
   */
  public static HttpSettings of(int maxInFlight, Duration timeout) {
    return new HttpSettings(maxInFlight, timeout, Duration.ofSeconds(10), DEFAULT_MAX_BODY_BYTES);
  }
}
