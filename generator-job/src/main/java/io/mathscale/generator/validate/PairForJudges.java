package io.mathscale.generator.validate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.xxhash64;

import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.data.ValidationVerdict;
import io.mathscale.core.encoder.RecordEncoders;
import io.mathscale.core.judge.JudgedSolution;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;

/**
 * A pair that judges are asked about.
 *
 * @param id id of the pair
 * @param solution what a judge sees of it
 */
public record PairForJudges(String id, JudgedSolution solution) {
  /** Rows of this type, a column a component. */
  public static final Encoder<PairForJudges> ENCODER = RecordEncoders.of(PairForJudges.class);

  /**
   * All pairs that the votes leave open, and some that they decide.
   *
   * @param voted pairs with what the votes say
   * @param pairs the same pairs with their texts
   * @param check how many of those that votes decide, at most
   * @param seed what the choice of these is a function of
   */
  public static Dataset<PairForJudges> of(
      Dataset<VotedPair> voted, Dataset<GeneratedPair> pairs, int check, long seed) {
    Dataset<Row> open = named(voted.where(col("isOpen")));
    Column isDecided =
        col("validation.verdict")
            .isin(ValidationVerdict.AGREED.name(), ValidationVerdict.OUTVOTED.name());
    Dataset<Row> checked =
        named(voted.where(isDecided))
            .orderBy(xxhash64(lit(seed), col("id")), col("id"))
            .limit(check);
    return open.union(checked)
        .join(pairs.select("id", "question", "solution"), "id")
        .select(
            col("id"), struct(col("question"), col("reference"), col("solution")).as("solution"))
        .as(ENCODER);
  }

  /** All pairs, each to be compared with its own answer: about as long as what is asked. */
  public static Dataset<PairForJudges> all(Dataset<GeneratedPair> pairs) {
    return pairs
        .select(
            col("id"),
            struct(col("question"), col("answer").as("reference"), col("solution")).as("solution"))
        .as(ENCODER);
  }

  private static Dataset<Row> named(Dataset<VotedPair> voted) {
    return voted.select(col("validation.id").as("id"), col("reference"));
  }
}
