package io.mathscale.eval.counting;

import static org.apache.spark.sql.functions.asc_nulls_last;
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
   * A row a problem: {@code dataset}, {@code id}, {@code isFirst} (of its data set, up to the cap)
   * and {@code isKnown} (to the benchmark). The order is that of the benchmark; problems that it
   * does not hold come after, shorter ids before longer ones, so that numbers at their end count
   * up.
   *
   * @param answered rows of data set and id, any number a problem
   * @param benchmark the benchmark; may be empty
   * @param cap so many problems of each data set are the first ones
   */
  public static Dataset<Row> of(Dataset<?> answered, Dataset<Problem> benchmark, long cap) {
    Dataset<Row> known =
        benchmark.select(col("dataset"), col("id"), col("position"), lit(true).as("isKnown"));
    Dataset<Row> seen =
        answered.select(
            col("dataset"),
            col("id"),
            lit(null).cast("long").as("position"),
            lit(false).as("isKnown"));
    WindowSpec inTopic =
        Window.partitionBy("dataset")
            .orderBy(asc_nulls_last("position"), length(col("id")), col("id"));
    return known
        .unionByName(seen)
        .groupBy("dataset", "id")
        .agg(max("position").as("position"), max("isKnown").as("isKnown"))
        .withColumn("isFirst", row_number().over(inTopic).leq(cap))
        .select("dataset", "id", "isFirst", "isKnown");
  }
}
