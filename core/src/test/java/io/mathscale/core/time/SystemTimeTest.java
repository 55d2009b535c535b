package io.mathscale.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SystemTimeTest {
  @Test
  void sleepsUntilItsTimeHasCome() throws InterruptedException {
    long end = SystemTime.INSTANCE.nanos() + 2_000_000;

    SystemTime.INSTANCE.sleepUntil(end);

    assertThat(SystemTime.INSTANCE.nanos() - end).isNotNegative();
  }

  @Test
  void repeatsATaskInAThreadOfItsOwnUntilItIsClosed() {
    AtomicInteger runs = new AtomicInteger();
    Runnable task =
        () -> {
          assertThat(Thread.currentThread().getName()).isEqualTo("repeats");
          assertThat(Thread.currentThread().isDaemon()).isTrue();
          runs.incrementAndGet();
        };

    try (PeriodicTask repeated = SystemTime.INSTANCE.every(Duration.ofMillis(1), "repeats", task)) {
      assertThat(repeated).isNotNull();
      await().until(() -> runs.get() > 2);
    }
  }
}
