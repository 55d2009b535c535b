package io.mathscale.core.model.http;

import io.mathscale.core.model.ServerLimits;
import java.util.function.UnaryOperator;

/**
 * Reads the {@code x-ratelimit-*} headers of OpenAI, Azure OpenAI, Groq and others.
 *
 * @see <a href="https://platform.openai.com/docs/guides/rate-limits#rate-limits-in-headers">Rate
 *     limits in headers</a>
 */
final class RateLimitHeaders {
  private RateLimitHeaders() {}

  /**
   * Reads the headers of a response.
   *
   * @param headers gives the value of a header, or null
   */
  static ServerLimits read(UnaryOperator<String> headers) {
    String limitRequests = headers.apply("x-ratelimit-limit-requests");
    String remainingRequests = headers.apply("x-ratelimit-remaining-requests");
    String limitTokens = headers.apply("x-ratelimit-limit-tokens");
    String remainingTokens = headers.apply("x-ratelimit-remaining-tokens");
    if (limitRequests == null
        && remainingRequests == null
        && limitTokens == null
        && remainingTokens == null) {
      return ServerLimits.NONE;
    }

    return new ServerLimits(
        count(limitRequests),
        count(remainingRequests),
        RetryAfterParser.span(headers.apply("x-ratelimit-reset-requests")),
        count(limitTokens),
        count(remainingTokens),
        RetryAfterParser.span(headers.apply("x-ratelimit-reset-tokens")));
  }

  private static long count(String value) {
    if (value == null) {
      return ServerLimits.NOT_SAID;
    }

    try {
      return Math.max(ServerLimits.NOT_SAID, Long.parseLong(value.strip()));
    } catch (NumberFormatException notANumber) {
      return ServerLimits.NOT_SAID;
    }
  }
}
