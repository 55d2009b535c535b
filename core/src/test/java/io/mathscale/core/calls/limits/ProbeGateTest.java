package io.mathscale.core.calls.limits;

import static io.mathscale.core.model.Samples.refused;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProbeGateTest {
  private static final Permit UNUSED =
      new Permit() {
        @Override
        public void answered(ChatReply reply) {}

        @Override
        public void failed(ModelException failure) {}
      };

  private final AtomicInteger acquired = new AtomicInteger();
  private final AtomicBoolean isStopped = new AtomicBoolean();
  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final ProbeGate first =
      new ProbeGate(
          request -> {
            if (isStopped.get()) {
              throw new StoppedException("The stage is stopping");
            }

            acquired.incrementAndGet();
            return UNUSED;
          },
          isStopped::get);

  @AfterEach
  void close() {
    callers.shutdownNow();
  }

  @Test
  void letsAllThroughOnceTheServiceHasAnswered() {
    Permit one = first.acquire(request());
    List<CompletableFuture<Permit>> others = acquire(20);

    assertThat(acquired).hasValue(1);
    assertThat(first.isProven()).isFalse();

    one.answered(reply("4"));

    others.forEach(CompletableFuture::join);
    assertThat(acquired).hasValue(21);
    assertThat(first.isProven()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      names = {"CONNECTION", "KEY_REFUSED", "NO_QUOTA", "UNKNOWN_MODEL"},
      mode = EnumSource.Mode.EXCLUDE)
  void takesANoToOneRequestForAnAnswer(FailureCause cause) {
    first.acquire(request()).failed(unavailable(cause, null));

    assertThat(first.isProven()).isTrue();
  }

  @Test
  void letsTheNextOneTryWhereTheServiceWasNotReached() {
    Permit one = first.acquire(request());
    List<CompletableFuture<Permit>> others = acquire(5);
    one.failed(unavailable(FailureCause.CONNECTION, null));

    await().until(() -> acquired.get() == 2);
    assertThat(others.stream().filter(CompletableFuture::isDone)).hasSize(1);
  }

  @Test
  void letsNobodyThroughAfterARefusal() {
    Permit one = first.acquire(request());
    List<CompletableFuture<Permit>> others = acquire(20);
    isStopped.set(true);
    one.failed(refused());

    others.forEach(
        other ->
            assertThatThrownBy(other::join)
                .cause()
                .isInstanceOf(StoppedException.class)
                .hasMessage("The stage is stopping"));
    assertThat(acquired).hasValue(1);
  }

  @Test
  void passesTheTurnOnWhereThePermitWasNotGiven() {
    isStopped.set(true);
    assertThatThrownBy(() -> first.acquire(request())).isInstanceOf(StoppedException.class);
    isStopped.set(false);

    first.acquire(request()).answered(reply("4"));

    assertThat(first.isProven()).isTrue();
  }

  private List<CompletableFuture<Permit>> acquire(int count) {
    List<CompletableFuture<Permit>> wanted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      wanted.add(CompletableFuture.supplyAsync(() -> first.acquire(request()), callers));
    }

    return wanted;
  }
}
