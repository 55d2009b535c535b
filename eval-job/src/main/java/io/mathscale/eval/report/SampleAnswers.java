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
    Dataset<OutputRow> wanted = outputs.of(drawn).map(new SampleTexts(), OutputRow.ENCODER);
    for (OutputRow output : wanted.collectAsList()) {
      texts.put(Place.of(output), output);
    }

    Map<ProblemKey, Known> known = known();
    List<SampleAnswer> answers = new ArrayList<>();
    for (GradedRow row : drawn) {
      OutputRow output = texts.get(Place.of(row));
      Known problem = known.getOrDefault(new ProblemKey(row.dataset(), row.id()), Known.NOTHING);
      String question = output.question().isEmpty() ? problem.question : output.question();
      answers.add(
          new SampleAnswer(
              row,
              problem.level,
              problem.subject,
              question,
              output.completion(),
              output.reasoning()));
    }

    answers.sort(SampleAnswer.ORDER);
    return answers;
  }

  /** What the benchmark tells of its problems. */
  private Map<ProblemKey, Known> known() {
    Map<ProblemKey, Known> known = new HashMap<>();
    Dataset<Row> problems = benchmark.select("dataset", "id", "question", "level", "subject");
    for (Row problem : problems.collectAsList()) {
      known.put(
          new ProblemKey(problem.getString(0), problem.getString(1)),
          new Known(problem.getString(2), problem.getString(3), problem.getString(4)));
    }

    return known;
  }

  private record Known(String question, String level, String subject) {
    private static final Known NOTHING = new Known("", "", "");
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
