package io.mathscale.generator.validate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;

import io.mathscale.core.data.Validation;
import io.mathscale.core.data.ValidationVerdict;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * About how many pairs judges are asked, told before fresh solutions are.
 *
 * @param open share of the pairs with an answer that votes leave open
 * @param basis what it comes of, for people
 */
public record ExpectedJudgements(double open, String basis) {
  /** Where nothing is known: what the grader cannot tell apart is rare. */
  public static ExpectedJudgements assumed() {
    return new ExpectedJudgements(
        0, "judges are asked where there is no answer to vote on, and to check votes");
  }

  /** By what judges were asked about before, or else what they would have been. */
  public static ExpectedJudgements seen(Dataset<Validation> validations) {
    Column isOpen =
        col("isJudged")
            .or(
                size(col("judgements"))
                    .gt(0)
                    .and(
                        col("verdict")
                            .isin(
                                ValidationVerdict.SPLIT.name(),
                                ValidationVerdict.UNDECIDED.name())));
    Row counts = validations.where(col("tries").gt(0)).agg(count(lit(1)), count_if(isOpen)).head();
    long voted = counts.getLong(0);
    return voted == 0
        ? assumed()
        : new ExpectedJudgements(
            (double) counts.getLong(1) / voted,
            String.format(
                Locale.ROOT,
                "judges are asked about the %.1f %% that votes leave open, where there is no answer"
                    + " to vote on, and to check votes",
                100.0 * counts.getLong(1) / voted));
  }

  /**
   * How many pairs one judge is asked about.
   *
   * @param pairs all of them
   * @param unanswered those of them that have no answer to vote on
   * @param check of those that votes decide, so many are judged as well, at most
   */
  public double pairs(long pairs, long unanswered, long check) {
    double answered = pairs - unanswered;
    return unanswered + answered * open + Math.min((double) check, answered * (1 - open));
  }
}
