package io.mathscale.generator.solve;

import io.mathscale.core.data.PassRate;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.Solution;
import io.mathscale.core.encoder.RecordEncoders;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * What came of all tries of a model at a question.
 *
 * @param passRate how often it was solved
 * @param solutions the solutions that are kept
 * @param rejected where it was never solved, the row that says so; else null
 */
public record SolvedQuestion(PassRate passRate, List<Solution> solutions, Rejected rejected) {
  /** Rows of this type, a column a component. */
  public static final Encoder<SolvedQuestion> ENCODER = RecordEncoders.of(SolvedQuestion.class);

  /** Copies the list. */
  public SolvedQuestion {
    solutions = List.copyOf(solutions);
  }
}
