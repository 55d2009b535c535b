package io.mathscale.core.model.pool;

/**
 * The rate limits of an endpoint.
 *
 * @param requestsPerMinute requests; 0 for no limit
 * @param tokensPerMinute tokens of prompts and answers together; 0 for no limit
 */
public record EndpointLimits(double requestsPerMinute, double tokensPerMinute) {
  /** No limit. */
  public static final EndpointLimits NONE = new EndpointLimits(0, 0);

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if a rate is negative or infinite
   */
  public EndpointLimits {
    requireRate("requestsPerMinute", requestsPerMinute);
    requireRate("tokensPerMinute", tokensPerMinute);
  }

  private static void requireRate(String name, double rate) {
    if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be at least 0 and finite: " + rate);
    }
  }

  /** Whether nothing is limited. */
  public boolean isNone() {
    return equals(NONE);
  }

  /**
   * A part of these limits.
   *
   * @param share the factor of both rates, at least 0
   */
  public EndpointLimits times(double share) {
    return new EndpointLimits(requestsPerMinute * share, tokensPerMinute * share);
  }
}
