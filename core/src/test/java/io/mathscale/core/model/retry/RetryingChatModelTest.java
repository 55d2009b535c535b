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
import io.mathscale.core.model.ModelMisdirectedException;
import io.mathscale.core.model.ModelRefusedException;
import io.mathscale.core.model.ModelUnavailableException;
import io.mathscale.core.model.ScriptedModel;
import io.mathscale.core.model.Sleeper;
import io.mathscale.core.model.StoppedException;
import io.mathscale.core.model.Usage;
import java.time.Duration;
import java.util.function.BooleanSupplier;
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
  void givesUpAgainstARateLimitWhenItsTimeIsOver() {
    ChatModel retrying = retrying(2, Duration.ofSeconds(45));
    for (int i = 0; i < 5; i++) {
      model.thenThrow(unavailable(FailureCause.RATE_LIMITED, Duration.ofSeconds(20)));
    }

    ModelUnavailableException failure =
        catchThrowableOfType(ModelUnavailableException.class, () -> retrying.ask(request()));

    assertThat(failure.failureCause()).isEqualTo(FailureCause.RATE_LIMITED);
    assertThat(failure.tries()).isEqualTo(4);
    assertThat(clock.sleeps()).hasSize(3);
  }

  @Test
  void waitsLongerThanItsTimeWhereTheServerAsksForIt() {
    ChatModel retrying = retrying(2, Duration.ofMinutes(30));
    model
        .thenThrow(unavailable(FailureCause.RATE_LIMITED, Duration.ofHours(2)))
        .thenReply(reply("4"));

    assertThat(retrying.ask(request()).tries()).isEqualTo(2);
    assertThat(clock.sleeps()).containsExactly(Duration.ofHours(2).plusMillis(500));
  }

  @Test
  void usesUpNoTryWhileTheServiceIsAway() {
    ScriptedJudge judge = new ScriptedJudge();
    ChatModel retrying = judged(2, judge);
    for (int i = 0; i < 50; i++) {
      model.thenThrow(unavailable(FailureCause.CONNECTION, null));
    }

    model.thenReply(reply("4"));

    assertThat(retrying.ask(request()).tries()).isEqualTo(51);
    assertThat(judge.stuck).isZero();
  }

  @Test
  void givesUpOnceOthersWereAnsweredAfterItsLastTry() {
    ScriptedJudge judge = new ScriptedJudge();
    ChatModel retrying = judged(2, judge);
    model
        .thenThrow(unavailable(FailureCause.SERVER_ERROR, null))
        .thenDo(
            request -> {
              judge.hasAnswered = true; // since the first failure, before this one
              throw unavailable(FailureCause.SERVER_ERROR, null);
            });

    assertThatThrownBy(() -> retrying.ask(request()))
        .hasMessageStartingWith("HTTP 503 (given up after 2 tries in ");
    assertThat(judge.stuck).isZero();
  }

  @Test
  void comesBackSoonToThePauseThatHoldsAllBack() {
    ScriptedJudge judge = new ScriptedJudge();
    judge.isPaused = true;
    for (int i = 0; i < 3; i++) {
      model.thenThrow(unavailable(FailureCause.CONNECTION, null));
    }

    model.thenReply(reply("4"));
    judged(6, judge).ask(request());

    assertThat(clock.sleeps()).containsOnly(Duration.ofMillis(500));
  }

  @Test
  void asksAgainWhereSomethingElseAnsweredUntilItIsKnownToBeItsOwnFault() {
    ScriptedJudge judge = new ScriptedJudge();
    ModelMisdirectedException failure =
        new ModelMisdirectedException(FailureCause.NOT_FOUND, 404, "HTTP 404", Usage.NONE, null);
    model
        .thenThrow(failure)
        .thenDo(
            request -> {
              judge.hasAnswered = true;
              throw failure;
            });

    assertThatThrownBy(() -> judged(6, judge).ask(request()))
        .isInstanceOfSatisfying(
            ModelMisdirectedException.class, last -> assertThat(last.tries()).isEqualTo(2));
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

  private ChatModel judged(int maxTries, FailureJudge judge) {
    RetryPolicy policy = RetryPolicy.of(maxTries, Duration.ofMinutes(30));
    return new RetryingChatModel(model, policy, clock, clock, () -> 1, judge, () -> false);
  }

  /** Judges as it is told. */
  private static final class ScriptedJudge implements FailureJudge {
    private boolean hasAnswered;
    private boolean isPaused;
    private int stuck;

    @Override
    public boolean isWaitedFor(ModelException failure) {
      return true;
    }

    @Override
    public long failed(ModelException before, ModelException failure) {
      stuck += before == null ? 1 : 0;
      return 0;
    }

    @Override
    public void over(ModelException last) {
      stuck--;
    }

    @Override
    public boolean isOwn(ModelException failure, long failedAt, BooleanSupplier isThere) {
      return hasAnswered;
    }

    @Override
    public boolean hasAnsweredSince(long failedAt) {
      return hasAnswered;
    }

    @Override
    public boolean isPaused() {
      return isPaused;
    }
  }

  private ChatModel retrying(int maxTries, Duration giveUpAfter) {
    return new RetryingChatModel(
        model, RetryPolicy.of(maxTries, giveUpAfter), clock, clock, () -> 1);
  }
}
