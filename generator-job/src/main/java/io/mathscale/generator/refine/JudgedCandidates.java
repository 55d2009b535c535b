package io.mathscale.generator.refine;

import io.mathscale.core.data.QaPair;
import io.mathscale.generator.quality.JudgedPair;
import io.mathscale.generator.quality.QualityRules;
import io.mathscale.generator.quality.Violation;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;

/** The quality rules, all in one pass over the candidates. */
final class JudgedCandidates {
  private JudgedCandidates() {}

  /** The same candidates with what the rules measured, those that break one rejected. */
  static Dataset<Candidate> of(Dataset<Candidate> candidates, QualityRules rules) {
    MapFunction<Candidate, Candidate> judge = candidate -> judged(candidate, rules);
    return candidates.map(judge, Candidate.ENCODER);
  }

  private static Candidate judged(Candidate candidate, QualityRules rules) {
    if (candidate.rejected() != null) {
      return candidate;
    }

    JudgedPair judged = rules.judge(candidate.pair());
    QaPair pair = candidate.pair().withQuality(judged.quality());
    Violation violation = judged.violation().orElse(null);
    return new Candidate(
        pair,
        violation == null
            ? null
            : RejectedCandidate.of(pair, violation.reason(), violation.evidence()));
  }
}
