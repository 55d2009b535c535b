package io.mathscale.generator.export.facts;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How many rows have something.
 *
 * @param name what they have
 * @param rows number of rows
 */
public record RowCount(String name, long rows) {
  /** The counts of a map, the largest first. */
  static List<RowCount> sorted(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> new RowCount(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong((RowCount each) -> -each.rows()).thenComparing(RowCount::name))
        .toList();
  }
}
