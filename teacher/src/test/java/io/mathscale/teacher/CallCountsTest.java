package io.mathscale.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.teacher.server.Hashes;
import io.mathscale.teacher.server.TokenUse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallCountsTest {
  private final CallCounts counts = new CallCounts();

  @Test
  void tellsRepeatedBodiesFromDistinctOnes() {
    for (long body = 0; body < 100_000; body++) {
      counts.complete(Hashes.mix(body % 70_000), new TokenUse(2, 3));
    }

    assertThat(counts.snapshot())
        .isEqualTo(new TeacherStats(0, 100_000, Map.of(), 70_000, 30_000, 0, 200_000, 300_000));
  }

  @Test
  void takesBackWhatDidNotArrive() {
    counts.complete(1, new TokenUse(2, 3));
    counts.complete(1, new TokenUse(2, 3));
    counts.withdraw(1, new TokenUse(2, 3));

    assertThat(counts.snapshot()).isEqualTo(new TeacherStats(0, 1, Map.of(), 1, 0, 0, 2, 3));
  }

  @Test
  void countsAttemptsFromNought() {
    assertThat(counts.attempt(5)).isZero();
    assertThat(counts.attempt(5)).isEqualTo(1);
    assertThat(counts.attempt(6)).isZero();
  }

  @Test
  void remembersTheMostInFlight() {
    counts.begin();
    counts.begin();
    counts.end();
    counts.begin();

    assertThat(counts.snapshot().maxInFlight()).isEqualTo(2);
  }
}
