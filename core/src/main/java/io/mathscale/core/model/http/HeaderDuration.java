package io.mathscale.core.model.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.regex.Pattern;

/** Durations in response headers: decimal numbers of some unit, and a bound on what is believed. */
final class HeaderDuration {
  static final long NANOS_PER_MILLI = 1_000_000L;
  static final long NANOS_PER_SECOND = 1_000_000_000L;

  /** Longest duration believed: a server that says more has a fault. */
  private static final Duration LONGEST = Duration.ofDays(7);

  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");

  private HeaderDuration() {}

  /** Whether a text is a decimal number without sign, as {@link #of} takes it. */
  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  /**
   * So many units of so many nanoseconds, rounded up to a whole nanosecond; seven days if it is
   * more.
   */
  static Duration of(String number, long nanosPerUnit) {
    BigDecimal product = new BigDecimal(number).multiply(BigDecimal.valueOf(nanosPerUnit));
    BigDecimal longest = BigDecimal.valueOf(LONGEST.toNanos());
    return Duration.ofNanos(product.min(longest).setScale(0, RoundingMode.CEILING).longValue());
  }

  /** The duration; seven days if it is more. */
  static Duration bounded(Duration duration) {
    return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
  }
}
