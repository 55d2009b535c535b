package io.mathscale.generator.rounds;

import io.mathscale.core.config.AcceptConfig;
import io.mathscale.core.data.Forecast;
import io.mathscale.core.data.Round;
import java.util.List;
import java.util.Optional;

/**
 * Sizes the round that comes next.
 *
 * <p>A round that cannot be the last takes as many compositions as are needed if more is accepted
 * than expected, so that it stays below the rows that are wanted; the last takes as many as are
 * needed if less is. One round is the last where the two differ by little.
 *
 * @param goal what is wanted
 * @param samples pairs asked for each composition
 * @param left compositions that no round has taken
 * @param money US dollars that may still be spent; empty where none are counted
 */
public record RoundPlan(AcceptConfig goal, int samples, long left, Optional<Money> money) {
  /** Rows more than wanted that the last round may bring, at most this or a share of them. */
  private static final long FEW_ROWS = 100;

  private static final double SMALL_SHARE = 0.01;

  /**
   * US dollars that may still be spent.
   *
   * @param dollars how many
   * @param setting the key that sets them
   */
  public record Money(double dollars, String setting) {}

  /** What comes next. */
  public enum Next {
    /** A round. */
    ROUND,
    /** Nothing: what was wanted is there. */
    DONE,
    /** Nothing: all compositions were asked for. */
    NO_COMPOSITIONS,
    /** Nothing: no money is left for a round that is worth it. */
    NO_MONEY,
    /** Nothing: not one row was accepted. */
    NOTHING_ACCEPTED
  }

  /**
   * What comes next.
   *
   * @param next of what kind
   * @param compositions how many the round takes; 0 where there is none
   */
  public record Step(Next next, long compositions) {
    private static Step end(Next why) {
      return new Step(why, 0);
    }
  }

  /**
   * What comes after the rounds that have ended.
   *
   * @param cost of a composition, as they tell
   */
  public Step after(List<Round> ended, Optional<CompositionCost> cost) {
    Acceptance seen = Acceptance.of(ended, samples);
    if (goal.rows() > 0 && seen.accepted() >= goal.rows()) {
      return Step.end(Next.DONE);
    }

    if (left == 0) {
      return Step.end(goal.hasGoal() ? Next.NO_COMPOSITIONS : Next.DONE);
    }

    if (!goal.hasGoal()) {
      return new Step(Next.ROUND, left);
    }

    if (ended.isEmpty()) {
      return money.isPresent() && money.get().dollars() <= 0
          ? Step.end(Next.NO_MONEY)
          : new Step(Next.ROUND, Math.min(left, first()));
    }

    if (seen.accepted() == 0) {
      return Step.end(Next.NOTHING_ACCEPTED);
    }

    long wanted = goal.rows() > 0 ? toRows(seen) : left;
    long payable = cost.map(this::payable).orElse(Long.MAX_VALUE);
    return payable < Math.max(1, SMALL_SHARE * Math.min(wanted, seen.compositions()))
        ? Step.end(Next.NO_MONEY)
        : new Step(Next.ROUND, Math.min(left, Math.min(wanted, payable)));
  }

  private long first() {
    long prompts = goal.rows() > 0 ? Math.min(goal.sample(), goal.rows()) : goal.sample();
    return Math.max(1, prompts / samples);
  }

  private long toRows(Acceptance seen) {
    long missing = goal.rows() - seen.accepted();
    Forecast.Range needed = seen.compositionsTo(goal.rows());
    double least = Math.max(needed.low(), (double) missing / samples);
    return (long) Math.ceil(isLast(seen, needed) ? needed.high() : least);
  }

  private boolean isLast(Acceptance seen, Forecast.Range needed) {
    double moreThanWanted = (needed.high() - needed.low()) * seen.rate();
    return moreThanWanted <= Math.max(FEW_ROWS, SMALL_SHARE * goal.rows());
  }

  private long payable(CompositionCost cost) {
    return money.isEmpty() || cost.dollars() == 0
        ? Long.MAX_VALUE
        : (long) (money.get().dollars() / (cost.dollars() * (1 + cost.error())));
  }

  /**
   * What it takes, from the first round on, to come to the rows that are wanted.
   *
   * @param ended the rounds so far, which accepted something
   * @param cost of a composition
   */
  public Forecast forecast(List<Round> ended, CompositionCost cost) {
    Acceptance seen = Acceptance.of(ended, samples);
    Forecast.Range compositions =
        new Forecast.Range(seen.compositions(), seen.compositions(), seen.compositions());
    Forecast.Range rounds = new Forecast.Range(ended.size(), ended.size(), ended.size());
    if (seen.accepted() < goal.rows()) {
      Forecast.Range more = seen.compositionsTo(goal.rows());
      compositions =
          new Forecast.Range(
              seen.compositions() + more.low(),
              seen.compositions() + more.expected(),
              seen.compositions() + more.high());
      int atLeast = ended.size() + (isLast(seen, more) ? 1 : 2);
      rounds = new Forecast.Range(atLeast, atLeast, atLeast + 1);
    }

    double spent = ended.stream().mapToDouble(round -> round.cost().doubleValue()).sum();
    return new Forecast(
        goal.rows(),
        rounds,
        compositions,
        compositions.times(cost.calls()),
        dollars(spent, seen.compositions(), compositions, cost));
  }

  /** What was spent is certain; the rest is as uncertain as its compositions and their cost. */
  private static Forecast.Range dollars(
      double spent, long seen, Forecast.Range compositions, CompositionCost cost) {
    double expected = (compositions.expected() - seen) * cost.dollars();
    double error = expected * cost.error();
    return new Forecast.Range(
        spent
            + Math.max(
                0,
                expected
                    - Math.hypot(
                        (compositions.expected() - compositions.low()) * cost.dollars(), error)),
        spent + expected,
        spent
            + expected
            + Math.hypot((compositions.high() - compositions.expected()) * cost.dollars(), error));
  }
}
