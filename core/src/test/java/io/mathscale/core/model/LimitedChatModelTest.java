package io.mathscale.core.model;

import static io.mathscale.core.model.Samples.reply;
import static io.mathscale.core.model.Samples.request;
import static io.mathscale.core.model.Samples.unavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.retry.AnswerPolicy;
import io.mathscale.core.model.retry.CheckedChatModel;
import io.mathscale.core.model.retry.RetryPolicy;
import io.mathscale.core.model.retry.RetryingChatModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitedChatModelTest {
  private final ScriptedModel model = new ScriptedModel();
  private final FakeClock clock = new FakeClock();
  private final PausableClock callClock = new PausableClock(clock);
  private final List<Object> events = new ArrayList<>();

  @Test
  void needsAPermitForEachTry() {
    ModelUnavailableException failure = unavailable(FailureCause.SERVER_ERROR, null);
    model.thenThrow(failure).thenReply(reply("4"));

    retrying(Duration.ofMinutes(1), permitsAfter(Duration.ZERO)).ask(request());

    assertThat(events).containsExactly("acquire", failure, "acquire", reply("4"));
  }

  @Test
  void countsNoWaitForPermitsAsTimeOfTheCall() {
    model
        .thenThrow(unavailable(FailureCause.RATE_LIMITED, null))
        .thenThrow(unavailable(FailureCause.RATE_LIMITED, null))
        .thenReply(reply("4"));

    ChatReply reply =
        retrying(Duration.ofMinutes(1), permitsAfter(Duration.ofHours(1))).ask(request());

    assertThat(reply.tries()).isEqualTo(3);
  }

  @Test
  void countsTheTimeOfTries() {
    model.thenDo(
        request -> {
          clock.pass(Duration.ofMinutes(2));
          throw unavailable(FailureCause.RATE_LIMITED, null);
        });

    assertThatThrownBy(
            () ->
                retrying(1, Duration.ofMinutes(1), permitsAfter(Duration.ofHours(1)))
                    .ask(request()))
        .hasMessage("HTTP 503 (given up after 1 tries in 120.0 s)");
  }

  @Test
  void letsAStopPassUntouched() {
    StoppedException stopped = new StoppedException("budget must not be passed: 5");
    Permits refusing =
        request -> {
          throw stopped;
        };
    ChatModel checked =
        new CheckedChatModel(
            retrying(Duration.ofMinutes(1), refusing),
            AnswerPolicy.of(TruncatedAnswers.FAIL),
            clock);

    assertThatThrownBy(() -> checked.ask(request())).isSameAs(stopped);
    assertThat(model.requests()).isEmpty();
  }

  @Test
  void doubtsWhetherWhatWasSentIsCharged() {
    model
        .thenThrow(StoppedException.whileAsking("stopped", null))
        .thenThrow(new StoppedException("stopped"));
    ChatModel limited = new LimitedChatModel(model, permitsAfter(Duration.ZERO), callClock);

    assertThatThrownBy(() -> limited.ask(request())).isInstanceOf(StoppedException.class);
    assertThatThrownBy(() -> limited.ask(request())).isInstanceOf(StoppedException.class);

    assertThat(events)
        .filteredOn(ModelException.class::isInstance)
        .extracting(event -> ((ModelException) event).usage())
        .containsExactly(Usage.DOUBTFUL, Usage.NONE);
  }

  @Test
  void givesThePermitBackWhateverHappens() {
    IllegalStateException bug = new IllegalStateException("bug");
    model.thenThrow(bug);

    assertThatThrownBy(
            () -> retrying(Duration.ofMinutes(1), permitsAfter(Duration.ZERO)).ask(request()))
        .isSameAs(bug);
    assertThat(events).hasSize(2);
    assertThat(events.get(1))
        .isInstanceOfSatisfying(ModelException.class, failure -> assertThat(failure).hasCause(bug));
  }

  private ChatModel retrying(Duration giveUpAfter, Permits permits) {
    return retrying(6, giveUpAfter, permits);
  }

  private ChatModel retrying(int maxTries, Duration giveUpAfter, Permits permits) {
    return new RetryingChatModel(
        new LimitedChatModel(model, permits, callClock),
        RetryPolicy.of(maxTries, giveUpAfter),
        clock,
        callClock,
        () -> 1);
  }

  private Permits permitsAfter(Duration wait) {
    return request -> {
      clock.pass(wait);
      events.add("acquire");
      return new Permit() {
        @Override
        public void answered(ChatReply reply) {
          events.add(reply);
        }

        @Override
        public void failed(ModelException failure) {
          events.add(failure);
        }
      };
    };
  }
}
