package io.mathscale.eval.score;

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
import io.mathscale.core.data.StrictVerdict;
import io.mathscale.eval.report.TopicAccuracy;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The topics on which a model is right least often. A problem's topics are known where its question
 * is one of the seeds whose concepts were extracted.
 */
final class WorstTopics {
  /** A topic with fewer answers says little. */
  private static final int FEWEST_ROWS = 10;

  private static final int SHOWN = 15;

  private WorstTopics() {}

  /** The topics, the worst first. */
  static Dataset<TopicAccuracy> of(
      Dataset<GradedRow> graded,
      Dataset<Problem> benchmark,
      Dataset<SeedQuestion> seeds,
      Dataset<ExtractedConcepts> concepts,
      GraderName grader) {
    Column right =
        switch (grader) {
          case MWPBENCH -> col("mwpbench");
          case STRICT -> col("strict").equalTo(StrictVerdict.RIGHT.name());
        };
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
        .withColumn("isRight", right)
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
