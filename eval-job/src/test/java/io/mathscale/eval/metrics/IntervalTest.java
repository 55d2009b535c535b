package io.mathscale.eval.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {
  private static final double ROUNDING = 5e-5;

  @Test
  void givesWilsonsIntervalOfAnEvenShare() {
    Interval interval = Interval.wilson(0.5, 10);

    assertThat(interval.low()).isCloseTo(0.2366, within(ROUNDING));
    assertThat(interval.high()).isCloseTo(0.7634, within(ROUNDING));
  }

  @Test
  void staysWithinZeroAndOne() {
    Interval none = Interval.wilson(0, 10);
    Interval all = Interval.wilson(1, 10);

    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(0.2775, within(ROUNDING));
    assertThat(all.low()).isCloseTo(0.7225, within(ROUNDING));
    assertThat(all.high()).isOne();
  }

  @Test
  void needsATrial() {
    assertThatThrownBy(() -> Interval.wilson(0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("trials must be at least 1: 0");
  }
}
