package io.mathscale.core.calls.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.time.ManualTime;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long SECOND = 1_000_000_000L;

  /** Wraps around soon. */
  private static final long BEGUN = new ManualTime().nanos();

  private final Pace pace = new Pace(BEGUN);

  @Test
  void isOverAllUntilAMinuteHasPassed() {
    pace.add(10, BEGUN + SECOND);
    pace.add(10, BEGUN + SECOND + 1);

    assertThat(pace.perSecond(BEGUN + 2 * SECOND)).isEqualTo(10);
    assertThat(pace.perSecond(BEGUN + 40 * SECOND)).isEqualTo(0.5);
  }

  @Test
  void isThatOfTheLastMinuteAfterwards() {
    for (int second = 1; second <= 600; second++) {
      pace.add(second <= 480 ? 100 : 1, BEGUN + second * SECOND);
    }

    assertThat(pace.perSecond(BEGUN + 600 * SECOND)).isBetween(1.0, 1.1);
  }

  @Test
  void isNothingWhereNothingEndsForAMinute() {
    pace.add(1_000, BEGUN + SECOND);

    assertThat(pace.perSecond(BEGUN + 70 * SECOND)).isZero();
  }
}
