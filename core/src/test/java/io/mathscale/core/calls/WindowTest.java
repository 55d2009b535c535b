package io.mathscale.core.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WindowTest {
  private final Window window = new Window("test", 3);
  private final Semaphore mayEnd = new Semaphore(0);
  private final AtomicInteger ended = new AtomicInteger();

  @AfterEach
  void close() {
    mayEnd.release(1_000);
    window.close();
  }

  @Test
  void keepsSoManyCallsInFlightAndLetsTheOthersWait() throws InterruptedException {
    CompletableFuture<Void> offering = CompletableFuture.runAsync(() -> offer(10));

    await().until(() -> window.inFlight() == 3);
    assertThat(offering).isNotDone();

    mayEnd.release(10);
    offering.join();
    await().until(() -> ended.get() == 10);
    await().until(() -> window.inFlight() == 0);
  }

  @Test
  void isNotHeldUpByOneSlowCall() throws InterruptedException {
    CountDownLatch slow = new CountDownLatch(1);
    window.submit(() -> waitFor(slow));
    mayEnd.release(100);

    offer(100);
    await().until(() -> ended.get() == 100);

    assertThat(window.inFlight()).isEqualTo(1);
    slow.countDown();
  }

  @Test
  void waitsUntilNoCallIsInFlight() {
    offer(1);
    await().until(() -> window.inFlight() == 1);
    CompletableFuture<Void> idle =
        CompletableFuture.runAsync(() -> window.awaitIdle(Instant.now().plusSeconds(60)));

    assertThat(idle).isNotDone();
    mayEnd.release();
    idle.join();
    assertThat(ended).hasValue(1);
  }

  @Test
  void waitsForCallsInFlightNoLongerThanTold() {
    offer(1);
    await().until(() -> window.inFlight() == 1);

    window.awaitIdle(Instant.now());

    assertThat(window.inFlight()).isEqualTo(1);
  }

  @Test
  void takesNothingWhenItIsClosed() {
    window.close();

    assertThatThrownBy(() -> window.submit(ended::incrementAndGet))
        .isInstanceOf(RejectedExecutionException.class)
        .hasMessage("The window is closed");
  }

  private void offer(int calls) {
    try {
      for (int i = 0; i < calls; i++) {
        window.submit(
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
