package io.mathscale.generator.refine;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.data.Contamination;
import io.mathscale.core.data.Duplicate;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.RowOrRejection;
import io.mathscale.core.data.Validation;
import io.mathscale.generator.quality.QualityRules;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;

/**
 * Parts candidates into training data and rejections by rules, one after the other: what a row is
 * by itself, whether it is in the benchmark, whether it repeats another row that stays. The first
 * rule that a candidate breaks is the reason of its rejection.
 */
public final class RefinedRows {
  private RefinedRows() {}

  /**
   * The candidates, those rejected that break a rule about a single row, with the problems of the
   * benchmark that they ask. Those of each source go through all rules before they meet the others:
   * so a row is made into an object once, and the code of it is sent with the tasks once.
   *
   * @param pairs generated ones
   * @param validations what fresh solutions say of them, if any were asked for
   * @param others those that fresh solutions say nothing of, by source
   * @param rules the quality rules
   * @param validation what becomes of rows that they do not agree with
   * @param decontamination what holds candidates against the benchmark
   */
  public static Dataset<ScreenedCandidate> screened(
      Dataset<Candidate> pairs,
      Optional<Dataset<Validation>> validations,
      List<Dataset<Candidate>> others,
      QualityRules rules,
      ValidationRule validation,
      Decontamination decontamination) {
    Dataset<ScreenedCandidate> screened =
        decontamination.of(
            validations
                .map(votes -> JudgedCandidates.validated(pairs, votes, rules, validation))
                .orElseGet(() -> JudgedCandidates.of(pairs, rules, validation)));
    for (Dataset<Candidate> other : others) {
      screened = screened.union(decontamination.of(JudgedCandidates.of(other, rules, validation)));
    }

    return screened;
  }

  /** The candidates alone. */
  public static Dataset<Candidate> judged(Dataset<ScreenedCandidate> screened) {
    return screened.select("candidate.*").as(Candidate.ENCODER);
  }

  /** A row for each problem that a candidate asks. */
  public static Dataset<Contamination> contamination(Dataset<ScreenedCandidate> screened) {
    return screened
        .select(explode(col("contamination")).as("found"))
        .select("found.*")
        .as(Contamination.ENCODER);
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
