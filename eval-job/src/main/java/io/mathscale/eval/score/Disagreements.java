package io.mathscale.eval.score;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.data.StrictVerdict;
import io.mathscale.core.data.Verdict;
import io.mathscale.core.workspace.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;

/** The answers that one grader calls right and the other wrong. */
public final class Disagreements {
  /** Where they are written; UNDECIDED is no disagreement. */
  public static final Table<Verdict> TABLE =
      new Table<>("disagreements", Verdict.ENCODER, 2, "score");

  private Disagreements() {}

  /** Those among verdicts. */
  public static Dataset<Verdict> among(Dataset<Verdict> verdicts) {
    Column isStrictlyRight = col("strict").equalTo(StrictVerdict.RIGHT.name());
    Column isStrictlyWrong = col("strict").equalTo(StrictVerdict.WRONG.name());
    Column isReleasedRight = col("mwpbench");
    return verdicts.where(
        isReleasedRight
            .and(isStrictlyWrong)
            .or(isReleasedRight.equalTo(false).and(isStrictlyRight)));
  }
}
