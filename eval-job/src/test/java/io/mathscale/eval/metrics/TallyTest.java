package io.mathscale.eval.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TallyTest {
  @Test
  void addsUp() {
    Tally sum = Tally.of(10, 4).plus(Tally.of(new SampleCounts(1, 1), 2, 1, 3)).plus(Tally.NONE);

    assertThat(sum).isEqualTo(new Tally(Tally.of(12, 6).problems(), new TreeMap<>(), 1, 3));
    assertThat(sum.rows()).isEqualTo(12);
    assertThat(sum.right()).isEqualTo(6);
    assertThat(sum.accuracy()).isEqualTo(0.5);
  }

  @Test
  void countsProblemsAsTrialsWhereTheirAnswersAreAlike() {
    Tally alike =
        Tally.of(new SampleCounts(10, 10), 5, 0, 0)
            .plus(Tally.of(new SampleCounts(10, 0), 5, 0, 0));

    assertThat(alike.rows()).isEqualTo(100);
    assertThat(alike.interval()).isEqualTo(Interval.wilson(0.5, 10));
  }

  @Test
  void hasNarrowerIntervalsWhereTheAnswersToAProblemDiffer() {
    Tally mixed =
        Tally.of(new SampleCounts(4, 1), 50, 0, 0).plus(Tally.of(new SampleCounts(4, 3), 50, 0, 0));

    // Each mean of a problem is 0.25 away from 0.5: as 0.25 / 10, so of 400 independent answers.
    assertThat(mixed.standardError()).isCloseTo(0.025, within(1e-12));
    assertThat(mixed.interval()).isEqualTo(Interval.wilson(0.5, 400));
  }

  @Test
  void ofOneAnswerEachItsIntervalIsWilsons() {
    assertThat(Tally.of(100, 30).interval()).isEqualTo(Interval.wilson(0.3, 100));
    assertThat(Tally.of(100, 100).interval()).isEqualTo(Interval.wilson(1, 100));
  }

  @Test
  void tellsTheSmallestDifferenceThatItCanShow() {
    // (1.96 + 0.84) * sqrt(2 * 0.5 * 0.5 / 10,000), but for the shape of Wilson's interval.
    assertThat(Tally.of(10_000, 5_000).smallestDifference()).isCloseTo(0.0198, within(5e-5));
    assertThat(Tally.of(100, 100).smallestDifference()).isPositive();
  }

  @Test
  void estimatesThatOneOfSeveralAnswersIsRight() {
    Tally tally =
        Tally.of(new SampleCounts(4, 1), 1, 0, 0).plus(Tally.of(new SampleCounts(4, 0), 1, 0, 0));

    // One right of four: a pair drawn from them misses it in 3 of 6 cases.
    assertThat(tally.passAt(1)).isCloseTo(0.125, within(1e-12));
    assertThat(tally.passAt(2)).isCloseTo(0.25, within(1e-12));
    assertThat(tally.passAt(4)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void hasNoPassRateBeyondTheFewestSamples() {
    Tally tally =
        Tally.of(new SampleCounts(4, 1), 1, 0, 0).plus(Tally.of(new SampleCounts(2, 0), 1, 0, 0));

    assertThatThrownBy(() -> tally.passAt(3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("k must be from 1 to 2: 3");
  }

  @Test
  void hasNoAccuracyWithoutRows() {
    assertThatThrownBy(Tally.NONE::accuracy)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("an accuracy needs at least 1 graded answer: 0");
  }
}
