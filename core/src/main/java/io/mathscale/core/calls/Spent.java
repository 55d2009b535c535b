package io.mathscale.core.calls;

import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.Completion;
import io.mathscale.core.workspace.Manifest;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Sums up what a stage's calls took, in all its runs. */
final class Spent {
  private Spent() {}

  static Manifest.Calls on(Dataset<Completion> completions, Dataset<CallFailure> failures) {
    Row answered =
        completions
            .agg(
                functions.count(functions.lit(1)),
                sum("inputTokens"),
                sum("cachedInputTokens"),
                sum("outputTokens"),
                cost())
            .head();
    List<Row> failed =
        failures
            .groupBy("cause")
            .agg(functions.count(functions.lit(1)), sum("inputTokens"), sum("outputTokens"), cost())
            .collectAsList();

    TreeMap<String, Long> byCause = new TreeMap<>();
    long count = 0;
    long input = answered.getLong(1);
    long output = answered.getLong(3);
    BigDecimal cost = answered.getDecimal(4);
    for (Row row : failed) {
      byCause.put(row.getString(0), row.getLong(1));
      count += row.getLong(1);
      input += row.getLong(2);
      output += row.getLong(3);
      cost = cost.add(row.getDecimal(4));
    }

    return new Manifest.Calls(
        answered.getLong(0), count, input, answered.getLong(2), output, normal(cost), byCause);
  }

  private static Column sum(String column) {
    return functions.coalesce(functions.sum(column), functions.lit(0L));
  }

  private static Column cost() {
    return functions.coalesce(
        functions.sum("cost"), functions.lit(BigDecimal.ZERO).cast("decimal(38,18)"));
  }

  /** Without the zeros of the column's scale. */
  private static BigDecimal normal(BigDecimal cost) {
    return cost.signum() == 0
        ? BigDecimal.ZERO
        : new BigDecimal(cost.stripTrailingZeros().toPlainString());
  }
}
