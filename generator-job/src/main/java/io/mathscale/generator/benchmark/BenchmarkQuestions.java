package io.mathscale.generator.benchmark;

import io.mathscale.core.data.Problem;
import io.mathscale.core.source.RowException;
import io.mathscale.core.source.SourceRow;
import io.mathscale.core.source.SourceRows;
import io.mathscale.core.source.files.FileEndings;
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
   * A question of each row of a file in any layout, with an empty key where the row has none.
   *
   * @param key the setting that names the file
   * @param fields fields that the user named
   * @throws io.mathscale.core.config.ConfigException when there is no such file
   */
  static Dataset<BenchmarkQuestion> in(
      SparkSession spark, String key, String path, NamedFields fields) {
    MapFunction<SourceRow, BenchmarkQuestion> read = row -> question(row, path, fields);
    return SourceRows.at(spark, key, path, SourceRows.MAX_ROW, FileEndings.OF_ROWS)
        .numberedRows()
        .map(read, BenchmarkQuestion.ENCODER);
  }

  private static BenchmarkQuestion question(SourceRow row, String path, NamedFields named) {
    try {
      LaidOutProblem problem = Layouts.read(LayoutRow.of(row, named));
      return BenchmarkQuestion.of(row.origin(), path, problem.question(), problem.answer());
    } catch (RowException e) {
      return BenchmarkQuestion.of(row.origin(), path, anyQuestion(row, named), "");
    }
  }

  /** The question of a row that its layout refuses, such as one with two right options. */
  private static String anyQuestion(SourceRow row, NamedFields named) {
    try {
      return LayoutRow.of(row, named).anyQuestion();
    } catch (RowException e) {
      return ""; // Told with its place by the caller.
    }
  }
}
