package io.mathscale.generator.refine;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.data.Duplicate;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.RowOrRejection;
import io.mathscale.generator.benchmark.BenchmarkQuestion;
import io.mathscale.generator.quality.QualityRules;
import org.apache.spark.sql.Dataset;

/**
 * Parts candidates into training data and rejections by rules, one after the other: what a row is
 * by itself, whether it is in the benchmark, whether it repeats another row that stays. The first
 * rule that a candidate breaks is the reason of its rejection.
 */
public final class RefinedRows {
  private RefinedRows() {}

  /**
   * The candidates, those rejected that break a rule about a single row.
   *
   * @param benchmark questions that must not be in the training data
   * @param rules the quality rules
   */
  public static Dataset<Candidate> judged(
      Dataset<Candidate> candidates, Dataset<BenchmarkQuestion> benchmark, QualityRules rules) {
    Dataset<Candidate> judged = JudgedCandidates.of(candidates, rules);
    return ExactContamination.of(judged, benchmark);
  }

  /**
   * A row for each candidate.
   *
   * @param judged candidates that the other rules have seen
   * @param duplicates those that ask what another asks
   * @param count rows of the duplicates
   */
  public static Dataset<RowOrRejection<QaPair>> of(
      Dataset<Candidate> judged, Dataset<Duplicate> duplicates, long count) {
    return DuplicateQuestions.of(judged, duplicates, count)
        .select(
            when(col("rejected").isNull(), col("pair")).as(RowOrRejection.VALUE),
            col("rejected").as(RowOrRejection.REJECTED))
        .as(RowOrRejection.encoder(QaPair.ENCODER));
  }
}
