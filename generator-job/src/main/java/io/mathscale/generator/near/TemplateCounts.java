package io.mathscale.generator.near;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log10;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How rows are spread over templates: questions that differ in nothing but numbers.
 *
 * @param counts templates and rows by the size of the template, and the rows of the largest, by name
 */
public record TemplateCounts(SortedMap<String, Long> counts) {
  static TemplateCounts of(Dataset<Compared> rows) {
    Column size = col("count");
    Column decade = when(size.equalTo(1), lit(-1L)).otherwise(floor(log10(size)));
    List<Row> decades =
        rows.groupBy("template")
            .count()
            .groupBy(decade.as("decade"))
            .agg(count(lit(1)), sum(size), max(size))
            .collectAsList();
    SortedMap<String, Long> counts = new TreeMap<>();
    for (Row row : decades) {
      String sizes = sizes(row.getLong(0));
      counts.put("templatesOf" + sizes, row.getLong(1));
      counts.put("rowsInTemplatesOf" + sizes, row.getLong(2));
      counts.merge("rowsOfLargestTemplate", row.getLong(3), Math::max);
    }

    return new TemplateCounts(counts);
  }

  /** Templates of one row, of 2 to 9, of 10 to 99 and so on. */
  private static String sizes(long decade) {
    if (decade < 0) {
      return "1";
    }

    long first = (long) Math.pow(10, decade);
    return Math.max(2, first) + "To" + (10 * first - 1);
  }
}
