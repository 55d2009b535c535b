package io.mathscale.core.model.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the times that servers write into response headers. What cannot be read is not there. */
final class RetryAfterParser {
  /** Longest time believed: a server that says more has a fault. */
  private static final Duration LONGEST = Duration.ofDays(7);

  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");
  private static final Pattern PART =
      Pattern.compile("(\\d{1,12}(?:\\.\\d{1,12})?)(ms|us|µs|ns|d|h|m|s)");

  private RetryAfterParser() {}

  /**
   * The time that a response asks to wait: {@code retry-after-ms} (Azure OpenAI), or {@code
   * Retry-After} in seconds or as an HTTP date (RFC 9110, section 10.2.3).
   *
   * @param headers gives the value of a header, or null
   * @param now the time that an HTTP date is compared with
   * @return null if the response asks for no wait
   */
  static Duration retryAfter(UnaryOperator<String> headers, Instant now) {
    String milliseconds = headers.apply("retry-after-ms");
    if (milliseconds != null && NUMBER.matcher(milliseconds.strip()).matches()) {
      return scaled(milliseconds.strip(), 1_000_000L);
    }

    String value = headers.apply("retry-after");
    if (value == null) {
      return null;
    }

    if (NUMBER.matcher(value.strip()).matches()) {
      return scaled(value.strip(), 1_000_000_000L);
    }

    return untilDate(value.strip(), now);
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
    if (NUMBER.matcher(text).matches()) {
      return scaled(text, 1_000_000_000L);
    }

    Duration sum = Duration.ZERO;
    Matcher part = PART.matcher(text);
    int end = 0;
    while (end < text.length() && part.find(end) && part.start() == end) {
      sum = sum.plus(scaled(part.group(1), nanosPer(part.group(2))));
      end = part.end();
    }

    return end == text.length() ? bounded(sum) : Duration.ZERO;
  }

  private static Duration untilDate(String value, Instant now) {
    try {
      Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(now, date);
      return wait.isNegative() ? Duration.ZERO : bounded(wait);
    } catch (DateTimeParseException notADate) {
      return null;
    }
  }

  private static Duration scaled(String number, long nanos) {
    BigDecimal product = new BigDecimal(number).multiply(BigDecimal.valueOf(nanos));
    BigDecimal longest = BigDecimal.valueOf(LONGEST.toNanos());
    return Duration.ofNanos(product.min(longest).setScale(0, RoundingMode.CEILING).longValue());
  }

  private static Duration bounded(Duration duration) {
    return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
  }

  private static long nanosPer(String unit) {
    return switch (unit) {
      case "d" -> 86_400_000_000_000L;
      case "h" -> 3_600_000_000_000L;
      case "m" -> 60_000_000_000L;
      case "s" -> 1_000_000_000L;
      case "ms" -> 1_000_000L;
      case "us", "µs" -> 1_000L;
      default -> 1L;
    };
  }
}
