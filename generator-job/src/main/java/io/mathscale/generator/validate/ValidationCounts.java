package io.mathscale.generator.validate;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.mathscale.core.data.Validation;
import io.mathscale.core.data.ValidationVerdict;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What became of the pairs, and what it took.
 *
 * @param pairs by verdict
 * @param tries fresh solutions asked for
 * @param cost US dollars
 */
public record ValidationCounts(Map<ValidationVerdict, Long> pairs, long tries, BigDecimal cost) {
  /** Counts a table. */
  public static ValidationCounts of(Dataset<Validation> validations) {
    Map<ValidationVerdict, Long> pairs = new EnumMap<>(ValidationVerdict.class);
    long tries = 0;
    BigDecimal cost = BigDecimal.ZERO;
    for (Row row :
        validations
            .groupBy("verdict")
            .agg(count(lit(1)), sum("tries"), sum("cost"))
            .collectAsList()) {
      pairs.put(ValidationVerdict.valueOf(row.getString(0)), row.getLong(1));
      tries += row.getLong(2);
      cost = cost.add(row.getDecimal(3));
    }

    return new ValidationCounts(pairs, tries, cost);
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
    return text + notAsked + (useless.isEmpty() ? "" : "; without an answer: " + useless);
  }
}
