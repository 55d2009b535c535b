package io.mathscale.core.calls;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Workspace;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Sums up what a stage's calls took, in all its runs. */
public final class Spent {
  private Spent() {}

  /** The calls of a stage whose answers are in the tables of a workspace. */
  public static Manifest.Calls by(SparkSession spark, Workspace workspace, String stage) {
    return on(new Journal(spark, workspace, stage));
  }

  /** The calls of a journal: each counts once, as it ended last; all that was paid is summed up. */
  static Manifest.Calls on(Journal journal) {
    if (journal.isEmpty()) {
      return Manifest.Calls.NONE;
    }

    Row answered = paid(journal.completions(), col("cachedInputTokens"));
    Row failed = paid(journal.failureHistory(), functions.lit(0L));
    TreeMap<String, Long> byCause = new TreeMap<>();
    if (journal.hasFailures()) {
      List<Row> causes = journal.failures().groupBy("cause").count().collectAsList();
      causes.forEach(row -> byCause.put(row.getString(0), row.getLong(1)));
    }

    return new Manifest.Calls(
        answered.getLong(0),
        byCause.values().stream().mapToLong(Long::longValue).sum(),
        answered.getLong(1) + failed.getLong(1),
        answered.getLong(2),
        answered.getLong(3) + failed.getLong(3),
        normal(answered.getDecimal(4).add(failed.getDecimal(4))),
        byCause);
  }

  private static Row paid(Dataset<?> calls, Column cachedInputTokens) {
    return calls
        .agg(
            functions.count(functions.lit(1)),
            sum(col("inputTokens")),
            sum(cachedInputTokens),
            sum(col("outputTokens")),
            functions.coalesce(
                functions.sum("cost"), functions.lit(BigDecimal.ZERO).cast("decimal(38,18)")))
        .head();
  }

  private static Column sum(Column column) {
    return functions.coalesce(functions.sum(column), functions.lit(0L));
  }

  /** Without the zeros of the column's scale. */
  private static BigDecimal normal(BigDecimal cost) {
    return cost.signum() == 0
        ? BigDecimal.ZERO
        : new BigDecimal(cost.stripTrailingZeros().toPlainString());
  }
}
