package io.mathscale.generator.refine;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;

import io.mathscale.core.data.RejectionReason;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;

/** The rule that a row of training data has a solution that is long enough. */
final class SolutionLength {
  private SolutionLength() {}

  /**
   * The same candidates, those without a solution or with a shorter one rejected.
   *
   * @param minChars characters that a solution must have, without spaces around it
   */
  static Dataset<Candidate> of(Dataset<Candidate> candidates, int minChars) {
    Column solutionLength = length(trim(col("pair.solution")));
    Dataset<Candidate> solved =
        RejectedCandidate.where(
            candidates,
            solutionLength.equalTo(0),
            RejectionReason.NO_SOLUTION,
            lit("a row must have a solution: there is none"));
    return RejectedCandidate.where(
        solved,
        solutionLength.lt(minChars),
        RejectionReason.TOO_SHORT,
        concat(
            lit("a solution must have at least " + minChars + " characters: "),
            solutionLength.cast("string")));
  }
}
