package io.mathscale.generator.seeds;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.QuestionText;
import io.mathscale.core.source.RowException;
import io.mathscale.core.source.SourceRow;
import io.mathscale.core.source.SourceRows;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/**
 * The questions of a benchmark file, read without the checks of seeds: a question that is odd must
 * not be in the training data either.
 */
public final class BenchmarkQuestions {
  private BenchmarkQuestions() {}

  /**
   * The questions of a file in the layout of MWPBench, GSM8K or MATH.
   *
   * @param key the setting that names the file
   * @throws ConfigException when there is no such file, or a row of it has no question
   */
  public static Dataset<BenchmarkQuestion> in(SparkSession spark, String key, String path) {
    MapFunction<SourceRow, BenchmarkQuestion> read = BenchmarkQuestions::read;
    Dataset<BenchmarkQuestion> questions =
        SourceRows.of(spark, key, path, SourceRows.MAX_ROW).map(read, BenchmarkQuestion.ENCODER);
    Dataset<BenchmarkQuestion> unread = questions.where(col("key").equalTo(""));
    if (!unread.isEmpty()) {
      throw new ConfigException(
          "%s must have a question in every row: %,d rows have none, the first is %s"
              .formatted(key, unread.count(), unread.orderBy("problem").first().problem()));
    }

    return questions;
  }

  private static BenchmarkQuestion read(SourceRow row) {
    String question = question(row);
    String key = question.isBlank() ? "" : QuestionText.id(question);
    return new BenchmarkQuestion(key, row.origin());
  }

  private static String question(SourceRow row) {
    try {
      JsonNode object = row.object();
      return object.path(object.has("question") ? "question" : "problem").asText("");
    } catch (RowException e) {
      return ""; // Told with its place by the caller.
    }
  }
}
