package io.mathscale.eval.compare;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Answers to the same problem: those of each run and each that follows it in the order of names.
 */
public final class PairedAnswers {
  private static final Column FIRST_RIGHT = col("first.right");
  private static final Column SECOND_RIGHT = col("second.right");

  private static final Column FIRST_SHARE = col("first.share");
  private static final Column SECOND_SHARE = col("second.share");
  private static final Column DIFFERENCE = SECOND_SHARE.minus(FIRST_SHARE);

  private PairedAnswers() {}

  /** Rows of two answers, as {@code first} and {@code second}. */
  public static Dataset<Row> of(Dataset<RunAnswer> answers) {
    Column isSameProblem =
        col("first.dataset")
            .equalTo(col("second.dataset"))
            .and(col("first.id").equalTo(col("second.id")))
            .and(col("first.run").lt(col("second.run")));
    return answers.alias("first").join(answers.alias("second"), isSameProblem);
  }

  /** How the runs do against each other, by data set. */
  public static Dataset<RunPairing> pairings(Dataset<Row> pairs) {
    return pairs
        .groupBy(
            col("first.run").as("first"),
            col("second.run").as("second"),
            col("first.dataset").as("dataset"))
        .agg(
            number(FIRST_RIGHT.and(SECOND_RIGHT)).as("both"),
            number(FIRST_RIGHT.and(not(SECOND_RIGHT))).as("onlyFirst"),
            number(not(FIRST_RIGHT).and(SECOND_RIGHT)).as("onlySecond"),
            number(not(FIRST_RIGHT).and(not(SECOND_RIGHT))).as("neither"),
            billionths(FIRST_SHARE).as("firstShares"),
            billionths(SECOND_SHARE).as("secondShares"),
            billionths(DIFFERENCE.multiply(DIFFERENCE)).as("squares"))
        .as(RunPairing.ENCODER);
  }

  /** The problems that one run has right and the other has not. */
  public static Dataset<Flip> flips(Dataset<Row> pairs) {
    return pairs
        .where(FIRST_RIGHT.notEqual(SECOND_RIGHT))
        .select(
            col("first.run").as("first"),
            col("second.run").as("second"),
            col("first.dataset").as("dataset"),
            col("first.id").as("id"),
            SECOND_RIGHT.as("isGain"),
            col("first.extracted").as("firstAnswer"),
            col("second.extracted").as("secondAnswer"),
            col("first.reference").as("reference"))
        .as(Flip.ENCODER);
  }

  /** A sum of whole numbers, which is the same in any order. */
  private static Column billionths(Column share) {
    return sum(round(share.multiply(1e9)).cast("long"));
  }

  private static Column number(Column of) {
    return sum(of.cast("long"));
  }
}
