package io.mathscale.eval.report;

import io.mathscale.eval.metrics.Interval;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Shares beside each other, the largest first: a table in the page, which {@code charts.js} draws
 * as bars.
 *
 * @param title what is compared
 * @param bars the shares, in any order; kept from the largest to the smallest
 * @param reason why the published figures are not comparable; empty where they are
 */
record BarChart(String title, List<Bar> bars, String reason) {
  BarChart {
    bars = bars.stream().sorted(Comparator.comparingDouble((Bar bar) -> -bar.percent())).toList();
  }

  /**
   * A bar.
   *
   * @param label what it is for
   * @param percent how long it is, from 0 to 100
   * @param interval where the share lies, from 0 to 1; empty for a published figure
   */
  record Bar(String label, double percent, List<Interval> interval) {
    /** A figure of somebody else. */
    static Bar published(String label, double percent) {
      return new Bar(label, percent, List.of());
    }

    private Map<String, Object> values() {
      return Map.of(
          "label", label,
          "percent", decimal(percent),
          "low", interval.stream().map(ends -> decimal(100 * ends.low())).toList(),
          "high", interval.stream().map(ends -> decimal(100 * ends.high())).toList());
    }

    private static String decimal(double percent) {
      return String.format(Locale.ROOT, "%.1f", percent);
    }
  }

  /** What the template of the report shows of it. */
  Map<String, Object> values() {
    return Map.of(
        "title", title, "bars", bars.stream().map(Bar::values).toList(), "reason", reason);
  }
}
