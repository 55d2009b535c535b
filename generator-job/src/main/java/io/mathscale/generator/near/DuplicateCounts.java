package io.mathscale.generator.near;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log10;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What is counted of comparisons and of templates, by name. */
public final class DuplicateCounts {
  private static final String UNLIKE = "unlikePairs";
  private static final String LARGEST = "rowsOfLargestTemplate";
  private static final String TEMPLATES = "templatesOf";
  private static final String ROWS = "rowsInTemplatesOf";

  /** In place of a decade, for the rows that do not stay. */
  private static final long GONE = -2;

  private DuplicateCounts() {}

  /**
   * Pairs that were compared and were not alike; and how the rows that stay, before any goes for
   * its template, are spread over templates.
   */
  static SortedMap<String, Long> of(Dataset<Compared> compared) {
    Column stays = col("duplicate").isNull();
    Column size = col("count");
    Column decade =
        when(not(col("stays")), lit(GONE))
            .when(size.equalTo(1), lit(-1L))
            .otherwise(floor(log10(size)));
    List<Row> decades =
        compared
            .groupBy(stays.as("stays"), when(stays, col("template")).as("template"))
            .agg(count(lit(1)).as("count"), sum("unlike").as("unlike"))
            .groupBy(decade.as("decade"))
            .agg(count(lit(1)), sum(size), max(size), sum("unlike"))
            .collectAsList();
    SortedMap<String, Long> counts = new TreeMap<>();
    counts.put(UNLIKE, 0L);
    for (Row row : decades) {
      counts.merge(UNLIKE, row.getLong(4), Long::sum);
      if (row.getLong(0) != GONE) {
        String sizes = sizes(row.getLong(0));
        counts.put(TEMPLATES + sizes, row.getLong(1));
        counts.put(ROWS + sizes, row.getLong(2));
        counts.merge(LARGEST, row.getLong(3), Math::max);
      }
    }

    return counts;
  }

  /** Templates of one row, of 2 to 9, of 10 to 99 and so on. */
  private static String sizes(long decade) {
    if (decade < 0) {
      return "1";
    }

    long first = 1;
    for (long power = 0; power < decade; power++) {
      first *= 10;
    }

    return Math.max(2, first) + "To" + (10 * first - 1);
  }

  /** The counts for people. */
  public static String text(SortedMap<String, Long> counts) {
    List<String> spread = new ArrayList<>();
    for (Map.Entry<String, Long> templates : counts.entrySet()) {
      if (templates.getKey().startsWith(TEMPLATES)) {
        String sizes = templates.getKey().substring(TEMPLATES.length());
        spread.add(
            String.format(
                Locale.ROOT,
                "%,d of %s (%,d rows)",
                templates.getValue(),
                sizes.replace("To", " to "),
                counts.get(ROWS + sizes)));
      }
    }

    return String.format(
        Locale.ROOT,
        "%,d pairs compared were not alike; templates by their rows: %s; the largest has %,d",
        counts.get(UNLIKE),
        spread.isEmpty() ? "none" : String.join(", ", spread),
        counts.getOrDefault(LARGEST, 0L));
  }
}
