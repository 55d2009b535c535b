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
  void countsProblemsAsTrialsOfItsInterval() {
    Tally tenEach = Tally.of(new SampleCounts(10, 5), 10, 0, 0);

    assertThat(tenEach.rows()).isEqualTo(100);
    assertThat(tenEach.interval()).isEqualTo(Interval.wilson(0.5, 10));
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
