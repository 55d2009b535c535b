package io.mathscale.generator.validate;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.data.Validation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many fresh solutions a stopping rule asks for, told before they are asked.
 *
 * @param shares share of the pairs for which each fresh solution is asked, the first at place 0
 * @param basis what they come of, for people
 */
public record ExpectedVotes(List<Double> shares, String basis) {
  /**
   * Share of answers that are right, of a pair and of a fresh solution, where nothing is known: 69
   * of 100 of the paper's teacher were (MathScale, section 3.4).
   */
  private static final double RIGHT = 0.7;

  /** Their mean is then known to a hundredth. */
  private static final int SIMULATED_PAIRS = 20_000;

  /** Copies the list. */
  public ExpectedVotes {
    shares = List.copyOf(shares);
  }

  /**
   * By a simulation in which one answer is as often right as another, and no two wrong ones are
   * alike.
   */
  public static ExpectedVotes assumed(StoppingRule rule) {
    long[] asked = new long[rule.most()];
    SplittableRandom random = new SplittableRandom(1);
    for (int pair = 0; pair < SIMULATED_PAIRS; pair++) {
      int tries = tries(rule, random);
      for (int i = 0; i < tries; i++) {
        asked[i]++;
      }
    }

    return new ExpectedVotes(
        Arrays.stream(asked).mapToObj(count -> (double) count / SIMULATED_PAIRS).toList(),
        String.format(
            Locale.ROOT,
            "if %.0f %% of the answers are right, of pairs and of fresh solutions alike, and wrong"
                + " ones differ (an assumption)",
            100 * RIGHT));
  }

  private static int tries(StoppingRule rule, SplittableRandom random) {
    boolean isOwnRight = random.nextDouble() < RIGHT;
    int others = 0;
    Votes votes = Votes.NONE;
    for (int next = rule.next(votes); next > 0; next = rule.next(votes)) {
      for (int i = 0; i < next; i++) {
        if (random.nextDouble() >= RIGHT) {
          votes = votes.withOther(votes.others().size());
        } else if (isOwnRight) {
          votes = votes.withAgreeing();
        } else {
          // The right answer is the most frequent of the others as soon as two have it.
          votes = votes.withOther(others == 0 ? votes.others().size() : 0);
          others++;
        }
      }
    }

    return votes.tries();
  }

  /**
   * By what the same rule has asked for before.
   *
   * @return empty where it has asked for nothing
   */
  public static Optional<ExpectedVotes> seen(Dataset<Validation> validations, StoppingRule rule) {
    List<Row> byTries =
        validations
            .where(col("tries").gt(0).and(col("rule").equalTo(rule.text())))
            .groupBy("tries")
            .count()
            .collectAsList();
    long pairs = byTries.stream().mapToLong(row -> row.getLong(1)).sum();
    return pairs == 0
        ? Optional.empty()
        : Optional.of(
            new ExpectedVotes(
                IntStream.range(0, rule.most())
                    .mapToObj(i -> (double) above(i, byTries) / pairs)
                    .toList(),
                String.format(Locale.ROOT, "as the %,d pairs of table validations took", pairs)));
  }

  private static long above(int tries, List<Row> byTries) {
    return byTries.stream()
        .filter(row -> row.getInt(0) > tries)
        .mapToLong(row -> row.getLong(1))
        .sum();
  }

  /**
   * Fresh solutions of a pair by one of the models, which take turns.
   *
   * @param model its place among the models
   * @param models how many there are
   */
  public double ofModel(int model, int models) {
    return IntStream.range(0, shares.size())
        .filter(i -> i % models == model)
        .mapToDouble(shares::get)
        .sum();
  }
}
