package io.mathscale.generator.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.config.AcceptConfig;
import io.mathscale.core.data.Forecast;
import io.mathscale.core.data.Round;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundPlanTest {
  private static final int RUNS = 200;
  private static final CompositionCost COST = new CompositionCost(1, 0.01, 0.02);

  @ParameterizedTest
  @CsvSource({"300, 0.7, 1", "20000, 0.7, 1", "20000, 0.05, 1", "2000000, 0.98, 1", "5000, 0.6, 4"})
  void comesToTheRowsInFewRoundsWithFewTooMany(long rows, double share, int samples) {
    double extra = 0;
    int rounds = 0;
    for (int run = 0; run < RUNS; run++) {
      List<Round> ended = run(rows, share, samples, new SplittableRandom(run));
      long accepted = accepted(ended);
      long before = accepted - ended.get(ended.size() - 1).accepted();
      assertThat(accepted).isGreaterThanOrEqualTo(rows);
      assertThat(before).isLessThan(rows);
      assertThat(ended.size()).isLessThanOrEqualTo(6);
      extra += (double) (accepted - rows) / RUNS;
      rounds += ended.size();
    }

    assertThat(extra).isLessThan(Math.max(100, 0.01 * rows));
    assertThat((double) rounds / RUNS).isLessThan(4);
  }

  @ParameterizedTest
  @CsvSource({"1000, 0.7", "1000, 0.05", "1000, 0.98", "100, 0.7"})
  void theIntervalHoldsNineteenOfTwenty(int sample, double share) {
    int held = 0;
    for (int run = 0; run < RUNS; run++) {
      SplittableRandom random = new SplittableRandom(run);
      Acceptance seen = acceptance(sample, accepted(sample, share, 1, random));
      if (seen.accepted() == 0) {
        continue;
      }

      Forecast.Range needed = seen.compositionsTo(10L * sample);
      long more = needed(10L * sample - seen.accepted(), share, random);
      held += needed.low() <= more && more <= needed.high() ? 1 : 0;
    }

    assertThat(held).isGreaterThan(RUNS * 90 / 100);
  }

  /** Of a thousand questions that all are as likely, each is new until it has been drawn. */
  @Test
  void rowsThatRepeatOthersMakeTheNextOnesDearer() {
    Acceptance seen = new Acceptance(500, 1, 394, 303);

    assertThat(seen.compositionsTo(632).expected()).isBetween(380.0, 620.0);
    assertThat(acceptance(500, 394).compositionsTo(632).expected()).isLessThan(310);
  }

  @Test
  void theFirstRoundIsASample() {
    assertThat(plan(20_000, 1, 50_000).after(List.of(), Optional.empty()).compositions())
        .isEqualTo(1_000);
    assertThat(plan(200, 1, 50_000).after(List.of(), Optional.empty()).compositions())
        .isEqualTo(200);
    assertThat(plan(20_000, 4, 50_000).after(List.of(), Optional.empty()).compositions())
        .isEqualTo(250);
    assertThat(plan(0, 4, 50_000).after(List.of(), Optional.empty()).compositions())
        .isEqualTo(50_000);
  }

  @Test
  void endsWhereThereIsNothingMoreToAskOrToPay() {
    List<Round> ended = List.of(round(1, 1_000, 1, 700));
    RoundPlan poor =
        new RoundPlan(goal(20_000), 1, 9_000, Optional.of(new RoundPlan.Money(0.05, "budget")));

    assertThat(plan(700, 1, 9_000).after(ended, Optional.of(COST)).next())
        .isEqualTo(RoundPlan.Next.DONE);
    assertThat(plan(701, 1, 0).after(ended, Optional.of(COST)).next())
        .isEqualTo(RoundPlan.Next.NO_COMPOSITIONS);
    assertThat(plan(0, 1, 0).after(ended, Optional.of(COST)).next())
        .as("nothing was wanted")
        .isEqualTo(RoundPlan.Next.DONE);
    assertThat(poor.after(ended, Optional.of(COST)).next()).isEqualTo(RoundPlan.Next.NO_MONEY);
    assertThat(plan(701, 1, 9_000).after(List.of(round(1, 1_000, 1, 0)), Optional.of(COST)).next())
        .isEqualTo(RoundPlan.Next.NOTHING_ACCEPTED);
  }

  @Test
  void beginsNoRoundWhereNothingIsLeftToPay() {
    for (double left : new double[] {0, -0.5}) {
      RoundPlan poor =
          new RoundPlan(
              goal(20_000), 1, 9_000, Optional.of(new RoundPlan.Money(left, "accept.dollars")));

      assertThat(poor.after(List.of(), Optional.empty()).next()).isEqualTo(RoundPlan.Next.NO_MONEY);
    }
  }

  @Test
  void takesNoMoreThanCanBePaid() {
    RoundPlan plan =
        new RoundPlan(goal(20_000), 1, 90_000, Optional.of(new RoundPlan.Money(10.21, "budget")));

    assertThat(plan.after(List.of(round(1, 1_000, 1, 700)), Optional.of(COST)).compositions())
        .isEqualTo(1_000);
  }

  private static List<Round> run(long rows, double share, int samples, SplittableRandom random) {
    List<Round> ended = new ArrayList<>();
    long left = 100L * rows;
    while (true) {
      RoundPlan.Step step = plan(rows, samples, left).after(ended, Optional.of(COST));
      if (step.next() == RoundPlan.Next.DONE) {
        return ended;
      }

      assertThat(step.next()).isEqualTo(RoundPlan.Next.ROUND);
      left -= step.compositions();
      ended.add(
          round(
              ended.size() + 1,
              step.compositions(),
              samples,
              accepted(step.compositions(), share, samples, random)));
    }
  }

  private static long accepted(
      long compositions, double share, int samples, SplittableRandom random) {
    long accepted = 0;
    for (long i = 0; i < compositions * samples; i++) {
      accepted += random.nextDouble() < share ? 1 : 0;
    }

    return accepted;
  }

  private static long needed(long rows, double share, SplittableRandom random) {
    long needed = 0;
    long accepted = 0;
    while (accepted < rows) {
      needed++;
      accepted += random.nextDouble() < share ? 1 : 0;
    }

    return needed;
  }

  private static Acceptance acceptance(long compositions, long accepted) {
    return new Acceptance(compositions, 1, accepted, accepted);
  }

  private static long accepted(List<Round> rounds) {
    return rounds.stream().mapToLong(Round::accepted).sum();
  }

  private static Round round(int number, long compositions, int samples, long accepted) {
    return Round.begun(number, 0, compositions, "", 0, BigDecimal.ZERO)
        .ended(
            new Round.Counts(
                compositions * samples,
                compositions * samples,
                0,
                0,
                List.of(),
                accepted,
                accepted));
  }

  private static RoundPlan plan(long rows, int samples, long left) {
    return new RoundPlan(goal(rows), samples, left, Optional.empty());
  }

  private static AcceptConfig goal(long rows) {
    return new AcceptConfig(rows, BigDecimal.ZERO, 1_000);
  }
}
