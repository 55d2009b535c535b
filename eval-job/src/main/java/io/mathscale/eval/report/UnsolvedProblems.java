package io.mathscale.eval.report;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.substring;

import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.core.data.Problem;
import io.mathscale.eval.score.GradedRow;
import io.mathscale.eval.score.GradedRows;
import io.mathscale.eval.score.OutputRow;
import io.mathscale.eval.score.Outputs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * The problems that no model solves.
 *
 * @param total how many there are
 * @param listed those with the most answers, some of them where there are many
 */
record UnsolvedProblems(long total, List<UnsolvedProblem> listed) {
  private static final int SHOWN = 40;

  /** So many characters of a question are read. */
  private static final int LONGEST = 400;

  /** Stands between a data set and an id. */
  private static final String SEPARATOR = "\n";

  /** The problems of a run without any. */
  static final UnsolvedProblems NONE = new UnsolvedProblems(0, List.of());

  /**
   * Finds them.
   *
   * @param graded rows that have grades, each sample once
   * @param outputs tell questions that the benchmark does not tell
   * @param benchmark tells questions; may be empty
   */
  static UnsolvedProblems of(
      Dataset<GradedRow> graded, Outputs outputs, Dataset<Problem> benchmark, GraderName grader) {
    Dataset<Row> unsolved =
        graded
            .groupBy("dataset", "id")
            .agg(
                max(GradedRows.isRight(grader)).as("isSolved"),
                count_distinct(col("model")).as("models"),
                count(lit(1)).as("answers"),
                min("reference").as("reference"))
            .where("not isSolved")
            .drop("isSolved");
    Dataset<Row> questions =
        benchmark
            .groupBy("dataset", "id")
            .agg(min(substring(col("question"), 1, LONGEST)).as("question"));
    List<UnsolvedProblem> listed =
        unsolved
            .orderBy(col("models").desc(), col("answers").desc(), col("dataset"), col("id"))
            .limit(SHOWN)
            .join(questions, new String[] {"dataset", "id"}, "left")
            .withColumn("question", coalesce(col("question"), lit("")))
            .orderBy(col("models").desc(), col("answers").desc(), col("dataset"), col("id"))
            .as(UnsolvedProblem.ENCODER)
            .collectAsList();
    return new UnsolvedProblems(
        listed.size() < SHOWN ? listed.size() : unsolved.count(),
        withQuestions(listed, graded, outputs));
  }

  /** With the questions of the first answers where the benchmark has none. */
  private static List<UnsolvedProblem> withQuestions(
      List<UnsolvedProblem> listed, Dataset<GradedRow> graded, Outputs outputs) {
    Object[] unknown =
        listed.stream()
            .filter(problem -> problem.question().isEmpty())
            .map(problem -> key(problem.dataset(), problem.id()))
            .toArray();
    if (unknown.length == 0) {
      return listed;
    }
    List<GradedRow> answers =
        graded
            .where(concat_ws(SEPARATOR, col("dataset"), col("id")).isin(unknown))
            .withColumn(
                "turn",
                row_number()
                    .over(
                        Window.partitionBy("dataset", "id")
                            .orderBy("file", "row", "model", "sample")))
            .where("turn = 1")
            .drop("turn")
            .as(GradedRow.ENCODER)
            .collectAsList();
    Map<String, String> questions = new HashMap<>();
    for (OutputRow output :
        outputs.of(answers).map(new SampleTexts(), OutputRow.ENCODER).collectAsList()) {
      String question = SampleTexts.cut(output.question(), LONGEST, 0);
      questions.putIfAbsent(key(output.dataset(), output.id()), question);
    }
    return listed.stream()
        .map(
            problem ->
                problem.withQuestion(
                    questions.getOrDefault(
                        key(problem.dataset(), problem.id()), problem.question())))
        .toList();
  }

  private static String key(String dataset, String id) {
    return dataset + SEPARATOR + id;
  }

  /** What the template of the report shows of them. */
  List<Map<String, Object>> rows() {
    return listed.stream()
        .map(
            problem ->
                Map.<String, Object>of(
                    "id", problem.id(),
                    "dataset", problem.dataset(),
                    "models", Shown.count(problem.models()),
                    "answers", Shown.count(problem.answers()),
                    "reference", Shown.quote(problem.reference()),
                    "question", Shown.quote(problem.question()),
                    "link", SampleLink.toProblem(problem.dataset(), problem.id())))
        .toList();
  }
}
