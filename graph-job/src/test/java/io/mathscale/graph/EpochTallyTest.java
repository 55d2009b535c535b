package io.mathscale.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.config.ComposeConfig;
import io.mathscale.core.config.IntRange;
import org.junit.jupiter.api.Test;

class EpochTallyTest {
  private static final int TOPICS = 100;

  @Test
  void endsInTheEpochThatReachesTheTarget() {
    assertThat(tally(150, 0.1, 90, 80, 70))
        .isEqualTo(new EpochTally(2, 150, 60, EpochTally.Ending.TARGET_REACHED));
    assertThat(tally(170, 0.1, 90, 80, 70))
        .isEqualTo(new EpochTally(2, 170, 80, EpochTally.Ending.TARGET_REACHED));
  }

  @Test
  void endsAfterAnEpochThatAddsTooFew() {
    assertThat(tally(1_000, 0.1, 90, 10, 9, 50))
        .isEqualTo(new EpochTally(3, 109, 9, EpochTally.Ending.TOO_FEW_NEW));
  }

  @Test
  void anEpochThatAddsNothingIsAlwaysTooFew() {
    assertThat(tally(1_000, 0, 1, 0, 1))
        .isEqualTo(new EpochTally(2, 1, 0, EpochTally.Ending.TOO_FEW_NEW));
  }

  @Test
  void goesOnOtherwise() {
    assertThat(tally(1_000, 0.1, 90, 80))
        .isEqualTo(new EpochTally(2, 170, 0, EpochTally.Ending.NONE));
  }

  private static EpochTally tally(long target, double minNewShare, long... newByEpoch) {
    ComposeConfig config =
        new ComposeConfig(target, new IntRange(1, 2), new IntRange(0, 4), 5, minNewShare);
    return EpochTally.of(newByEpoch, TOPICS, config);
  }
}
