package io.mathscale.core.model.http;

import io.mathscale.core.model.ServerLimits;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the {@code x-ratelimit-*} headers of OpenAI, Azure OpenAI, Groq and others.
 *
 * @see <a href="https://platform.openai.com/docs/guides/rate-limits#rate-limits-in-headers">Rate
 *     limits in headers</a>
 */
final class RateLimitHeaders {
  private static final Pattern PART =
      Pattern.compile("(\\d{1,12}(?:\\.\\d{1,12})?)(ms|us|µs|ns|d|h|m|s)");

  private RateLimitHeaders() {}

  /**
   * What the headers of a response say; {@link ServerLimits#NONE} if there are none.
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
        span(headers.apply("x-ratelimit-reset-requests")),
        count(limitTokens),
        count(remainingTokens),
        span(headers.apply("x-ratelimit-reset-tokens")));
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

  /**
   * A span such as {@code 1s}, {@code 6m0s}, {@code 20ms} or {@code 1h2m3.5s}; a bare number is
   * seconds. Zero if it is null or nothing of the kind.
   */
  static Duration span(String value) {
    if (value == null) {
      return Duration.ZERO;
    }

    String text = value.strip();
    if (HeaderDuration.isNumber(text)) {
      return HeaderDuration.of(text, HeaderDuration.NANOS_PER_SECOND);
    }

    Duration sum = Duration.ZERO;
    Matcher part = PART.matcher(text);
    int end = 0;
    while (end < text.length() && part.find(end) && part.start() == end) {
      sum = sum.plus(HeaderDuration.of(part.group(1), nanosPer(part.group(2))));
      end = part.end();
    }

    return end == text.length() ? HeaderDuration.bounded(sum) : Duration.ZERO;
  }

  private static long nanosPer(String unit) {
    return switch (unit) {
      case "d" -> 86_400 * HeaderDuration.NANOS_PER_SECOND;
      case "h" -> 3_600 * HeaderDuration.NANOS_PER_SECOND;
      case "m" -> 60 * HeaderDuration.NANOS_PER_SECOND;
      case "s" -> HeaderDuration.NANOS_PER_SECOND;
      case "ms" -> HeaderDuration.NANOS_PER_MILLI;
      case "us", "µs" -> 1_000L;
      default -> 1L;
    };
  }
}
