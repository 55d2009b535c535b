package io.mathscale.eval.judge;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import io.mathscale.core.data.RowOrRejection;
import io.mathscale.core.data.StrictVerdict;
import io.mathscale.eval.score.GradedRow;
import io.mathscale.eval.score.OutputRow;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Chooses the answers that judges are asked about. */
public final class JudgedAnswers {
  private static final String SAMPLE_IN_OUTPUTS = "sampleInOutputs";

  /** What tells a row of a file, or one of the table of outputs, but for the sample. */
  private static final String[] KEY = {"file", "row", "dataset", "id", "model"};

  private JudgedAnswers() {}

  /**
   * All answers that the strict grader leaves undecided, and some that it decides.
   *
   * @param graded the graded answers
   * @param outputs the texts of the answers, with question and reference
   * @param check how many of those that it decides, at most
   * @param seed what the choice of these is a function of
   */
  public static Dataset<JudgedAnswer> of(
      Dataset<GradedRow> graded, Dataset<RowOrRejection<OutputRow>> outputs, int check, long seed) {
    Column isUndecided = col("strict").equalTo(StrictVerdict.UNDECIDED.name());
    Dataset<Row> keyed =
        graded.withColumn(
            "key", concat_ws("/", col("dataset"), col("id"), col("model"), col("sample")));
    Dataset<Row> checked =
        keyed
            .where(isUndecided.equalTo(false))
            .orderBy(xxhash64(lit(seed), col("key")), col("key"))
            .limit(check);
    Dataset<Row> texts =
        outputs
            .where(col(RowOrRejection.REJECTED).isNull())
            .select(RowOrRejection.VALUE + ".*")
            .withColumnRenamed("sample", SAMPLE_IN_OUTPUTS)
            .drop("reference");
    // Rows of files that say no sample were numbered when they were graded.
    Column isSameSample =
        col(SAMPLE_IN_OUTPUTS)
            .equalTo(OutputRow.UNNUMBERED)
            .or(col(SAMPLE_IN_OUTPUTS).equalTo(col("sample")));
    return keyed
        .where(isUndecided)
        .union(checked)
        .join(texts, KEY)
        .where(isSameSample)
        .selectExpr(JudgedAnswer.ENCODER.schema().names())
        .as(JudgedAnswer.ENCODER);
  }
}
