package io.mathscale.generator.refine;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import io.mathscale.core.data.RejectionReason;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The rule that a question is in the training data once: of the candidates that ask the same one a
 * seed stays, whose solution is its author's, or else that of the lowest id. No candidate is the
 * duplicate of one that is rejected itself, so this rule comes last.
 */
final class ExactDuplicates {
  private ExactDuplicates() {}

  /** The same candidates, those that ask what one before them asks rejected. */
  static Dataset<Candidate> of(Dataset<Candidate> candidates) {
    WindowSpec sameQuestion =
        Window.partitionBy(col("key"), col("rejected").isNull())
            .orderBy(col("pair.origin").equalTo(Candidates.SEED).desc(), col("pair.id"));
    Dataset<Row> numbered =
        candidates
            .withColumn("firstId", first("pair.id").over(sameQuestion))
            .withColumn("place", row_number().over(sameQuestion));
    return RejectedCandidate.where(
        numbered,
        col("place").gt(1),
        RejectionReason.DUPLICATE,
        concat(lit("the same question as "), col("firstId")));
  }
}
