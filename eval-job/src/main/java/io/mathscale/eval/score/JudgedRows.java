package io.mathscale.eval.score;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.data.JudgeVerdict;
import io.mathscale.core.data.Judgement;
import io.mathscale.core.data.StrictVerdict;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Lets judges decide what the strict grader leaves undecided. */
final class JudgedRows {
  /** The rule of a verdict that is a judge's; no rule of the grader has the name. */
  static final String RULE = "JUDGE";

  /** A judgement is of an output with these, and of no text that has taken its place since. */
  private static final String[] KEY = {"dataset", "id", "model", "sample", "extracted", "length"};

  private static final String JUDGED = "judged";

  private JudgedRows() {}

  /**
   * The rows, of which those that are undecided have the verdict on which all judges agree.
   *
   * @param rows the columns of {@link GradedRow}, among others
   * @param judgements what judges say
   * @param judges how many were asked; one that gave no verdict does not agree
   */
  static Dataset<Row> of(Dataset<Row> rows, Dataset<Judgement> judgements, int judges) {
    Column isJudged =
        col("strict").equalTo(StrictVerdict.UNDECIDED.name()).and(col(JUDGED).isNotNull());
    return rows.join(broadcast(decided(judgements, judges)), KEY, "left")
        .withColumn("rule", when(isJudged, lit(RULE)).otherwise(col("rule")))
        .withColumn("strict", when(isJudged, col(JUDGED)).otherwise(col("strict")))
        .drop(JUDGED);
  }

  /** The verdicts on which all judges of an answer agree. */
  private static Dataset<Row> decided(Dataset<Judgement> judgements, int judges) {
    Column[] key = Arrays.stream(KEY).map(functions::col).toArray(Column[]::new);
    return judgements
        .groupBy(key)
        .agg(
            min("verdict").as(JUDGED),
            count_distinct(col("verdict")).as("verdicts"),
            count(lit(1)).as("judges"))
        .where(
            col("judges")
                .equalTo(judges)
                .and(col("verdicts").equalTo(1))
                .and(col(JUDGED).notEqual(JudgeVerdict.UNSURE.name())))
        .drop("verdicts", "judges");
  }
}
