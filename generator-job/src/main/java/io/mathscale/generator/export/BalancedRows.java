package io.mathscale.generator.export;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.ExportConfig.Balance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;

/**
 * As many rows of each group, or fewer where it has fewer: drawn by a hash of the seed and the
 * row's id, so the same at any partition count.
 *
 * @param rows the rows
 * @param kept how many they are
 * @param lines what became of each group, for people
 */
record BalancedRows(Dataset<Row> rows, long kept, List<String> lines) {
  static final String KEY = "export.balance.by";

  /** Groups are told one by one, so they are not to be as many as rows. */
  private static final int MOST_GROUPS = 1_000;

  private static final String GROUP = "_group";
  private static final String DRAWN = "_drawn";
  private static final String LAST = "_last";
  private static final String LAST_ID = "_last_id";
  private static final String NOT_KNOWN = "not known";

  /**
   * Checks that the values make groups.
   *
   * @throws ConfigException when they do not
   */
  static void require(Dataset<Row> rows, Balance balance) {
    DataType type = rows.select(expr(balance.by())).schema().fields()[0].dataType();
    if (!balance.buckets().isEmpty() && !(type instanceof NumericType)) {
      throw new ConfigException(
          "export.balance.by must be a number where export.balance.buckets are given: %s is %s"
              .formatted(balance.by(), type.simpleString()));
    }
  }

  /** Balances rows. */
  static BalancedRows of(Dataset<Row> rows, Balance balance, long seed) {
    Column drawn = xxhash64(lit(seed), lit("balance"), col("origin"), col("id"));
    Dataset<Row> grouped = rows.withColumn(GROUP, group(balance)).withColumn(DRAWN, drawn);
    List<Row> groups =
        grouped.groupBy(GROUP).count().orderBy(GROUP).limit(MOST_GROUPS + 1).collectAsList();
    if (groups.size() > MOST_GROUPS) {
      throw new ConfigException(
          "export.balance.by must have at most %,d values, or export.balance.buckets must be given: %s"
              .formatted(MOST_GROUPS, balance.by()));
    }

    long least = groups.stream().mapToLong(group -> group.getLong(1)).min().orElse(0);
    long each = balance.rows() == 0 ? least : balance.rows();
    long kept = 0;
    List<String> lines = new ArrayList<>();
    for (Row group : groups) {
      long ofGroup = Math.min(each, group.getLong(1));
      kept += ofGroup;
      lines.add(
          String.format(
              Locale.ROOT,
              "%s = %s: %,d of %,d rows",
              balance.by(),
              group.getString(0),
              ofGroup,
              group.getLong(1)));
    }

    return new BalancedRows(firstOf(grouped, each), kept, lines);
  }

  /** The rows drawn first of each group; the wide rows themselves are not sorted. */
  private static Dataset<Row> firstOf(Dataset<Row> grouped, long each) {
    Dataset<Row> last =
        grouped
            .select(col(GROUP), col(DRAWN), col("id"))
            .withColumn("place", row_number().over(Window.partitionBy(GROUP).orderBy(DRAWN, "id")))
            .where(col("place").equalTo(each))
            .select(col(GROUP), col(DRAWN).as(LAST), col("id").as(LAST_ID));
    Column isFirst =
        col(LAST)
            .isNull()
            .or(col(DRAWN).lt(col(LAST)))
            .or(col(DRAWN).equalTo(col(LAST)).and(col("id").leq(col(LAST_ID))));
    return grouped
        .join(broadcast(last), new String[] {GROUP}, "left")
        .where(isFirst)
        .drop(GROUP, DRAWN, LAST, LAST_ID);
  }

  /** The group of a row, by name; what is not known is one of its own. */
  private static Column group(Balance balance) {
    Column value = expr(balance.by());
    if (balance.buckets().isEmpty()) {
      return coalesce(value.cast("string"), lit(NOT_KNOWN));
    }

    List<Double> bounds = balance.buckets();
    Column group = when(value.isNull(), lit(NOT_KNOWN));
    for (int i = 0; i < bounds.size(); i++) {
      String name = i == 0 ? "below " + bounds.get(0) : bounds.get(i - 1) + " to " + bounds.get(i);
      group = group.when(value.lt(bounds.get(i)), lit(name));
    }

    return group.otherwise(lit("from " + bounds.get(bounds.size() - 1)));
  }
}
