package io.mathscale.core.calls.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EstimatesTest {
  @Test
  void predictsTheSumOfCallsToCome() {
    Estimate.Range range = Estimates.range(25, 400, 10, 2);

    // t(24, 0.975) = 2.0639; 2 * sqrt(400 * 400 / 25 + 400) = 164.92
    assertThat(range.expected()).isEqualTo(4000);
    assertThat(range.low()).isCloseTo(4000 - 2.0639 * 164.92, within(0.1));
    assertThat(range.high()).isCloseTo(4000 + 2.0639 * 164.92, within(0.1));
  }

  @Test
  void isSureOfEqualCalls() {
    assertThat(Estimates.range(2, 100, 3, 0)).isEqualTo(new Estimate.Range(300, 300, 300));
  }

  @Test
  void isNeverBelowNothing() {
    assertThat(Estimates.range(2, 10, 1, 5).low()).isZero();
  }

  @Test
  void expectsNothingWhereNothingIsLeft() {
    assertThat(Estimates.range(10, 0, 7, 3)).isEqualTo(new Estimate.Range(0, 0, 0));
  }
}
