package io.mathscale.core.workspace;

import io.mathscale.core.data.Rejected;
import io.mathscale.core.parquet.ParquetFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Tells how many rows were rejected, by reason. */
public final class RejectedCounts {
  private static final String REASON = "reason";

  private RejectedCounts() {}

  /** The counts as {@code DUPLICATE 34, NOT_JSON 2}, or {@code none}. */
  public static String of(Dataset<Rejected> rejected) {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (Row row : rejected.groupBy(REASON).count().collectAsList()) {
      counts.put(row.getString(0), row.getLong(1));
    }

    return text(counts);
  }

  /**
   * The counts of a table of rejected rows, as {@code DUPLICATE 34, NOT_JSON 2}, or {@code none}.
   */
  public static String of(Manifest rejected) {
    return text(rejected.counts());
  }

  private static String text(SortedMap<String, Long> counts) {
    List<String> texts = new ArrayList<>();
    counts.forEach(
        (reason, count) -> texts.add(String.format(Locale.ROOT, "%s %,d", reason, count)));
    return texts.isEmpty() ? "none" : String.join(", ", texts);
  }

  /** The rejected rows in files by reason, read without Spark. */
  public static SortedMap<String, Long> in(ParquetFiles rejected) {
    SortedMap<String, Long> counts = new TreeMap<>();
    rejected.read(
        List.of(REASON),
        row -> {
          counts.merge(row.getString(REASON, 0), 1L, Long::sum);
          return true;
        });
    return counts;
  }
}
