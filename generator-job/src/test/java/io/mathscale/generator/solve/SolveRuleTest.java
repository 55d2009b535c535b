package io.mathscale.generator.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mathscale.core.config.SolveConfig.Mode;
import io.mathscale.core.data.TryOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SolveRuleTest {
  private static final SolveRule UNIFORM = rule(Mode.UNIFORM, 3, 10, 4, 1);
  private static final SolveRule PROP2DIFF = rule(Mode.PROP2DIFF, 4, 10, 4, 1);

  /** Pass rates of questions, and of so many of each. */
  private static final double[] RATES = {0.1, 0.3, 0.5, 0.7, 0.9};

  private static final int QUESTIONS = 300;

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.3, 0.5, 0.8, 0.97})
  void estimatesPassRatesWithoutBias(double rate) {
    assertThat(expected(UNIFORM, rate, new ArrayList<>())).isCloseTo(rate, within(1e-12));
    assertThat(expected(PROP2DIFF, rate, new ArrayList<>())).isCloseTo(rate, within(1e-12));
  }

  @Test
  void takesOffOneAtTheRightTryThatEndsIt() {
    assertThat(course(UNIFORM, "WRWWRR").passRate()).hasValue(2 / 5.0);
    assertThat(course(UNIFORM, "RRR").passRate()).hasValue(1);
    assertThat(course(UNIFORM, "WWWWRWWWRW").passRate()).hasValue(2 / 10.0);
    assertThat(course(rule(Mode.UNIFORM, 1, 10, 4, 1), "WWR").passRate()).isEmpty();
    assertThat(course(rule(Mode.UNIFORM, 1, 3, 4, 1), "WWW").passRate()).hasValue(0);
  }

  @Test
  void asksUntilEnoughAreRightOrAtTheCap() {
    assertThat(course(UNIFORM, "").next()).isEqualTo(3);
    assertThat(course(UNIFORM, "RWR").next()).isEqualTo(1);
    assertThat(course(UNIFORM, "RWRR").next()).isZero();
    assertThat(course(UNIFORM, "WWWWWWWWWW").next()).isZero();
    assertThat(course(UNIFORM, "WWWWWWWWW").next()).isEqualTo(1);
  }

  @Test
  void doesNotCountUndecidedOrUnansweredTriesAsRight() {
    Course course = course(UNIFORM, "U?RRXR");

    assertThat(course.right()).isEqualTo(3);
    assertThat(course.undecided()).isEqualTo(2);
    assertThat(course.tries()).isEqualTo(5);
    assertThat(course.counted()).isEqualTo(6);
  }

  @Test
  void letsNoTryCountBeyondTheEnd() {
    Course course = course(UNIFORM, "RRRRRW");

    assertThat(course.counted()).isEqualTo(3);
    assertThat(course.asked()).isEqualTo(6);
    assertThat(course.passRate()).hasValue(1);
  }

  @Test
  void wantsAsManyAsTheFailureRateOfThePilotSays() {
    assertThat(course(PROP2DIFF, "").next()).isEqualTo(4);
    assertThat(course(PROP2DIFF, "RRRR").wanted()).isEqualTo(1);
    assertThat(course(PROP2DIFF, "RRRR").next()).isZero();
    assertThat(course(PROP2DIFF, "RWWW").wanted()).isEqualTo(3);
    assertThat(course(PROP2DIFF, "WWWW").wanted()).isEqualTo(4);
    assertThat(course(PROP2DIFF, "RWWWRR").next()).isZero();
  }

  /** The distribution of kept rows by difficulty, against what the method says. */
  @Test
  void keepsEquallyManyOfEachDifficultyUniformly() {
    double[] kept = kept(rule(Mode.UNIFORM, 4, 2_048, 8, 1));

    assertThat(kept).containsOnly(4.0 * QUESTIONS);
  }

  @Test
  void keepsRowsInProportionToTheFailureRate() {
    double[] kept = kept(rule(Mode.PROP2DIFF, 16, 2_048, 8, 1));

    double all = DoubleStream.of(kept).sum();
    double chiSquare = 0;
    for (int i = 0; i < RATES.length; i++) {
      // Of a question that the pilot never fails one is kept, as in the paper.
      double method = QUESTIONS * (16 * (1 - RATES[i]) + Math.pow(RATES[i], 8));
      chiSquare += (kept[i] - method) * (kept[i] - method) / method;
    }

    // 99 % of five degrees of freedom.
    assertThat(chiSquare).isLessThan(15.09);
    assertThat(all).isCloseTo(16 * 2.5 * QUESTIONS, within(0.03 * all));
  }

  /** As above, with a few rows a question, so that fractions of rows count as well. */
  @Test
  void keepsStrictlyInProportionWhereNoneIsWantedAtLeast() {
    double[] kept = kept(rule(Mode.PROP2DIFF, 4, 2_048, 8, 0));

    double all = DoubleStream.of(kept).sum();
    double failures = DoubleStream.of(RATES).map(rate -> 1 - rate).sum();
    double chiSquare = 0;
    for (int i = 0; i < RATES.length; i++) {
      double method = all * (1 - RATES[i]) / failures;
      chiSquare += (kept[i] - method) * (kept[i] - method) / method;
    }

    // 99 % of four degrees of freedom.
    assertThat(chiSquare).isLessThan(13.28);
    assertThat(all).isCloseTo(4 * failures * QUESTIONS, within(0.05 * all));
  }

  @Test
  void wantsNoneOfWhatThePilotNeverFailsWhereNoneIsWantedAtLeast() {
    SolveRule strict = rule(Mode.PROP2DIFF, 4, 10, 4, 0);

    assertThat(strict.label()).isEqualTo("prop2diff(4, 10, 4, 0)");
    assertThat(PROP2DIFF.label()).isEqualTo("prop2diff(4, 10, 4)");
    assertThat(course(strict, "RRRR").wanted()).isZero();
    assertThat(course(strict, "RRRR").next()).isZero();
    assertThat(expected(strict, 0.8, new ArrayList<>())).isCloseTo(0.8, within(1e-12));
  }

  private static SolveRule rule(Mode mode, int right, int maxTries, int pilot, int atLeast) {
    return new SolveRule(mode, right, maxTries, pilot, atLeast, 0);
  }

  private static double[] kept(SolveRule all) {
    SplittableRandom random = new SplittableRandom(7);
    double[] kept = new double[RATES.length];
    for (int i = 0; i < RATES.length; i++) {
      for (int question = 0; question < QUESTIONS; question++) {
        List<TryOutcome> outcomes = new ArrayList<>();
        SolveRule rule = all.forQuestion("question %d of %d".formatted(question, i));
        Course course = Course.of(outcomes, rule);
        while (!course.isOver()) {
          for (int more = course.next(); more > 0; more--) {
            outcomes.add(random.nextDouble() < RATES[i] ? TryOutcome.RIGHT : TryOutcome.WRONG);
          }

          course = Course.of(outcomes, rule);
        }

        kept[i] += Math.min(course.right(), course.wanted());
      }
    }

    return kept;
  }

  /** The mean of the estimate over all orders of right and wrong tries. */
  private static double expected(SolveRule rule, double rate, List<TryOutcome> tries) {
    Course course = Course.of(tries, rule);
    if (course.isOver()) {
      int right = Collections.frequency(tries, TryOutcome.RIGHT);
      double chance = Math.pow(rate, right) * Math.pow(1 - rate, tries.size() - right);
      return chance * course.passRate().orElseThrow();
    }

    double mean = 0;
    for (TryOutcome next : List.of(TryOutcome.RIGHT, TryOutcome.WRONG)) {
      List<TryOutcome> more = new ArrayList<>(tries);
      more.add(next);
      mean += expected(rule, rate, more);
    }

    return mean;
  }

  /** R is right, W wrong, U and ? undecided, X unanswered. */
  private static Course course(SolveRule rule, String tries) {
    List<TryOutcome> outcomes =
        tries
            .chars()
            .mapToObj(
                letter ->
                    switch (letter) {
                      case 'R' -> TryOutcome.RIGHT;
                      case 'W' -> TryOutcome.WRONG;
                      case 'X' -> TryOutcome.UNANSWERED;
                      default -> TryOutcome.UNDECIDED;
                    })
            .toList();
    return Course.of(outcomes, rule);
  }
}
