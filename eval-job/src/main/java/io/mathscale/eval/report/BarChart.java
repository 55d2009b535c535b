package io.mathscale.eval.report;

import io.mathscale.eval.metrics.Interval;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Draws shares as horizontal bars, the largest on top, as SVG that takes its colours from CSS. */
final class BarChart {
  private static final int LABEL_WIDTH = 230;
  private static final int PLOT_WIDTH = 240;
  private static final int VALUE_WIDTH = 50;
  private static final int ROW_HEIGHT = 20;
  private static final int BAR_HEIGHT = 13;
  private static final int AXIS_HEIGHT = 20;
  private static final int GRID_STEP = 20;

  private BarChart() {}

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

    boolean isOurs() {
      return !interval.isEmpty();
    }
  }

  /** The chart of bars. */
  static String svg(String title, List<Bar> bars) {
    List<Bar> sorted =
        bars.stream().sorted(Comparator.comparingDouble((Bar bar) -> -bar.percent())).toList();
    int height = sorted.size() * ROW_HEIGHT + AXIS_HEIGHT;
    StringBuilder svg = new StringBuilder();
    add(
        svg,
        "<svg class=\"chart\" role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\">",
        escaped(title),
        LABEL_WIDTH + PLOT_WIDTH + VALUE_WIDTH,
        height);
    grid(svg, sorted.size() * ROW_HEIGHT);
    for (int i = 0; i < sorted.size(); i++) {
      bar(svg, sorted.get(i), i * ROW_HEIGHT);
    }

    return svg.append("</svg>").toString();
  }

  private static void grid(StringBuilder svg, int bottom) {
    for (int percent = 0; percent <= 100; percent += GRID_STEP) {
      double x = x(percent);
      add(svg, "<line class=\"grid\" x1=\"%.1f\" y1=\"0\" x2=\"%.1f\" y2=\"%d\"/>", x, x, bottom);
      add(
          svg,
          "<text class=\"tick\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>",
          x,
          bottom + 14,
          percent);
    }
  }

  private static void bar(StringBuilder svg, Bar bar, int top) {
    String kind = bar.isOurs() ? "ours" : "published";
    double middle = top + ROW_HEIGHT / 2.0;
    double end = x(bar.percent());
    add(
        svg,
        "<text class=\"label %s\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
        kind,
        LABEL_WIDTH - 8,
        middle + 4,
        escaped(shortened(bar.label())));
    add(
        svg,
        "<rect class=\"bar %s\" x=\"%d\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>",
        kind,
        LABEL_WIDTH,
        middle - BAR_HEIGHT / 2.0,
        end - LABEL_WIDTH,
        BAR_HEIGHT);
    double valueStart = end;
    for (Interval interval : bar.interval()) {
      valueStart = x(100 * interval.high());
      whisker(svg, x(100 * interval.low()), valueStart, middle);
    }

    add(
        svg,
        "<text class=\"value %s\" x=\"%.1f\" y=\"%.1f\">%.1f</text>",
        kind,
        valueStart + 6,
        middle + 4,
        bar.percent());
  }

  private static void whisker(StringBuilder svg, double low, double high, double middle) {
    add(
        svg,
        "<path class=\"whisker\" d=\"M%.1f %.1fH%.1fM%.1f %.1fv8M%.1f %.1fv8\"/>",
        low,
        middle,
        high,
        low,
        middle - 4,
        high,
        middle - 4);
  }

  private static double x(double percent) {
    return LABEL_WIDTH + PLOT_WIDTH * percent / 100;
  }

  private static String shortened(String label) {
    int most = 29;
    return label.length() <= most ? label : label.substring(0, most - 1) + "…";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static void add(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
  }
}
