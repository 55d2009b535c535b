package io.mathscale.core.model.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads how long a response asks to wait before the request is made again. */
final class RetryAfterParser {
  private RetryAfterParser() {}

  /**
   * The time that a response asks to wait: {@code retry-after-ms} (Azure OpenAI), or {@code
   * Retry-After} in seconds or as an HTTP date (RFC 9110, section 10.2.3). Such a date is the
   * service's, and so is compared with the response's {@code Date} (section 6.6.1): a clock that
   * runs wrong or jumps here changes no wait.
   *
   * @param headers gives the value of a header, or null
   * @param now the time that stands in for the {@code Date} of a response without one
   * @return null if the response asks for no wait, or for none that can be read
   */
  static Duration retryAfter(UnaryOperator<String> headers, Instant now) {
    String milliseconds = headers.apply("retry-after-ms");
    if (milliseconds != null && HeaderDuration.isNumber(milliseconds.strip())) {
      return HeaderDuration.of(milliseconds.strip(), HeaderDuration.NANOS_PER_MILLI);
    }

    String value = headers.apply("retry-after");
    if (value == null) {
      return null;
    }

    if (HeaderDuration.isNumber(value.strip())) {
      return HeaderDuration.of(value.strip(), HeaderDuration.NANOS_PER_SECOND);
    }

    Optional<Instant> sent =
        Optional.ofNullable(headers.apply("date")).flatMap(RetryAfterParser::date);
    return date(value).map(date -> wait(sent.orElse(now), date)).orElse(null);
  }

  private static Optional<Instant> date(String value) {
    try {
      return Optional.of(
          ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }

  private static Duration wait(Instant from, Instant to) {
    Duration wait = Duration.between(from, to);
    return wait.isNegative() ? Duration.ZERO : HeaderDuration.bounded(wait);
  }
}
