package io.mathscale.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.teacher.server.Hashes;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyTest {
  @Test
  void isFixed() {
    assertThat(Latency.parse("1.5s")).isEqualTo(Latency.fixed(Duration.ofMillis(1500)));
    assertThat(Latency.parse("200ms").millis(99)).isEqualTo(200);
  }

  @Test
  void isEvenBetweenBounds() {
    Latency latency = Latency.parse("uniform:100ms-300ms");

    assertThat(drawn(latency).min().orElseThrow()).isBetween(100L, 102L);
    assertThat(drawn(latency).max().orElseThrow()).isBetween(298L, 300L);
  }

  @Test
  void isLogNormalAboutItsMedian() {
    Latency latency = Latency.parse("lognormal:median=200ms,sigma=0.5");

    assertThat(drawn(latency).filter(millis -> millis < 200).count()).isBetween(4700L, 5300L);
    assertThat(drawn(latency).filter(millis -> millis > 200 * Math.exp(0.5)).count())
        .isBetween(1400L, 1800L);
  }

  @Test
  void isNothingElse() {
    assertThatThrownBy(() -> Latency.parse("soon"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Duration must be like 200ms, 1.5s or 2m: soon");
  }

  private static LongStream drawn(Latency latency) {
    return LongStream.range(0, 10_000).map(draw -> latency.millis(Hashes.mix(draw)));
  }
}
