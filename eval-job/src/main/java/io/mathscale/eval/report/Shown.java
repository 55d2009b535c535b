package io.mathscale.eval.report;

import io.mathscale.eval.metrics.Interval;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers and names as the report shows them: shares in percent, to one decimal. */
final class Shown {
  /** So many characters of an answer are shown in a table. */
  private static final int MAX_QUOTE = 200;

  private Shown() {}

  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** So many answers, in words. */
  static String answers(long count) {
    return count(count) + (count == 1 ? " answer" : " answers");
  }

  /** So many problems, in words. */
  static String problems(long count) {
    return count(count) + (count == 1 ? " problem" : " problems");
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  static String percent(OptionalDouble share) {
    return share.isPresent() ? percent(share.getAsDouble()) : "–";
  }

  static String signed(double share) {
    return String.format(Locale.ROOT, "%+.1f", 100 * share).replace('-', '−');
  }

  static String interval(Interval interval) {
    return percent(interval.low()) + "–" + percent(interval.high());
  }

  static String chance(double chance) {
    return chance < 1e-4 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", chance);
  }

  /** The name of a constant as words. */
  static String words(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The beginning of a text that is too long for a table. */
  static String quote(String text) {
    return text.length() <= MAX_QUOTE ? text : text.substring(0, MAX_QUOTE) + " …";
  }
}
