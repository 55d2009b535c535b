package io.mathscale.eval.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.xxhash64;

import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.core.data.Problem;
import io.mathscale.eval.score.GradedRow;
import io.mathscale.eval.score.GradedRows;
import io.mathscale.eval.score.OutputRow;
import io.mathscale.eval.score.Outputs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A few answers drawn at random, with their texts. */
final class SampleAnswers {
  /** So many right ones are drawn, and so many wrong ones. */
  private static final int EACH = 10;

  private final Outputs outputs;
  private final Dataset<Problem> benchmark;
  private final GraderName grader;

  SampleAnswers(Outputs outputs, Dataset<Problem> benchmark, GraderName grader) {
    this.outputs = outputs;
    this.benchmark = benchmark;
    this.grader = grader;
  }

  /**
   * Draws right answers and wrong ones.
   *
   * @param graded rows that have grades, each sample once
   * @param seed what the draw is a function of, with the answer
   */
  List<SampleAnswer> draw(Dataset<GradedRow> graded, long seed) {
    Column isRight = GradedRows.isRight(grader);
    Column draw = xxhash64(lit(seed), col("model"), col("dataset"), col("id"), col("sample"));
    Dataset<GradedRow> right = graded.where(isRight).orderBy(draw).limit(EACH);
    Dataset<GradedRow> wrong = graded.where(not(isRight)).orderBy(draw).limit(EACH);
    List<GradedRow> drawn = right.union(wrong).collectAsList();
    return drawn.isEmpty() ? List.of() : withTexts(drawn);
  }

  private List<SampleAnswer> withTexts(List<GradedRow> drawn) {
    Map<Place, OutputRow> texts = new HashMap<>();
    for (OutputRow output : outputs.of(drawn).collectAsList()) {
      texts.put(Place.of(output), output);
    }

    Map<ProblemKey, String> questions = questions(texts.values().stream().toList());
    List<SampleAnswer> answers = new ArrayList<>();
    for (GradedRow row : drawn) {
      OutputRow output = texts.get(Place.of(row));
      String question =
          output.question().isEmpty()
              ? questions.getOrDefault(new ProblemKey(row.dataset(), row.id()), "")
              : output.question();
      answers.add(
          new SampleAnswer(
              row.model(),
              row.dataset(),
              row.id(),
              row.isRight(grader),
              question,
              output.completion(),
              row.extracted(),
              row.reference(),
              row.rule()));
    }

    return answers;
  }

  /** The benchmark's questions of outputs that do not tell them. */
  private Map<ProblemKey, String> questions(List<OutputRow> outputs) {
    Object[] ids =
        outputs.stream()
            .filter(output -> output.question().isEmpty())
            .map(OutputRow::id)
            .distinct()
            .toArray();
    Map<ProblemKey, String> questions = new HashMap<>();
    if (ids.length > 0) {
      for (Row problem :
          benchmark
              .where(col("id").isin(ids))
              .select("dataset", "id", "question")
              .collectAsList()) {
        questions.put(
            new ProblemKey(problem.getString(0), problem.getString(1)), problem.getString(2));
      }
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
