package io.mathscale.eval.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trim;

import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.eval.score.GradedRow;
import io.mathscale.eval.score.GradedRows;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How models do on topics. A problem's topics are known where its question is one of the seeds
 * whose concepts were extracted.
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
            .select(col("id"), plain(col("question")).as("plain"))
            .join(concepts.select("id", "topics"), "id")
            .select(col("plain"), explode(col("topics")).as("topic"));
    Dataset<Row> topicsOfProblems =
        benchmark
            .select(col("id"), col("dataset"), plain(col("question")).as("plain"))
            .join(topicsOfQuestions, "plain")
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

  private static Column plain(Column question) {
    return trim(regexp_replace(lower(question), "\\s+", " "));
  }
}
