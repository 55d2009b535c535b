package io.mathscale.core.calls.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mathscale.core.data.Message;
import io.mathscale.core.model.ChatReply;
import io.mathscale.core.model.ChatRequest;
import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.Permit;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.time.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JournalGateTest {
  private static final ChatRequest REQUEST =
      new ChatRequest(List.of(Message.user("?")), Sampling.of(0, 8), null);

  private final ManualTime time = new ManualTime();
  private final AtomicBoolean isBlocked = new AtomicBoolean();
  private final AtomicBoolean isStopped = new AtomicBoolean();
  private final AtomicInteger acquired = new AtomicInteger();
  private final JournalGate gate =
      new JournalGate(this::permit, isBlocked::get, isStopped::get, time);

  @Test
  void letsRequestsThroughWhileTheJournalIsWritten() {
    gate.acquire(REQUEST);

    assertThat(acquired).hasValue(1);
  }

  @Test
  void letsThemWaitWhileItIsNot() {
    isBlocked.set(true);
    CompletableFuture<Permit> waiting = CompletableFuture.supplyAsync(() -> gate.acquire(REQUEST));
    time.pass(Duration.ofMinutes(1));
    assertThat(waiting).isNotDone();
    assertThat(acquired).hasValue(0);

    isBlocked.set(false);

    awaitEnd(waiting);
    assertThat(acquired).hasValue(1);
  }

  @Test
  void asksForPermitsAgainWhenTheStageStopsWhichRefuseThen() {
    isBlocked.set(true);
    CompletableFuture<Permit> waiting = CompletableFuture.supplyAsync(() -> gate.acquire(REQUEST));

    isStopped.set(true);

    awaitEnd(waiting);
    assertThat(acquired).hasValue(1);
  }

  private void awaitEnd(CompletableFuture<Permit> waiting) {
    await()
        .until(
            () -> {
              time.pass(Duration.ofSeconds(1));
              return waiting.isDone();
            });
  }

  private Permit permit(ChatRequest request) {
    acquired.incrementAndGet();
    return new Permit() {
      @Override
      public void answered(ChatReply reply) {}

      @Override
      public void failed(ModelException failure) {}
    };
  }
}
