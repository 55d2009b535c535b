package io.mathscale.eval.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  @Test
  void agreesWithWilsonOnOneDataSet() {
    Tally tally = Tally.of(1_000, 300);

    Bootstrap bootstrap = Bootstrap.of(List.of(tally), new SplittableRandom(1));

    assertThat(bootstrap.micro().low()).isCloseTo(tally.interval().low(), within(0.006));
    assertThat(bootstrap.micro().high()).isCloseTo(tally.interval().high(), within(0.006));
    assertThat(bootstrap.macro()).isEqualTo(bootstrap.micro());
  }

  @Test
  void isWiderForTheMacroAverageWhereASetIsSmall() {
    List<Tally> sets = List.of(Tally.of(10_000, 5_000), Tally.of(20, 10));

    Bootstrap bootstrap = Bootstrap.of(sets, new SplittableRandom(1));

    // The standard error of a mean of two: that of the small set, halved.
    double spread = 2 * 1.96 * Math.sqrt(0.25 / 20) / 2;
    assertThat(bootstrap.macro().high() - bootstrap.macro().low()).isCloseTo(spread, within(0.03));
    assertThat(bootstrap.micro().high() - bootstrap.micro().low()).isLessThan(0.025);
  }

  @Test
  void drawsWholeProblems() {
    Tally allOrNothing =
        Tally.of(new SampleCounts(10, 10), 50, 0, 0)
            .plus(Tally.of(new SampleCounts(10, 0), 50, 0, 0));

    Bootstrap bootstrap = Bootstrap.of(List.of(allOrNothing), new SplittableRandom(1));

    Interval asHundredTrials = Interval.wilson(0.5, 100);
    assertThat(bootstrap.micro().low()).isCloseTo(asHundredTrials.low(), within(0.02));
  }

  @Test
  void isAFunctionOfItsSeed() {
    List<Tally> sets = List.of(Tally.of(100, 30), Tally.of(10_000, 4_000));

    assertThat(Bootstrap.of(sets, new SplittableRandom(7)))
        .isEqualTo(Bootstrap.of(sets, new SplittableRandom(7)));
  }

  @Test
  void drawsBinomialNumbers() {
    SplittableRandom random = new SplittableRandom(1);
    for (double chance : new double[] {0, 0.001, 0.3, 0.5, 0.9, 1}) {
      for (long trials : new long[] {0, 1, 100, 100_000}) {
        double sum = 0;
        int draws = 400;
        for (int i = 0; i < draws; i++) {
          sum += BinomialSampler.draw(random, trials, chance);
        }

        double error = 5 * Math.sqrt(trials * chance * (1 - chance) / draws);
        assertThat(sum / draws).isCloseTo(trials * chance, within(error + 1e-9));
      }
    }
  }
}
