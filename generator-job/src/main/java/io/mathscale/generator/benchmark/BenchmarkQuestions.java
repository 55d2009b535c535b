package io.mathscale.generator.benchmark;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.config.BenchmarkConfig;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Problem;
import io.mathscale.core.source.RowException;
import io.mathscale.core.source.SourceRow;
import io.mathscale.core.source.SourceRows;
import io.mathscale.core.source.layouts.LaidOutProblem;
import io.mathscale.core.source.layouts.LayoutRow;
import io.mathscale.core.source.layouts.Layouts;
import io.mathscale.core.source.layouts.MultipleChoice;
import io.mathscale.core.source.layouts.NamedFields;
import io.mathscale.core.workspace.Tables;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/**
 * The questions of a benchmark, read without the checks of seeds and problems: a question that is
 * odd must not be in the training data either.
 */
public final class BenchmarkQuestions {
  private BenchmarkQuestions() {}

  /** The questions of the table of problems; those that show options with and without them. */
  public static Dataset<BenchmarkQuestion> of(Dataset<Problem> problems) {
    FlatMapFunction<Problem, BenchmarkQuestion> questions = BenchmarkQuestions::questions;
    return problems.flatMap(questions, BenchmarkQuestion.ENCODER);
  }

  private static Iterator<BenchmarkQuestion> questions(Problem problem) {
    String stem = MultipleChoice.withoutLetters(problem.question(), problem.options());
    return Stream.of(problem.question(), stem)
        .distinct()
        .map(
            question ->
                BenchmarkQuestion.of(
                    problem.id(), Tables.BENCHMARK.name(), question, problem.answer()))
        .iterator();
  }

  /**
   * The questions of a file in any layout.
   *
   * @param key the setting that names the file
   * @param fields fields that the user named
   * @throws ConfigException when there is no such file, or a row of it has no question
   */
  public static Dataset<BenchmarkQuestion> in(
      SparkSession spark, String key, String path, NamedFields fields) {
    Dataset<BenchmarkQuestion> questions = rows(spark, key, path, fields);
    Dataset<BenchmarkQuestion> unread = questions.where(col("key").equalTo(""));
    if (!unread.isEmpty()) {
      throw new ConfigException(
          "%s must have a question in every row: %,d rows have none, the first is %s"
              .formatted(key, unread.count(), unread.orderBy("problem").first().problem()));
    }

    return questions;
  }

  /** A question of each row of a file, with an empty key where the row has none. */
  static Dataset<BenchmarkQuestion> rows(
      SparkSession spark, String key, String path, NamedFields fields) {
    MapFunction<SourceRow, BenchmarkQuestion> read = row -> question(row, path, fields);
    return SourceRows.at(spark, key, path, SourceRows.MAX_ROW, BenchmarkConfig.ENDINGS)
        .numberedRows()
        .map(read, BenchmarkQuestion.ENCODER);
  }

  private static BenchmarkQuestion question(SourceRow row, String path, NamedFields named) {
    try {
      LaidOutProblem problem = Layouts.read(LayoutRow.of(row, named));
      return BenchmarkQuestion.of(row.origin(), path, problem.question(), problem.answer());
    } catch (RowException e) {
      return BenchmarkQuestion.of(row.origin(), path, anyQuestion(row), "");
    }
  }

  /** The question of a row that its layout refuses, such as one with two right options. */
  private static String anyQuestion(SourceRow row) {
    try {
      return anyQuestion(row.object());
    } catch (RowException e) {
      return ""; // Told with its place by the caller.
    }
  }

  private static String anyQuestion(JsonNode object) {
    return object.path(object.has("question") ? "question" : "problem").asText("");
  }
}
