package io.mathscale.eval.score;

import static org.apache.spark.sql.functions.asc_nulls_last;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;

import io.mathscale.core.data.Problem;
import io.mathscale.core.data.StrictVerdict;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/** Counts problems by what came of them: all that the metrics are made of. */
final class ProblemCounts {
  private static final Column[] COLUMNS =
      Arrays.stream(ProblemCount.ENCODER.schema().names())
          .map(functions::col)
          .toArray(Column[]::new);

  private ProblemCounts() {}

  /**
   * Counts of the answered problems by model and data set, and of all problems of the benchmark by
   * data set.
   *
   * @param graded rows that have marks, each sample once
   * @param benchmark the benchmark; may be empty
   * @param cap so many problems of each data set are the first ones
   */
  static Dataset<ProblemCount> of(Dataset<GradedRow> graded, Dataset<Problem> benchmark, long cap) {
    Dataset<Row> outcomes = outcomes(graded);
    Dataset<Row> problems = ranked(outcomes, benchmark, cap);

    Dataset<Row> answered = outcomes.join(problems, new String[] {"dataset", "id"});
    Dataset<Row> known =
        problems
            .where(col("isKnown"))
            .withColumn("model", lit(""))
            .withColumn("samples", lit(0))
            .withColumn("mwpbench", lit(0))
            .withColumn("strict", lit(0))
            .withColumn("undecided", lit(0))
            .withColumn("truncated", lit(0));
    return counted(answered).unionByName(counted(known)).as(ProblemCount.ENCODER);
  }

  private static Dataset<Row> counted(Dataset<Row> problems) {
    Column[] keys = Arrays.copyOf(COLUMNS, COLUMNS.length - 1);
    return problems.groupBy(keys).agg(count(lit(1)).as("problems")).select(COLUMNS);
  }

  /** A row a model and problem. */
  private static Dataset<Row> outcomes(Dataset<GradedRow> graded) {
    Column isRight = col("strict").equalTo(StrictVerdict.RIGHT.name());
    Column isUndecided = col("strict").equalTo(StrictVerdict.UNDECIDED.name());
    return graded
        .groupBy("model", "dataset", "id")
        .agg(
            number(lit(1)).as("samples"),
            number(col("mwpbench")).as("mwpbench"),
            number(isRight).as("strict"),
            number(isUndecided).as("undecided"),
            number(col("isTruncated")).as("truncated"));
  }

  /**
   * A row a problem. The order is that of the benchmark; problems that it does not hold come after,
   * shorter ids before longer ones, so that numbers at their end count up.
   */
  private static Dataset<Row> ranked(Dataset<Row> outcomes, Dataset<Problem> benchmark, long cap) {
    Dataset<Row> known =
        benchmark.select(col("dataset"), col("id"), col("position"), lit(true).as("isKnown"));
    Dataset<Row> seen =
        outcomes.select(
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

  private static Column number(Column of) {
    return sum(of.cast("int")).cast("int");
  }
}
