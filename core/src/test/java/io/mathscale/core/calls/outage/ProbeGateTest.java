package io.mathscale.core.calls.outage;

import static io.mathscale.core.model.Samples.reply;
import static io.mathscale.core.model.Samples.request;
import static io.mathscale.core.model.Samples.unavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.ChatReply;
import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.Permit;
import io.mathscale.core.model.StoppedException;
import io.mathscale.core.time.ManualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProbeGateTest {
  private static final Permit UNUSED =
      new Permit() {
        @Override
        public void answered(ChatReply reply) {}

        @Override
        public void failed(ModelException failure) {}
      };

  private final AtomicInteger acquired = new AtomicInteger();
  private final AtomicInteger reports = new AtomicInteger();
  private final AtomicBoolean isStopped = new AtomicBoolean();
  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final ServiceHealth health = new ServiceHealth(false, new ManualTime()::nanos);
  private final ProbeGate gate =
      new ProbeGate(
          request -> {
            if (isStopped.get()) {
              throw new StoppedException("The stage is stopping");
            }

            acquired.incrementAndGet();
            return UNUSED;
          },
          health,
          reports::incrementAndGet);

  @AfterEach
  void close() {
    callers.shutdownNow();
  }

  @Test
  void letsThroughAsManyAsItIsTold() {
    List<CompletableFuture<Permit>> wanted = acquire(20);
    await().until(() -> health.turns().waiting() == 20);

    health.apply(new ServiceState(false, 2, false));
    await().until(() -> acquired.get() == 2);
    assertThat(health.turns().waiting()).isEqualTo(18);

    health.apply(ServiceState.OPEN);
    wanted.forEach(CompletableFuture::join);
    assertThat(acquired).hasValue(20);
  }

  @Test
  void reportsAtOnceThatTheFirstCallWaits() {
    acquire(1);

    await().until(() -> reports.get() == 1);
    assertThat(health.report().waiting()).isEqualTo(1);
  }

  @Test
  void keepsATurnForTheNextCallWhereNoneWaits() {
    health.apply(new ServiceState(false, 1, false));

    gate.acquire(request());

    assertThat(acquired).hasValue(1);
    assertThat(reports).hasValue(0);
  }

  @Test
  void reportsAtOnceWhatAProbeHasFound() {
    health.apply(new ServiceState(false, 2, false));
    gate.acquire(request()).failed(unavailable(FailureCause.CONNECTION, null));
    assertThat(reports).hasValue(1);
    assertThat(health.report())
        .returns(1L, ServiceReport::failures)
        .returns("HTTP 503", ServiceReport::trouble);

    gate.acquire(request()).answered(reply("4"));
    assertThat(reports).hasValue(2);
    assertThat(health.report().isAnswered()).isTrue();
  }

  @Test
  void reportsNoSingleCallWhileAllIsWell() {
    health.apply(ServiceState.OPEN);

    gate.acquire(request()).answered(reply("4"));

    assertThat(reports).hasValue(0);
  }

  @Test
  void letsNobodyWaitOnceTheStageStops() {
    List<CompletableFuture<Permit>> wanted = acquire(5);
    await().until(() -> health.turns().waiting() == 5);
    isStopped.set(true);
    health.stop();

    wanted.forEach(
        call ->
            assertThatThrownBy(call::join)
                .cause()
                .isInstanceOf(StoppedException.class)
                .hasMessage("The stage is stopping"));
    assertThat(acquired).hasValue(0);
  }

  private List<CompletableFuture<Permit>> acquire(int count) {
    List<CompletableFuture<Permit>> wanted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      wanted.add(CompletableFuture.supplyAsync(() -> gate.acquire(request()), callers));
    }

    return wanted;
  }
}
