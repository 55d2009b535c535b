package io.mathscale.generator.export.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * How long the texts of a column are, in characters.
 *
 * @param text the column
 * @param shortest the shortest
 * @param median half are as long or shorter
 * @param most 95 of 100 are as long or shorter
 * @param longest the longest
 * @param bins rows by length
 */
public record Lengths(
    String text, int shortest, int median, int most, int longest, List<Bin> bins) {
  private static final int BINS = 16;

  /**
   * Rows of neighbouring lengths.
   *
   * @param from the least length
   * @param to the greatest
   * @param rows number of rows
   */
  public record Bin(int from, int to, long rows) {}

  /**
   * The lengths of a column.
   *
   * @param rows rows by length; one at least
   */
  static Lengths of(String text, SortedMap<Integer, Long> rows) {
    return new Lengths(
        text,
        rows.firstKey(),
        quantile(rows, 0.5),
        quantile(rows, 0.95),
        rows.lastKey(),
        bins(rows));
  }

  private static int quantile(SortedMap<Integer, Long> rows, double share) {
    long all = rows.values().stream().mapToLong(Long::longValue).sum();
    long seen = 0;
    for (Map.Entry<Integer, Long> entry : rows.entrySet()) {
      seen += entry.getValue();
      if (seen >= share * all) {
        return entry.getKey();
      }
    }

    return rows.lastKey();
  }

  /** Bins of one width up to nearly all rows; the last holds the few that are far longer. */
  private static List<Bin> bins(SortedMap<Integer, Long> rows) {
    int width = Math.max(1, roundUp((double) quantile(rows, 0.99) / (BINS - 1)));
    long[] sums = new long[BINS];
    rows.forEach((chars, count) -> sums[Math.min(BINS - 1, chars / width)] += count);
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      int to = i == BINS - 1 ? Math.max(rows.lastKey(), i * width) : (i + 1) * width - 1;
      bins.add(new Bin(i * width, to, sums[i]));
    }

    return bins;
  }

  /** To 1, 2 or 5 times a power of ten. */
  private static int roundUp(double width) {
    int power = 1;
    while (power * 10 < width) {
      power *= 10;
    }

    for (int factor : new int[] {1, 2, 5}) {
      if (factor * power >= width) {
        return factor * power;
      }
    }

    return 10 * power;
  }
}
