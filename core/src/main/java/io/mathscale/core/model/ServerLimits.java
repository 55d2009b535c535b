package io.mathscale.core.model;

import java.time.Duration;

/**
 * What a server says about its rate limits, in the {@code x-ratelimit-*} headers of OpenAI, Azure
 * OpenAI, Groq and others.
 *
 * @see <a href="https://platform.openai.com/docs/guides/rate-limits#rate-limits-in-headers">Rate
 *     limits in headers</a>
 * @param limitRequests requests allowed in the server's period; -1 if it does not say
 * @param remainingRequests requests still allowed in it; -1 if it does not say
 * @param requestsReset time until all requests are allowed again; zero if it does not say
 * @param limitTokens tokens allowed in the server's period; -1 if it does not say
 * @param remainingTokens tokens still allowed in it; -1 if it does not say
 * @param tokensReset time until all tokens are allowed again; zero if it does not say
 */
public record ServerLimits(
    long limitRequests,
    long remainingRequests,
    Duration requestsReset,
    long limitTokens,
    long remainingTokens,
    Duration tokensReset) {
  /** Stands for a number that the server does not say. */
  public static final long NOT_SAID = -1;

  /** A server that says nothing. */
  public static final ServerLimits NONE =
      new ServerLimits(NOT_SAID, NOT_SAID, Duration.ZERO, NOT_SAID, NOT_SAID, Duration.ZERO);
}
