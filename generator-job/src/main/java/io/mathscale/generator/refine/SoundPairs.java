package io.mathscale.generator.refine;

import io.mathscale.core.data.GeneratedPair;
import io.mathscale.generator.quality.QualityRules;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Dataset;

/** Leaves out pairs that are rejected for what they are by themselves, before they cost more. */
public final class SoundPairs {
  private SoundPairs() {}

  /** The pairs that no quality rule rejects. */
  public static Dataset<GeneratedPair> of(Dataset<GeneratedPair> pairs, QualityRules rules) {
    FilterFunction<GeneratedPair> isSound =
        pair -> rules.judge(Candidates.of(pair).pair()).violation().isEmpty();
    return pairs.filter(isSound);
  }
}
