package io.mathscale.core.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mathscale.core.time.ManualTime;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoundedExecutorTest {
  private final ManualTime time = new ManualTime();
  private final BoundedExecutor executor = new BoundedExecutor("test", 3, time);
  private final Semaphore mayEnd = new Semaphore(0);
  private final AtomicInteger ended = new AtomicInteger();

  @AfterEach
  void close() {
    mayEnd.release(1_000);
    executor.close();
  }

  @Test
  void keepsSoManyCallsInFlightAndLetsTheOthersWait() throws InterruptedException {
    CompletableFuture<Void> offering = CompletableFuture.runAsync(() -> offer(10));

    await().until(() -> executor.inFlight() == 3);
    assertThat(offering).isNotDone();

    mayEnd.release(10);
    offering.join();
    await().until(() -> ended.get() == 10);
    await().until(() -> executor.inFlight() == 0);
  }

  @Test
  void isNotHeldUpByOneSlowCall() throws InterruptedException {
    CountDownLatch slow = new CountDownLatch(1);
    executor.submit(() -> waitFor(slow));
    mayEnd.release(100);

    offer(100);
    await().until(() -> ended.get() == 100);

    assertThat(executor.inFlight()).isEqualTo(1);
    slow.countDown();
  }

  @Test
  void waitsUntilNoCallIsInFlight() {
    offer(1);
    await().until(() -> executor.inFlight() == 1);
    CompletableFuture<Void> idle =
        CompletableFuture.runAsync(() -> executor.awaitIdle(Duration.ofSeconds(60)));

    assertThat(idle).isNotDone();
    mayEnd.release();
    await()
        .until(
            () -> {
              time.pass(Duration.ofMillis(20));
              return idle.isDone();
            });
    assertThat(ended).hasValue(1);
  }

  @Test
  void waitsForCallsInFlightNoLongerThanTold() {
    offer(1);
    await().until(() -> executor.inFlight() == 1);

    executor.awaitIdle(Duration.ZERO);

    assertThat(executor.inFlight()).isEqualTo(1);
  }

  @Test
  void takesNothingWhenItIsClosed() {
    executor.close();

    assertThatThrownBy(() -> executor.submit(ended::incrementAndGet))
        .isInstanceOf(RejectedExecutionException.class)
        .hasMessage("The executor is closed");
  }

  private void offer(int calls) {
    try {
      for (int i = 0; i < calls; i++) {
        executor.submit(
            () -> {
              mayEnd.acquireUninterruptibly();
              ended.incrementAndGet();
            });
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
