package io.mathscale.eval.score;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.data.StrictVerdict;
import io.mathscale.core.data.Verdict;
import io.mathscale.core.workspace.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;

/** The verdicts that people should look at, in tables of their own. */
public final class ListedVerdicts {
  /** Answers that one grader calls right and the other wrong; UNDECIDED is no disagreement. */
  public static final Table<Verdict> DISAGREEMENTS = table("disagreements");

  /** Answers of which the strict grader cannot tell. */
  public static final Table<Verdict> UNDECIDED = table("undecided");

  /** Answers that were truncated at the token limit. */
  public static final Table<Verdict> TRUNCATED = table("truncated");

  private ListedVerdicts() {}

  private static Table<Verdict> table(String name) {
    return new Table<>(name, Verdict.ENCODER, 2, "score");
  }

  /** Those on which the graders disagree. */
  public static Dataset<Verdict> disagreements(Dataset<Verdict> verdicts) {
    Column isStrictlyRight = is(StrictVerdict.RIGHT);
    Column isStrictlyWrong = is(StrictVerdict.WRONG);
    Column isReleasedRight = col("mwpbench");
    return verdicts.where(
        isReleasedRight
            .and(isStrictlyWrong)
            .or(isReleasedRight.equalTo(false).and(isStrictlyRight)));
  }

  /** Those of which the strict grader cannot tell. */
  public static Dataset<Verdict> undecided(Dataset<Verdict> verdicts) {
    return verdicts.where(is(StrictVerdict.UNDECIDED));
  }

  /** Those on texts that were truncated. */
  public static Dataset<Verdict> truncated(Dataset<Verdict> verdicts) {
    return verdicts.where(col("isTruncated"));
  }

  private static Column is(StrictVerdict verdict) {
    return col("strict").equalTo(verdict.name());
  }
}
