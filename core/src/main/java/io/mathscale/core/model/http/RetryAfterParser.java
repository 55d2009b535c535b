package io.mathscale.core.model.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.function.UnaryOperator;

/** Reads how long a response asks to wait before the request is made again. */
final class RetryAfterParser {
  private RetryAfterParser() {}

  /**
   * The time that a response asks to wait: {@code retry-after-ms} (Azure OpenAI), or {@code
   * Retry-After} in seconds or as an HTTP date (RFC 9110, section 10.2.3).
   *
   * @param headers gives the value of a header, or null
   * @param now the time that an HTTP date is compared with
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

    return untilDate(value.strip(), now);
  }

  private static Duration untilDate(String value, Instant now) {
    try {
      Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(now, date);
      return wait.isNegative() ? Duration.ZERO : HeaderDuration.bounded(wait);
    } catch (DateTimeParseException notADate) {
      return null;
    }
  }
}
