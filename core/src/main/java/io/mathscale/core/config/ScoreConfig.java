package io.mathscale.core.config;

import java.util.List;

/**
 * Grading.
 *
 * @param average which rows and data sets count: {@code paper}, {@code icml}, {@code full}, or a
 *     group of the benchmark
 * @param cap rows counted of each data set in paper and icml
 * @param grader which grader ranks
 * @param maxUndecided share of the answers of a model to a data set that may be undecided without a
 *     warning
 * @param reportSamples answers that the report shows in full, at most
 * @param lmEvalSamples whether all answers are written as lm-evaluation-harness logs samples, too
 * @param judged whether judgements decide what the strict grader leaves undecided
 */
public record ScoreConfig(
    String average,
    long cap,
    GraderName grader,
    double maxUndecided,
    int reportSamples,
    boolean lmEvalSamples,
    boolean judged) {
  /** The averages of MWPBench's protocol. */
  public static final List<String> PUBLISHED_AVERAGES = List.of("paper", "icml", "full");

  public ScoreConfig {
    Check.atLeast("cap", 1, cap);
    Check.between("max-undecided", 0, 1, maxUndecided);
    Check.between("report-samples", 0, 1_000_000, reportSamples);
  }

  /** A grader. */
  public enum GraderName {
    /** Mathematical equivalence. */
    STRICT,
    /** The released rules, bit for bit. */
    MWPBENCH
  }
}
