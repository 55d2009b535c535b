package io.mathscale.core.config;

/**
 * Grading.
 *
 * @param average which rows and data sets count
 * @param cap rows counted of each data set in paper and icml
 * @param grader which grader ranks
 * @param maxUndecided share of the answers of a model to a data set that may be undecided without a
 *     warning
 */
public record ScoreConfig(Average average, long cap, GraderName grader, double maxUndecided) {
  public ScoreConfig {
    Check.atLeast("cap", 1, cap);
    Check.between("max-undecided", 0, 1, maxUndecided);
  }

  /** Which rows and data sets count (MWPBench protocol). */
  public enum Average {
    /** Ten sets, capped: the numbers of the first version of the paper. */
    PAPER,
    /** Nine sets, capped: without AGIEval-Math. */
    ICML,
    /** Every row. */
    FULL
  }

  /** A grader. */
  public enum GraderName {
    /** Mathematical equivalence. */
    STRICT,
    /** The released rules, bit for bit. */
    MWPBENCH
  }
}
