package io.mathscale.eval.score;

import static org.apache.spark.sql.functions.asc_nulls_last;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;

import io.mathscale.core.data.Problem;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** The problems of the benchmark, and those that outputs are for, in their order. */
public final class RankedProblems {
  private RankedProblems() {}

  /**
   * The problems that are answered, those of the benchmark, or both, with {@code isFirst} (whether
   * among the first of the data set, up to the cap) and {@code isKnown} (whether in the benchmark).
   * The order is that of the benchmark; problems that it does not hold come after, shorter ids
   * before longer ones, so that numbers at their end count up.
   *
   * @param answered a row a problem: {@code dataset}, {@code id} and any further columns, which are
   *     null for the problems that only the benchmark holds
   * @param benchmark the benchmark; may be empty
   * @param cap so many problems of each data set are the first ones
   */
  public static Dataset<Row> of(Dataset<Row> answered, Dataset<Problem> benchmark, long cap) {
    Dataset<Row> known =
        benchmark
            .groupBy("dataset", "id")
            .agg(max("position").as("position"))
            .withColumn("isKnown", lit(true));
    WindowSpec inDataset =
        Window.partitionBy("dataset")
            .orderBy(asc_nulls_last("position"), length(col("id")), col("id"));
    return answered
        .join(known, new String[] {"dataset", "id"}, "full_outer")
        .withColumn("isFirst", row_number().over(inDataset).leq(cap))
        .withColumn("isKnown", coalesce(col("isKnown"), lit(false)))
        .drop("position");
  }
}
