package io.mathscale.eval.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;

import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.text.NormalForm;
import io.mathscale.eval.score.GradedRow;
import io.mathscale.eval.score.GradedRows;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/**
 * How models do on topics. A problem's topics are known where its question is, in any typography,
 * one of the seeds whose concepts were extracted.
 */
final class TopicAccuracies {
  /** A topic with fewer answers says little. */
  private static final int FEWEST_ROWS = 10;

  private static final int SHOWN = 15;

  private TopicAccuracies() {}

  /**
   * The topics with the lowest accuracies, the lowest first.
   *
   * @param graded rows that have grades
   */
  static Dataset<TopicAccuracy> lowest(
      Dataset<GradedRow> graded,
      Dataset<Problem> benchmark,
      Dataset<SeedQuestion> seeds,
      Dataset<ExtractedConcepts> concepts,
      GraderName grader) {
    Dataset<Row> topicsOfQuestions =
        seeds
            .select(col("id"), form(col("question")).as("form"))
            .join(concepts.select("id", "topics"), "id")
            .select(col("form"), explode(col("topics")).as("topic"));
    Dataset<Row> topicsOfProblems =
        benchmark
            .select(col("id"), col("dataset"), form(col("question")).as("form"))
            .join(topicsOfQuestions, "form")
            .select("id", "dataset", "topic")
            .distinct();
    Column share = col("right").divide(col("rows"));
    return graded
        .withColumn("isRight", GradedRows.isRight(grader))
        .join(topicsOfProblems, new String[] {"id", "dataset"})
        .groupBy("model", "topic")
        .agg(count(lit(1)).as("rows"), sum(col("isRight").cast("long")).as("right"))
        .where(col("rows").geq(FEWEST_ROWS))
        .orderBy(share, col("rows").desc(), col("topic"), col("model"))
        .limit(SHOWN)
        .as(TopicAccuracy.ENCODER);
  }

  private static Column form(Column question) {
    UDF1<String, String> form = text -> NormalForm.of(text).id();
    return udf(form, DataTypes.StringType).apply(question);
  }
}
