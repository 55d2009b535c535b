package io.mathscale.eval.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.xxhash64;

import io.mathscale.core.data.Problem;
import io.mathscale.eval.score.GradedRow;
import io.mathscale.eval.score.OutputRow;
import io.mathscale.eval.score.Outputs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** The answers that the report shows with their texts: all, or of many as many of each rule. */
final class SampleAnswers {
  private final Outputs outputs;
  private final Dataset<Problem> benchmark;
  private final int most;

  /**
   * The answers of outputs.
   *
   * @param benchmark tells questions that outputs do not tell; may be empty
   * @param most so many are shown
   */
  SampleAnswers(Outputs outputs, Dataset<Problem> benchmark, int most) {
    this.outputs = outputs;
    this.benchmark = benchmark;
    this.most = most;
  }

  /**
   * Draws answers, of each model, data set, verdict and rule as many as there are, up to the same
   * number.
   *
   * @param graded rows that have grades, each sample once
   * @param total number of these rows
   * @param seed what the draw is a function of, with the answer
   * @return in the order shown
   */
  List<SampleAnswer> draw(Dataset<GradedRow> graded, long total, long seed) {
    List<GradedRow> drawn =
        (total <= most ? graded : balanced(graded, seed).limit(most)).collectAsList();
    return drawn.isEmpty() ? List.of() : withTexts(drawn);
  }

  private static Dataset<GradedRow> balanced(Dataset<GradedRow> graded, long seed) {
    Column draw = xxhash64(lit(seed), col("model"), col("dataset"), col("id"), col("sample"));
    WindowSpec inGroup =
        Window.partitionBy("model", "dataset", "strict", "mwpbench", "rule").orderBy("draw");
    return graded
        .withColumn("draw", draw)
        .withColumn("turn", row_number().over(inGroup))
        .orderBy("turn", "draw")
        .drop("turn", "draw")
        .as(GradedRow.ENCODER);
  }

  private List<SampleAnswer> withTexts(List<GradedRow> drawn) {
    Map<Place, OutputRow> texts = new HashMap<>();
    boolean lacksQuestions = false;
    Dataset<OutputRow> wanted = outputs.of(drawn).map(new SampleTexts(), OutputRow.ENCODER);
    for (OutputRow output : wanted.collectAsList()) {
      texts.put(Place.of(output), output);
      lacksQuestions |= output.question().isEmpty();
    }

    Map<ProblemKey, String> questions = lacksQuestions ? questions() : Map.of();
    List<SampleAnswer> answers = new ArrayList<>();
    for (GradedRow row : drawn) {
      OutputRow output = texts.get(Place.of(row));
      String question =
          output.question().isEmpty()
              ? questions.getOrDefault(new ProblemKey(row.dataset(), row.id()), "")
              : output.question();
      answers.add(new SampleAnswer(row, question, output.completion(), output.reasoning()));
    }

    answers.sort(SampleAnswer.ORDER);
    return answers;
  }

  /** The benchmark's questions, for outputs that do not tell them. */
  private Map<ProblemKey, String> questions() {
    Map<ProblemKey, String> questions = new HashMap<>();
    for (Row problem : benchmark.select("dataset", "id", "question").collectAsList()) {
      questions.put(
          new ProblemKey(problem.getString(0), problem.getString(1)), problem.getString(2));
    }

    return questions;
  }

  private record ProblemKey(String dataset, String id) {}

  /** Rows of files are told apart by their places, rows of the table by their samples. */
  private record Place(String file, long row, String model, ProblemKey problem, int sample) {
    private static Place of(GradedRow row) {
      ProblemKey problem = new ProblemKey(row.dataset(), row.id());
      int sample = row.file().isEmpty() ? row.sample() : OutputRow.UNNUMBERED;
      return new Place(row.file(), row.row(), row.model(), problem, sample);
    }

    private static Place of(OutputRow row) {
      ProblemKey problem = new ProblemKey(row.dataset(), row.id());
      int sample = row.file().isEmpty() ? row.sample() : OutputRow.UNNUMBERED;
      return new Place(row.file(), row.row(), row.model(), problem, sample);
    }
  }
}
