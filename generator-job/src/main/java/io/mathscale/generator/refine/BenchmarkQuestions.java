package io.mathscale.generator.refine;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Problem;
import io.mathscale.core.source.RowException;
import io.mathscale.core.source.SourceRow;
import io.mathscale.core.source.SourceRows;
import io.mathscale.core.source.layouts.Layout;
import io.mathscale.core.source.layouts.LayoutRow;
import io.mathscale.core.source.layouts.Layouts;
import io.mathscale.core.source.layouts.NamedFields;
import io.mathscale.core.text.QuestionText;
import java.util.Optional;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/**
 * The questions of a benchmark, read without the checks of seeds and problems: a question that is
 * odd must not be in the training data either.
 */
public final class BenchmarkQuestions {
  private BenchmarkQuestions() {}

  /** The questions of the table of problems. */
  public static Dataset<BenchmarkQuestion> of(Dataset<Problem> problems) {
    MapFunction<Problem, BenchmarkQuestion> question = BenchmarkQuestions::question;
    return problems.map(question, BenchmarkQuestion.ENCODER);
  }

  private static BenchmarkQuestion question(Problem problem) {
    return new BenchmarkQuestion(QuestionText.id(problem.question()), problem.id());
  }

  /**
   * The questions of a file in any known layout.
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
      LayoutRow fields = LayoutRow.of(row, NamedFields.NONE);
      Optional<Layout> layout = Layouts.recognised(fields);
      return layout.isPresent()
          ? layout.get().read(fields).question()
          : anyQuestion(fields.fields());
    } catch (RowException e) {
      return anyQuestion(row);
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
