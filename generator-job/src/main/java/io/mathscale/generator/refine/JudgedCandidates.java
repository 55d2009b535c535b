package io.mathscale.generator.refine;

import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.Validation;
import io.mathscale.generator.quality.JudgedPair;
import io.mathscale.generator.quality.QualityRules;
import io.mathscale.generator.quality.Violation;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import scala.Tuple2;

/** The rules about a row by itself, all in one pass over the candidates. */
final class JudgedCandidates {
  private JudgedCandidates() {}

  /** The same candidates with what the rules measured, those that break one rejected. */
  static Dataset<Candidate> of(
      Dataset<Candidate> candidates, QualityRules rules, ValidationRule validation) {
    MapFunction<Candidate, Candidate> judge = row -> judged(row, null, rules, validation);
    return candidates.map(judge, Candidate.ENCODER);
  }

  /**
   * The same candidates with what the rules measured and with what fresh solutions say of them,
   * those that break a rule rejected.
   *
   * @param validations what fresh solutions say of rows; one counts for the row of the same call
   */
  static Dataset<Candidate> validated(
      Dataset<Candidate> candidates,
      Dataset<Validation> validations,
      QualityRules rules,
      ValidationRule validation) {
    MapFunction<Tuple2<Candidate, Validation>, Candidate> judge =
        row -> judged(row._1(), row._2(), rules, validation);
    Column isSame =
        candidates
            .col("pair.id")
            .equalTo(validations.col("id"))
            .and(candidates.col("pair.call").equalTo(validations.col("call")));
    return candidates.joinWith(validations, isSame, "left_outer").map(judge, Candidate.ENCODER);
  }

  private static Candidate judged(
      Candidate candidate, Validation votes, QualityRules rules, ValidationRule validation) {
    if (candidate.rejected() != null) {
      return candidate;
    }

    QaPair validated =
        VotedDifficulty.on(validation.applied(candidate.pair(), votes), candidate.pair(), votes);
    JudgedPair judged = rules.judge(validated);
    QaPair pair = validated.withQuality(judged.quality());
    Violation violation = judged.violation().orElse(null);
    Rejected rejected =
        violation == null
            ? validation.rejection(pair, votes).orElse(null)
            : RejectedCandidate.of(pair, violation.reason(), violation.evidence());
    return new Candidate(pair, rejected);
  }
}
