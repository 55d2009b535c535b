package io.mathscale.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.teacher.server.Hashes;
import io.mathscale.teacher.server.TokenUse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatsTest {
  private final CallCounts stats = new CallCounts();

  @Test
  void tellsRepeatedBodiesFromDistinctOnes() {
    for (long body = 0; body < 100_000; body++) {
      stats.complete(Hashes.mix(body % 70_000), new TokenUse(2, 3));
    }

    assertThat(stats.snapshot())
        .isEqualTo(new TeacherStats(0, 100_000, Map.of(), 70_000, 30_000, 0, 200_000, 300_000));
  }

  @Test
  void takesBackWhatDidNotArrive() {
    stats.complete(1, new TokenUse(2, 3));
    stats.complete(1, new TokenUse(2, 3));
    stats.withdraw(1, new TokenUse(2, 3));

    assertThat(stats.snapshot()).isEqualTo(new TeacherStats(0, 1, Map.of(), 1, 0, 0, 2, 3));
  }

  @Test
  void countsAttemptsFromNought() {
    assertThat(stats.attempt(5)).isZero();
    assertThat(stats.attempt(5)).isEqualTo(1);
    assertThat(stats.attempt(6)).isZero();
  }

  @Test
  void remembersTheMostInFlight() {
    stats.begin();
    stats.begin();
    stats.end();
    stats.begin();

    assertThat(stats.snapshot().maxInFlight()).isEqualTo(2);
  }
}
