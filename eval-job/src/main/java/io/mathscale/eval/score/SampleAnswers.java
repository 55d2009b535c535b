package io.mathscale.eval.score;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.StrictVerdict;
import io.mathscale.eval.report.SampleAnswer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A few answers drawn at random, with their texts. */
final class SampleAnswers {
  /** So many right ones are drawn, and so many wrong ones. */
  private static final int EACH = 10;

  private SampleAnswers() {}

  /**
   * Draws answers and finds their texts among the outputs.
   *
   * @param graded rows that have marks, each sample once
   * @param seed what the draw is a function of, with the answer
   */
  static Dataset<SampleAnswer> of(
      Dataset<GradedRow> graded,
      Dataset<OutputRow> outputs,
      Dataset<Problem> benchmark,
      GraderName grader,
      long seed) {
    Column isRight =
        switch (grader) {
          case MWPBENCH -> col("mwpbench");
          case STRICT -> col("strict").equalTo(StrictVerdict.RIGHT.name());
        };
    Column draw = xxhash64(lit(seed), col("model"), col("dataset"), col("id"), col("sample"));
    Dataset<Row> drawable = graded.withColumn("isRight", isRight).withColumn("draw", draw);
    Dataset<Row> chosen =
        drawable
            .where(col("isRight"))
            .orderBy("draw")
            .limit(EACH)
            .unionByName(drawable.where(not(col("isRight"))).orderBy("draw").limit(EACH));
    return withTexts(chosen, outputs, benchmark);
  }

  private static Dataset<SampleAnswer> withTexts(
      Dataset<Row> chosen, Dataset<OutputRow> outputs, Dataset<Problem> benchmark) {
    // Rows of files are told apart by their places, rows of the table by their samples.
    Column isSame =
        same("file")
            .and(same("row"))
            .and(same("model"))
            .and(same("dataset"))
            .and(same("id"))
            .and(col("chosen.file").notEqual("").or(same("sample")));
    Column isSameProblem =
        col("chosen.id")
            .equalTo(col("problem.id"))
            .and(col("chosen.dataset").equalTo(col("problem.dataset")));
    Column question =
        when(col("output.question").notEqual(""), col("output.question"))
            .otherwise(coalesce(col("problem.question"), lit("")));
    return outputs
        .alias("output")
        .join(broadcast(chosen.alias("chosen")), isSame)
        .join(broadcast(benchmark.alias("problem")), isSameProblem, "left")
        .orderBy("chosen.draw")
        .select(
            col("chosen.model"),
            col("chosen.dataset"),
            col("chosen.id"),
            col("chosen.isRight"),
            question.as("question"),
            col("output.completion"),
            col("chosen.extracted"),
            col("chosen.reference"),
            col("chosen.rule"))
        .as(SampleAnswer.ENCODER);
  }

  private static Column same(String column) {
    return col("output." + column).equalTo(col("chosen." + column));
  }
}
