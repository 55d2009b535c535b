package io.mathscale.core.model.retry;

import static io.mathscale.core.model.Samples.refused;
import static io.mathscale.core.model.Samples.reply;
import static io.mathscale.core.model.Samples.request;
import static io.mathscale.core.model.Samples.unavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.ChatModel;
import io.mathscale.core.model.ChatReply;
import io.mathscale.core.model.FakeClock;
import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.ModelRefusedException;
import io.mathscale.core.model.ModelUnavailableException;
import io.mathscale.core.model.ScriptedModel;
import io.mathscale.core.model.Sleeper;
import io.mathscale.core.model.StoppedException;
import io.mathscale.core.model.Usage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryingChatModelTest {
  private final ScriptedModel model = new ScriptedModel();
  private final FakeClock clock = new FakeClock();

  @Test
  void asksAgainWithLongerAndLongerPauses() {
    ChatModel retrying = retrying(6, Duration.ofMinutes(30));
    model
        .thenThrow(unavailable(FailureCause.SERVER_ERROR, null))
        .thenThrow(unavailable(FailureCause.CONNECTION, null))
        .thenThrow(unavailable(FailureCause.TIMEOUT, null))
        .thenReply(reply("4"));

    ChatReply reply = retrying.ask(request());

    assertThat(reply).isEqualTo(reply("4").withTries(4));
    assertThat(clock.sleeps())
        .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void waitsAsLongAsTheServerAsks() {
    ChatModel retrying = retrying(6, Duration.ofMinutes(30));
    model
        .thenThrow(unavailable(FailureCause.RATE_LIMITED, Duration.ofSeconds(20)))
        .thenReply(reply("4"));

    retrying.ask(request());

    assertThat(clock.sleeps()).containsExactly(Duration.ofMillis(20_500));
  }

  @Test
  void givesUpAfterTheLastTry() {
    ChatModel retrying = retrying(3, Duration.ofMinutes(30));
    ModelUnavailableException last = unavailable(FailureCause.CONFLICT, null);
    model
        .thenThrow(unavailable(FailureCause.SERVER_ERROR, null))
        .thenThrow(unavailable(FailureCause.SERVER_ERROR, null))
        .thenThrow(last);

    ModelUnavailableException failure =
        catchThrowableOfType(ModelUnavailableException.class, () -> retrying.ask(request()));

    assertThat(failure)
        .hasMessage("HTTP 503 (given up after 3 tries in 1.5 s)")
        .hasCause(last)
        .returns(FailureCause.CONFLICT, ModelException::failureCause)
        .returns(503, ModelException::status)
        .returns(3, ModelException::tries);
  }

  @Test
  void countsTimeNotTriesAgainstARateLimit() {
    ChatModel retrying = retrying(2, Duration.ofMinutes(10));
    for (int i = 0; i < 50; i++) {
      model.thenThrow(unavailable(FailureCause.RATE_LIMITED, Duration.ofSeconds(10)));
    }

    model.thenThrow(unavailable(FailureCause.SERVER_ERROR, null)).thenReply(reply("4"));

    assertThat(retrying.ask(request()).tries()).isEqualTo(52);
  }

  @Test
  void givesUpWhenItsTimeWouldBeOver() {
    ChatModel retrying = retrying(100, Duration.ofSeconds(45));
    for (int i = 0; i < 5; i++) {
      model.thenThrow(unavailable(FailureCause.RATE_LIMITED, Duration.ofSeconds(20)));
    }

    ModelUnavailableException failure =
        catchThrowableOfType(ModelUnavailableException.class, () -> retrying.ask(request()));

    assertThat(failure.failureCause()).isEqualTo(FailureCause.RATE_LIMITED);
    assertThat(failure.tries()).isEqualTo(3);
    assertThat(clock.sleeps()).hasSize(2);
  }

  @Test
  void doesNotSleepWhenTheServerAsksForTooMuch() {
    ChatModel retrying = retrying(6, Duration.ofMinutes(30));
    model.thenThrow(unavailable(FailureCause.RATE_LIMITED, Duration.ofHours(2)));

    assertThatThrownBy(() -> retrying.ask(request())).isInstanceOf(ModelException.class);
    assertThat(clock.sleeps()).isEmpty();
  }

  @Test
  void passesOnWhatTimeDoesNotMend() {
    ChatModel retrying = retrying(6, Duration.ofMinutes(30));
    ModelException badRequest =
        new ModelException(FailureCause.BAD_REQUEST, 400, "HTTP 400", Usage.NONE, null);
    StoppedException stopped = new StoppedException("budget must not be passed: 5");
    model.thenThrow(badRequest).thenThrow(stopped);

    assertThatThrownBy(() -> retrying.ask(request())).isSameAs(badRequest);
    assertThatThrownBy(() -> retrying.ask(request())).isSameAs(stopped);
    assertThat(clock.sleeps()).isEmpty();
  }

  @Test
  void tellsTheTriesBeforeARefusal() {
    ChatModel retrying = retrying(6, Duration.ofMinutes(30));
    model.thenThrow(unavailable(FailureCause.SERVER_ERROR, null)).thenThrow(refused());

    assertThatThrownBy(() -> retrying.ask(request()))
        .isInstanceOfSatisfying(
            ModelRefusedException.class, refusal -> assertThat(refusal.tries()).isEqualTo(2));
  }

  @Test
  void stopsWhenInterrupted() {
    Sleeper interrupted =
        duration -> {
          throw new InterruptedException();
        };
    ChatModel retrying =
        new RetryingChatModel(
            model, RetryPolicy.of(6, Duration.ofHours(1)), interrupted, clock, () -> 1);
    model.thenThrow(unavailable(FailureCause.SERVER_ERROR, null));

    assertThatThrownBy(() -> retrying.ask(request())).isInstanceOf(StoppedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void closesItsModel() {
    retrying(1, Duration.ZERO).close();

    assertThat(model.isClosed()).isTrue();
  }

  private ChatModel retrying(int maxTries, Duration giveUpAfter) {
    return new RetryingChatModel(
        model, RetryPolicy.of(maxTries, giveUpAfter), clock, clock, () -> 1);
  }
}
