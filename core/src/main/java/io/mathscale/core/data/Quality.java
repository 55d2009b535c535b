package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * What the quality rules measured in a row of training data. What a rule that is switched off would
 * have measured is empty, or 0.
 *
 * @param flags names of the rules that the row breaks and that only flag, in the rules' order
 * @param questionChars characters of the question, without white space around it
 * @param solutionChars characters of the solution, without white space around it
 * @param language ISO 639-1 code of the language that the row is written in; empty where it says
 *     too little to tell
 * @param repetition share of the solution's words that only repeat a run of words before them
 * @param equalities equalities of numbers in the solution that were computed
 * @param falseEqualities those of them that are false, as they stand in the solution
 * @param answerAgreement how the boxed answer and that of the last line compare: {@code agree},
 *     {@code disagree}, or {@code undecided}; empty where there are no two answers
 */
public record Quality(
    List<String> flags,
    int questionChars,
    int solutionChars,
    String language,
    double repetition,
    int equalities,
    List<String> falseEqualities,
    String answerAgreement) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Quality> ENCODER = RecordEncoders.of(Quality.class);

  /** Nothing was measured. */
  public static final Quality NONE = new Quality(List.of(), 0, 0, "", 0, 0, List.of(), "");

  /** Copies the lists. */
  public Quality {
    flags = List.copyOf(flags);
    falseEqualities = List.copyOf(falseEqualities);
  }
}
