package io.mathscale.generator.refine;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import io.mathscale.core.data.RejectionReason;
import io.mathscale.generator.benchmark.BenchmarkQuestion;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The rule that no question of the benchmark is in the training data, equal in normal form. */
final class ExactContamination {
  private ExactContamination() {}

  /**
   * The same candidates, those that ask a question of the benchmark rejected.
   *
   * @param benchmark the questions, few enough to be sent to every task
   */
  static Dataset<Candidate> of(
      Dataset<Candidate> candidates, Dataset<BenchmarkQuestion> benchmark) {
    Dataset<Row> problems = benchmark.groupBy("key").agg(min("problem").as("problem"));
    return RejectedCandidate.where(
        candidates.join(broadcast(problems), "key", "left"),
        col("problem").isNotNull(),
        RejectionReason.IN_BENCHMARK,
        concat(lit("the same question as the problem "), col("problem")));
  }
}
