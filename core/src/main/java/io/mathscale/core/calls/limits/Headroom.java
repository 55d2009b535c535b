package io.mathscale.core.calls.limits;

import io.mathscale.core.model.ServerLimits;
import java.io.Serializable;
import java.time.Duration;

/**
 * How near the service's own limits are, by its {@code x-ratelimit-*} headers: of the limit that is
 * nearest.
 *
 * @param left share of the limit that is left, from 0 to 1
 * @param refillPerSecond share of the limit that flows back in a second
 * @param requestsPerSecond requests that flow back in a second; infinite where tokens are nearest
 */
record Headroom(double left, double refillPerSecond, double requestsPerSecond)
    implements Serializable {
  /** The service says nothing. */
  static final Headroom UNKNOWN = new Headroom(1, 0, Double.POSITIVE_INFINITY);

  private static final double NANOS_PER_SECOND = 1e9;

  /** What the headers of a response tell. */
  static Headroom of(ServerLimits limits) {
    Headroom requests =
        of(limits.limitRequests(), limits.remainingRequests(), limits.requestsReset(), true);
    Headroom tokens =
        of(limits.limitTokens(), limits.remainingTokens(), limits.tokensReset(), false);
    return requests.least(tokens);
  }

  private static Headroom of(long limit, long remaining, Duration reset, boolean isRequests) {
    if (limit <= 0 || remaining < 0 || remaining >= limit || reset.isZero()) {
      return UNKNOWN;
    }

    double left = (double) remaining / limit;
    double refill = (1 - left) / (reset.toNanos() / NANOS_PER_SECOND);
    return new Headroom(left, refill, isRequests ? refill * limit : Double.POSITIVE_INFINITY);
  }

  /** Whether the service said anything. */
  boolean isKnown() {
    return refillPerSecond > 0;
  }

  /** The one of which less is left. */
  Headroom least(Headroom other) {
    return other.left < left ? other : this;
  }
}
