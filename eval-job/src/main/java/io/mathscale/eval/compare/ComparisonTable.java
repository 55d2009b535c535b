package io.mathscale.eval.compare;

import io.mathscale.eval.metrics.Interval;
import io.mathscale.eval.metrics.Pairing;
import io.mathscale.eval.metrics.PublishedScore;
import java.util.List;
import java.util.Locale;

/** Lays comparisons out as text: a table a pair of runs, in percent. */
public final class ComparisonTable {
  private static final String HEAD = "%-24s %9s %8s %8s %8s %17s %7s %7s %9s%n";
  private static final String ROW = "%-24s %,9d %8.2f %8.2f %+8.2f %17s %,7d %,7d %9s%n";
  private static final String PUBLISHED = "%-24s %8.1f %8.1f%n";

  private ComparisonTable() {}

  /** The tables, and the paper's averages below them. */
  public static String text(List<Comparison> comparisons) {
    StringBuilder text = new StringBuilder();
    List<Double> corrected = Comparison.correctedChances(comparisons);
    for (int i = 0; i < comparisons.size(); i++) {
      append(text, comparisons.get(i));
      add(
          text,
          "Smallest difference that these problems can show: %.2f points%n",
          100 * comparisons.get(i).total().interval().smallestDifference());
      if (comparisons.size() > 1) {
        add(
            text,
            "p of all, corrected for %d comparisons (Holm): %s%n",
            comparisons.size(),
            chance(corrected.get(i)));
      }

      add(text, "%n");
    }

    add(text, "Published (paper, Table 5; ten data sets, released grader):%n");
    add(text, "%-24s %8s %8s%n", "model", "micro", "macro");
    for (PublishedScore score : PublishedScore.all()) {
      add(text, PUBLISHED, score.model(), score.micro(), score.macro());
    }

    return text.toString();
  }

  private static void append(StringBuilder text, Comparison comparison) {
    add(text, "first: %s%nsecond: %s%n", comparison.first(), comparison.second());
    add(
        text,
        HEAD,
        "data set",
        "problems",
        "first",
        "second",
        "change",
        "95 %",
        "lost",
        "won",
        "p");
    comparison.datasets().forEach((dataset, pairing) -> row(text, dataset, pairing));
    row(text, "all", comparison.total());
  }

  private static void row(StringBuilder text, String name, Pairing pairing) {
    Interval interval = pairing.interval();
    add(
        text,
        ROW,
        name,
        pairing.problems(),
        100 * pairing.first(),
        100 * pairing.second(),
        100 * pairing.difference(),
        String.format(Locale.ROOT, "%+.2f to %+.2f", 100 * interval.low(), 100 * interval.high()),
        pairing.onlyFirst(),
        pairing.onlySecond(),
        chance(pairing.chance()));
  }

  private static String chance(double chance) {
    return chance < 1e-4 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", chance);
  }

  private static void add(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
  }
}
