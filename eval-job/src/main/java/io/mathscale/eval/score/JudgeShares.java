package io.mathscale.eval.score;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.data.JudgeVerdict;
import io.mathscale.core.data.Judgement;
import io.mathscale.core.data.StrictVerdict;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;

/** How many verdicts on each model's answers are a judge's, and how far judges can be trusted. */
public final class JudgeShares {
  private static final Share NONE = new Share(0, 0, 0, 0, 0);

  private final Map<String, Share> byModel = new HashMap<>();

  /**
   * The verdicts on one model.
   *
   * @param rows verdicts
   * @param judged those that are a judge's
   * @param right those of them that are right
   * @param checked judgements of answers that both judge and strict grader decide
   * @param agreed those of them in which the two agree
   */
  public record Share(long rows, long judged, long right, long checked, long agreed) {
    private Share plus(Share other) {
      return new Share(
          rows + other.rows,
          judged + other.judged,
          right + other.right,
          checked + other.checked,
          agreed + other.agreed);
    }
  }

  private JudgeShares() {}

  /**
   * Counts.
   *
   * @param counts the verdicts by rule
   * @param judgements what judges say
   */
  public static JudgeShares of(List<VerdictCount> counts, Dataset<Judgement> judgements) {
    JudgeShares shares = new JudgeShares();
    for (VerdictCount count : counts) {
      long judged = count.rule().equals(JudgedRows.RULE) ? count.rows() : 0;
      long right = count.strict() == StrictVerdict.RIGHT ? judged : 0;
      shares.add(count.model(), new Share(count.rows(), judged, right, 0, 0));
    }

    Column isAgreed = col("strict").equalTo(col("verdict"));
    judgements
        .where(
            col("strict")
                .notEqual(StrictVerdict.UNDECIDED.name())
                .and(col("verdict").notEqual(JudgeVerdict.UNSURE.name())))
        .groupBy("model")
        .agg(count(lit(1)), sum(when(isAgreed, 1L).otherwise(0L)))
        .collectAsList()
        .forEach(
            row ->
                shares.add(row.getString(0), new Share(0, 0, 0, row.getLong(1), row.getLong(2))));
    return shares;
  }

  private void add(String model, Share share) {
    byModel.merge(model, share, Share::plus);
  }

  /** The verdicts on a model. */
  public Share of(String model) {
    return byModel.getOrDefault(model, NONE);
  }

  /** The verdicts on all models, as a line for people. */
  public String text() {
    Share all = byModel.values().stream().reduce(NONE, Share::plus);
    return String.format(
        Locale.ROOT,
        "score: %,d of %,d verdicts are a judge's, %,d of them right; judge and strict grader agree"
            + " on %,d of %,d answers that both decide",
        all.judged(),
        all.rows(),
        all.right(),
        all.agreed(),
        all.checked());
  }
}
