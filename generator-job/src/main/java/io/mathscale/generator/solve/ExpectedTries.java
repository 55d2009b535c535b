package io.mathscale.generator.solve;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.mathscale.core.data.PassRate;
import io.mathscale.core.data.TryOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many tries a rule asks for at a question, told before they are asked.
 *
 * @param mean of all questions
 * @param basis what it comes of, for people
 */
public record ExpectedTries(double mean, String basis) {
  /**
   * Share of tries that are right where nothing is known: 69 of 100 of the paper's teacher were
   * (MathScale, section 3.4).
   */
  private static final double RIGHT = 0.7;

  private static final int SIMULATED_QUESTIONS = 20_000;

  /** By a simulation in which each question has the same pass rate. */
  public static ExpectedTries assumed(SolveRule rule) {
    SplittableRandom random = new SplittableRandom(1);
    long tries = 0;
    for (int question = 0; question < SIMULATED_QUESTIONS; question++) {
      tries += tries(rule.forQuestion("question " + question), random);
    }

    return new ExpectedTries(
        (double) tries / SIMULATED_QUESTIONS,
        String.format(
            Locale.ROOT,
            "if %.0f %% of tries at each question are right (an assumption)",
            100 * RIGHT));
  }

  private static int tries(SolveRule rule, SplittableRandom random) {
    List<TryOutcome> outcomes = new ArrayList<>();
    for (int next = Course.of(outcomes, rule).next();
        next > 0;
        next = Course.of(outcomes, rule).next()) {
      for (int i = 0; i < next; i++) {
        outcomes.add(random.nextDouble() < RIGHT ? TryOutcome.RIGHT : TryOutcome.WRONG);
      }
    }

    return outcomes.size();
  }

  /**
   * By what the same rule has asked the same model for before.
   *
   * @return empty where it has asked for nothing
   */
  public static Optional<ExpectedTries> seen(
      Dataset<PassRate> rates, SolveRule rule, String model) {
    Row asked =
        rates
            .where(col("rule").equalTo(rule.label()).and(col("model").equalTo(model)))
            .agg(count(lit(1)), avg(col("tries").plus(col("unanswered")).plus(col("unused"))))
            .head();
    return asked.getLong(0) == 0
        ? Optional.empty()
        : Optional.of(
            new ExpectedTries(
                asked.getDouble(1),
                String.format(
                    Locale.ROOT,
                    "as the %,d questions of table pass_rates took",
                    asked.getLong(0))));
  }
}
