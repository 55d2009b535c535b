package io.mathscale.core.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks of settings; each failure says the key, what must hold, and what was. */
final class Check {
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private Check() {}

  static void atLeast(String key, long least, long value) {
    that(value >= least, key, "be at least " + least, value);
  }

  static void between(String key, long least, long most, long value) {
    that(value >= least && value <= most, key, "be from " + least + " to " + most, value);
  }

  static void between(String key, double least, double most, double value) {
    that(
        value >= least && value <= most,
        key,
        "be from " + text(least) + " to " + text(most),
        text(value));
  }

  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }

  static void notNegative(String key, BigDecimal value) {
    that(value.signum() >= 0, key, "not be negative", value.toPlainString());
  }

  static void positive(String key, Duration value) {
    that(!value.isNegative() && !value.isZero(), key, "be longer than nothing", value);
  }

  static void notBlank(String key, String value) {
    that(!value.isBlank(), key, "be set", "\"" + value + "\"");
  }

  static void languages(String key, List<String> codes) {
    that(
        LANGUAGES.containsAll(codes),
        key,
        "be two-letter codes of ISO 639-1, such as en",
        codes.stream().filter(code -> !LANGUAGES.contains(code)).toList());
  }

  static void that(boolean holds, String key, String must, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(key + " must " + must + ": " + value);
    }
  }
}
