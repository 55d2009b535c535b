package io.mathscale.eval.score;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.mathscale.core.data.StrictVerdict;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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
   * @param problems the problems, ranked
   */
  static Dataset<ProblemCount> of(Dataset<GradedRow> graded, Dataset<Row> problems) {
    Dataset<Row> answered = outcomes(graded).join(problems, new String[] {"dataset", "id"});
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

  private static Column number(Column of) {
    return sum(of.cast("int")).cast("int");
  }
}
