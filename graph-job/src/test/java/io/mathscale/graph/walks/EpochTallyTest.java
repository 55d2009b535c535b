package io.mathscale.graph.walks;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.config.ComposeConfig;
import io.mathscale.core.config.ComposeConfig.Cover;
import io.mathscale.core.config.ComposeConfig.DeadEnds;
import io.mathscale.core.config.ComposeConfig.ExampleSolutions;
import io.mathscale.core.config.ComposeConfig.Revisits;
import io.mathscale.core.config.ComposeConfig.WalkKind;
import io.mathscale.core.config.IntRange;
import io.mathscale.graph.walks.EpochTally.Ending;
import org.junit.jupiter.api.Test;

class EpochTallyTest {
  private static final int TOPICS = 1_000;

  @Test
  void endsInTheEpochThatReachesTheTarget() {
    assertThat(tally(TOPICS, 1_500, 0.1, 900, 800, 700))
        .isEqualTo(new EpochTally(2, 1_500, 600, 1, 900, Ending.TARGET_REACHED));
    assertThat(tally(TOPICS, 1_700, 0.1, 900, 800, 700))
        .isEqualTo(new EpochTally(2, 1_700, 800, 1, 900, Ending.TARGET_REACHED));
  }

  @Test
  void endsAfterAnEpochThatAddsTooFew() {
    assertThat(tally(TOPICS, 10_000, 0.1, 900, 100, 99, 500))
        .isEqualTo(new EpochTally(3, 1_099, 99, 1, 99, Ending.TOO_FEW_NEW));
  }

  @Test
  void anEpochThatAddsNothingIsAlwaysTooFew() {
    assertThat(tally(TOPICS, 10_000, 0, 1, 0, 1))
        .isEqualTo(new EpochTally(2, 1, 0, 1, 0, Ending.TOO_FEW_NEW));
  }

  @Test
  void goesOnOtherwise() {
    assertThat(tally(TOPICS, 10_000, 0.1, 900, 800))
        .isEqualTo(new EpochTally(2, 1_700, 0, 1, 800, Ending.NONE));
  }

  @Test
  void smallEpochsAreLookedAtAThousandWalksTogether() {
    // Three epochs of 400 topics: fewer than a tenth of 1,200 walks may not be new.
    assertThat(tally(400, 10_000, 0.1, 300, 0, 0, 120, 0, 0, 9))
        .isEqualTo(new EpochTally(7, 429, 9, 3, 9, Ending.TOO_FEW_NEW));
    assertThat(tally(400, 10_000, 0, 300, 0, 0, 1, 0, 0))
        .isEqualTo(new EpochTally(6, 301, 0, 3, 1, Ending.NONE));
    assertThat(tally(400, 10_000, 0.1, 1, 1)).isEqualTo(new EpochTally(2, 2, 0, 3, 2, Ending.NONE));
  }

  private static EpochTally tally(int topics, long target, double share, long... newByEpoch) {
    ComposeConfig config =
        new ComposeConfig(
            target,
            new IntRange(1, 2),
            new IntRange(0, 4),
            DeadEnds.KEEP,
            Revisits.PASS,
            5,
            0,
            ExampleSolutions.WORKED,
            share,
            1,
            WalkKind.PAPER,
            Cover.OFF,
            true);
    return EpochTally.of(newByEpoch, topics, config);
  }
}
