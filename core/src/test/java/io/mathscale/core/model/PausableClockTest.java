package io.mathscale.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PausableClockTest {
  private final FakeClock time = new FakeClock();
  private final PausableClock clock = new PausableClock(time);

  @Test
  void isPausedForTheThreadThatWaitsAndForNoOther() {
    long start = clock.getAsLong();

    time.pass(Duration.ofNanos(5));
    String permit =
        clock.pausedDuring(
            () -> {
              time.pass(Duration.ofNanos(1_000));
              return "permit";
            });
    time.pass(Duration.ofNanos(7));

    assertThat(permit).isEqualTo("permit");
    assertThat(clock.getAsLong() - start).isEqualTo(12);
    assertThat(CompletableFuture.supplyAsync(() -> clock.getAsLong() - start).join())
        .isEqualTo(1_012);
  }

  @Test
  void countsNoWaitThatEndsInAnException() {
    long start = clock.getAsLong();

    assertThatThrownBy(
            () ->
                clock.pausedDuring(
                    () -> {
                      time.pass(Duration.ofNanos(1_000));
                      throw new StoppedException("budget must not be passed: 5");
                    }))
        .isInstanceOf(StoppedException.class);
    assertThat(clock.getAsLong() - start).isZero();
  }
}
