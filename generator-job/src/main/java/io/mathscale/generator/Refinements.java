package io.mathscale.generator;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.generator.seeds.BenchmarkQuestion;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Parts candidates into training data and rejections: no or too short a solution, a question of the
 * benchmark, a question that a candidate of a lower id asks. The reasons go in this order, so that
 * no row is the duplicate of one that is rejected itself.
 */
final class Refinements {
  private Refinements() {}

  /**
   * A row for each candidate.
   *
   * @param benchmark questions that must not be in the training data
   * @param minSolutionChars a shorter solution is rejected
   */
  static Dataset<Refinement> of(
      Dataset<Candidate> candidates, Dataset<BenchmarkQuestion> benchmark, int minSolutionChars) {
    Dataset<Row> problems = benchmark.groupBy("key").agg(min("problem").as("problem"));
    Column solutionLength = length(trim(col("pair.solution")));
    Column ownReason =
        when(solutionLength.equalTo(0), RejectionReason.NO_SOLUTION.name())
            .when(solutionLength.lt(minSolutionChars), RejectionReason.TOO_SHORT.name())
            .when(col("problem").isNotNull(), RejectionReason.IN_BENCHMARK.name());
    Dataset<Row> examined =
        candidates.join(broadcast(problems), "key", "left").withColumn("ownReason", ownReason);

    WindowSpec sameQuestion =
        Window.partitionBy(col("key"), col("ownReason").isNull()).orderBy("pair.id");
    Column isLater = col("ownReason").isNull().and(row_number().over(sameQuestion).gt(1));
    Dataset<Row> judged =
        examined
            .withColumn("firstId", first("pair.id").over(sameQuestion))
            .withColumn("later", when(isLater, RejectionReason.DUPLICATE.name()))
            .withColumn("reason", coalesce(col("ownReason"), col("later")));
    return judged
        .select(
            when(col("reason").isNull(), col("pair")).as("pair"),
            when(col("reason").isNotNull(), rejected(minSolutionChars)).as("rejected"))
        .as(Refinement.ENCODER);
  }

  private static Column rejected(int minSolutionChars) {
    Column solutionLength = length(trim(col("pair.solution")));
    Column detail =
        when(is(RejectionReason.NO_SOLUTION), lit("a row must have a solution: there is none"))
            .when(
                is(RejectionReason.TOO_SHORT),
                concat(
                    lit("a solution must have at least " + minSolutionChars + " characters: "),
                    solutionLength.cast("string")))
            .when(
                is(RejectionReason.IN_BENCHMARK),
                concat(lit("the same question as the problem "), col("problem")))
            .otherwise(concat(lit("the same question as "), col("firstId")));
    Column origin =
        when(
                col("pair.composition").notEqual(""),
                concat(lit("composition "), col("pair.composition")))
            .otherwise(concat(lit("seed "), col("pair.id")));
    return struct(
        col("pair.id").as("id"),
        lit(Refine.NAME).as("stage"),
        col("reason").as("reason"),
        detail.as("detail"),
        origin.as("origin"),
        substring(col("pair.question"), 1, Rejected.MAX_CONTENT).as("content"));
  }

  private static Column is(RejectionReason reason) {
    return col("reason").equalTo(reason.name());
  }
}
