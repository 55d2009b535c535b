package io.mathscale.eval.score;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.StrictVerdict;
import io.mathscale.core.data.Verdict;
import java.util.Arrays;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/** Model outputs with the grades of their answers. */
public final class GradedRows {
  private GradedRows() {}

  /**
   * Grades outputs. A row without a reference takes that of the benchmark's problem with its id and
   * data set.
   */
  public static Dataset<GradedRow> of(Dataset<OutputRow> outputs, Dataset<Problem> benchmark) {
    Dataset<Row> answers =
        benchmark.select(
            col("id").as("problem"), col("dataset").as("problemDataset"), col("answer"));
    Column isSameProblem =
        col("id").equalTo(col("problem")).and(col("dataset").equalTo(col("problemDataset")));
    Column reference =
        when(col("reference").notEqual(""), col("reference"))
            .otherwise(coalesce(col("answer"), lit("")));
    return in(
            OutputRow.ENCODER,
            outputs
                .join(broadcast(answers), isSameProblem, "left")
                .withColumn("reference", reference))
        .map((MapFunction<OutputRow, GradedRow>) GradedRow::of, GradedRow.ENCODER);
  }

  /**
   * Numbers the answers of a model to a problem that do not say which they are, in the order in
   * which they stand, and rejects those that say what an earlier one says. All rows of a problem
   * are in one partition after this.
   */
  public static Dataset<GradedRow> numbered(Dataset<GradedRow> graded) {
    Column isRejected = col("reason").notEqual("");
    Column isUnnumbered = col("sample").equalTo(OutputRow.UNNUMBERED);
    WindowSpec ofProblem =
        Window.partitionBy(col("model"), col("dataset"), col("id"), isRejected, isUnnumbered)
            .orderBy("file", "row");
    WindowSpec ofSample =
        Window.partitionBy(col("model"), col("dataset"), col("id"), isRejected, col("sample"))
            .orderBy("file", "row");
    Column isRepeated = col("repetition").gt(1).and(not(isRejected));
    Column repeated =
        concat(lit("sample must be another in each row of a model and a problem: "), col("sample"));

    // Both windows, and all that is counted by problem after this, do with this one exchange.
    Dataset<GradedRow> byProblem = graded.repartition(col("dataset"), col("id"));
    Dataset<Row> withSamples =
        byProblem
            .withColumn(
                "sample",
                when(isUnnumbered, row_number().over(ofProblem).minus(1)).otherwise(col("sample")))
            .withColumn("repetition", row_number().over(ofSample));
    return in(
        GradedRow.ENCODER,
        withSamples
            .withColumn(
                "reason",
                when(isRepeated, RejectionReason.DUPLICATE.name()).otherwise(col("reason")))
            .withColumn("detail", when(isRepeated, repeated).otherwise(col("detail"))));
  }

  /** The rows that have grades. */
  public static Dataset<GradedRow> good(Dataset<GradedRow> graded) {
    return graded.where(col("reason").equalTo(""));
  }

  /** The verdicts on rows that have grades. */
  public static Dataset<Verdict> verdicts(Dataset<GradedRow> good) {
    return in(Verdict.ENCODER, good.toDF());
  }

  /** The rows that have no grades. */
  public static Dataset<Rejected> rejected(Dataset<GradedRow> graded) {
    return graded
        .where(col("reason").notEqual(""))
        .map((MapFunction<GradedRow, Rejected>) GradedRow::toRejected, Rejected.ENCODER);
  }

  /**
   * The condition that a grader calls a graded row right; holds for rows of verdicts too.
   *
   * @param grader the grader that is asked
   */
  public static Column isRight(GraderName grader) {
    return switch (grader) {
      case MWPBENCH -> col("mwpbench");
      case STRICT -> col("strict").equalTo(StrictVerdict.RIGHT.name());
    };
  }

  private static <T> Dataset<T> in(Encoder<T> encoder, Dataset<Row> rows) {
    Column[] columns =
        Arrays.stream(encoder.schema().names()).map(functions::col).toArray(Column[]::new);
    return rows.select(columns).as(encoder);
  }
}
