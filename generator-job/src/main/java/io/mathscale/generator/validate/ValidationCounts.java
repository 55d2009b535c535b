package io.mathscale.generator.validate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.data.JudgeVerdict;
import io.mathscale.core.data.Validation;
import io.mathscale.core.data.ValidationVerdict;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What became of the pairs, and what it took.
 *
 * @param pairs by verdict
 * @param tries fresh solutions asked for
 * @param cost US dollars
 * @param judges what judges said
 */
public record ValidationCounts(
    Map<ValidationVerdict, Long> pairs, long tries, BigDecimal cost, Judges judges) {
  /**
   * What judges said, and how far they can be trusted.
   *
   * @param asked pairs that they were asked about
   * @param right those of them that are agreed to by judges
   * @param wrong those of them that judges call wrong
   * @param checked judgements of pairs that votes decide as well
   * @param agreed those of them in which judge and votes agree
   */
  public record Judges(long asked, long right, long wrong, long checked, long agreed) {
    private static final Judges NONE = new Judges(0, 0, 0, 0, 0);

    /** With the pairs of one verdict. */
    private Judges plus(ValidationVerdict verdict, Row counts) {
      long said = counts.getAs("saidRight");
      long contradicted = counts.getAs("saidWrong");
      boolean isAgreed = verdict == ValidationVerdict.AGREED;
      boolean isOutvoted = verdict == ValidationVerdict.OUTVOTED;
      long decided = counts.getAs("decided");
      return new Judges(
          asked + counts.<Long>getAs("asked"),
          right + (isAgreed ? decided : 0),
          wrong + (isOutvoted ? decided : 0),
          checked + (isAgreed || isOutvoted ? said + contradicted : 0),
          agreed + (isAgreed ? said : isOutvoted ? contradicted : 0));
    }

    private String text() {
      return asked == 0
          ? ""
          : String.format(
              Locale.ROOT,
              "; judges decide %,d that votes leave open, %,d of them AGREED; judge and grader agree"
                  + " on %,d of %,d pairs that both decide",
              right + wrong,
              right,
              agreed,
              checked);
    }
  }

  /** Counts a table, in one pass. */
  public static ValidationCounts of(Dataset<Validation> validations) {
    Map<ValidationVerdict, Long> pairs = new EnumMap<>(ValidationVerdict.class);
    long tries = 0;
    BigDecimal cost = BigDecimal.ZERO;
    Judges judges = Judges.NONE;
    for (Row row :
        validations
            .groupBy("verdict")
            .agg(
                count(lit(1)).as("pairs"),
                sum("tries").as("tries"),
                sum("cost").as("cost"),
                count_if(size(col("judgements")).gt(0)).as("asked"),
                count_if(col("isJudged")).as("decided"),
                checked(JudgeVerdict.RIGHT).as("saidRight"),
                checked(JudgeVerdict.WRONG).as("saidWrong"))
            .collectAsList()) {
      ValidationVerdict verdict = ValidationVerdict.valueOf(row.getAs("verdict"));
      pairs.put(verdict, row.getAs("pairs"));
      tries += row.<Long>getAs("tries");
      cost = cost.add(row.getAs("cost"));
      judges = judges.plus(verdict, row);
    }

    return new ValidationCounts(pairs, tries, cost, judges);
  }

  /** Judgements that say so of pairs that judges do not decide. */
  private static Column checked(JudgeVerdict said) {
    Column judgements =
        filter(col("judgements"), judgement -> judgement.getField("verdict").equalTo(said.name()));
    return sum(when(not(col("isJudged")), size(judgements)).otherwise(0));
  }

  /** Pairs whose answer is agreed to. */
  public long agreed() {
    return pairs.getOrDefault(ValidationVerdict.AGREED, 0L);
  }

  /**
   * The counts for people.
   *
   * @param all pairs, those that were not asked included
   * @param useless fresh solutions without an answer, by reason
   */
  public String text(long all, SortedMap<String, Long> useless) {
    long validated = pairs.values().stream().mapToLong(Long::longValue).sum();
    String verdicts =
        pairs.entrySet().stream()
            .map(entry -> String.format(Locale.ROOT, "%s %,d", entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
    String text =
        String.format(
            Locale.ROOT,
            "%,d pairs by %,d fresh solutions for $%.4f: %s; $%.6f for each that is agreed to",
            validated,
            tries,
            cost,
            verdicts.isEmpty() ? "none" : verdicts,
            cost.doubleValue() / Math.max(1, agreed()));
    String notAsked =
        all == validated
            ? ""
            : String.format(
                Locale.ROOT,
                "; %,d pairs break a rule of refine.quality: not asked",
                all - validated);
    return text
        + judges.text()
        + notAsked
        + (useless.isEmpty() ? "" : "; without an answer: " + useless);
  }
}
