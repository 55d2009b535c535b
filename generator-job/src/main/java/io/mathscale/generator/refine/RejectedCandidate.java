package io.mathscale.generator.refine;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.workspace.Tables;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;

/** Puts rejections on candidates. */
final class RejectedCandidate {
  private static final String COMMAND = Tables.MATHSCALEQA.producer();

  private RejectedCandidate() {}

  /** The rejection of a row. */
  static Rejected of(QaPair pair, RejectionReason reason, String detail) {
    String origin =
        pair.composition().isEmpty()
            ? (pair.origin().equals(Candidates.SOLVED) ? "solution " : "seed ") + pair.id()
            : "composition " + pair.composition();
    return new Rejected(pair.id(), COMMAND, reason, detail, origin, pair.question(), pair.call());
  }

  /**
   * The same candidates, where those that break a rule and were not rejected before are rejected.
   *
   * @param breaksRule whether a candidate breaks the rule
   * @param reason name of the reason why it is rejected then
   * @param detail more about it
   */
  static Dataset<Candidate> where(
      Dataset<?> candidates, Column breaksRule, Column reason, Column detail) {
    Column isNew = col("rejected").isNull().and(breaksRule);
    return candidates
        .withColumn("rejected", when(isNew, rejected(reason, detail)).otherwise(col("rejected")))
        .select("pair", "rejected")
        .as(Candidate.ENCODER);
  }

  private static Column rejected(Column reason, Column detail) {
    Column origin =
        when(
                col("pair.composition").notEqual(""),
                concat(lit("composition "), col("pair.composition")))
            .when(
                col("pair.origin").equalTo(Candidates.SOLVED),
                concat(lit("solution "), col("pair.id")))
            .otherwise(concat(lit("seed "), col("pair.id")));
    return struct(
        col("pair.id").as("id"),
        lit(COMMAND).as("stage"),
        reason.as("reason"),
        detail.as("detail"),
        origin.as("origin"),
        substring(col("pair.question"), 1, Rejected.MAX_CONTENT).as("content"),
        col("pair.call").as("call"));
  }
}
