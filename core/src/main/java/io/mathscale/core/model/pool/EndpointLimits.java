package io.mathscale.core.model.pool;

/**
 * What an endpoint bears.
 *
 * @param requestsPerMinute requests; 0 for no limit
 * @param tokensPerMinute tokens of prompts and answers together; 0 for no limit
 */
public record EndpointLimits(double requestsPerMinute, double tokensPerMinute) {
  /** No limit. */
  public static final EndpointLimits NONE = new EndpointLimits(0, 0);

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

  /** A part of these limits. */
  public EndpointLimits times(double share) {
    return new EndpointLimits(requestsPerMinute * share, tokensPerMinute * share);
  }
}
