package io.mathscale.core.model.retry;

import static io.mathscale.core.model.Samples.USAGE;
import static io.mathscale.core.model.Samples.reply;
import static io.mathscale.core.model.Samples.request;
import static io.mathscale.core.model.Samples.unavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.ChatModel;
import io.mathscale.core.model.ChatReply;
import io.mathscale.core.model.FakeClock;
import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.ModelUnavailableException;
import io.mathscale.core.model.ScriptedModel;
import io.mathscale.core.model.TruncatedAnswers;
import io.mathscale.core.model.Usage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckedChatModelTest {
  private static final Duration PAUSE = Duration.ofSeconds(3);
  private static final Usage TWICE = new Usage(20, 0, 4, true);

  private final ScriptedModel model = new ScriptedModel();
  private final FakeClock clock = new FakeClock();

  @Test
  void passesGoodAnswersOn() {
    model.thenReply(reply("4").withTries(3));

    assertThat(checked(0, 1).ask(request())).isEqualTo(reply("4").withTries(3));
  }

  @ParameterizedTest
  @CsvSource({
    "'4', length, TRUNCATED, 'The answer must fit into 64 tokens: finish_reason is ''length'''",
    "'', length, TRUNCATED, 'The answer must fit into 64 tokens: finish_reason is ''length'''",
    "'4', content_filter, FILTERED,"
        + " 'The answer must pass the content filter: finish_reason is ''content_filter'''",
    "' ', stop, EMPTY, 'The answer must not be empty: finish_reason is ''stop'''"
  })
  void failsBadAnswersWithWhatTheyCost(
      String content, String finishReason, FailureCause cause, String message) {
    model.thenReply(reply(content, finishReason).withTries(2));

    ModelException failure = failureOf(checked(0, 1));

    assertThat(failure)
        .hasMessage(message)
        .returns(cause, ModelException::failureCause)
        .returns(USAGE, ModelException::usage)
        .returns(2, ModelException::tries);
  }

  /** The server of llama.cpp says {@code stop} of answers that were cut. */
  @Test
  void takesAnAnswerAsLongAsAllowedForTruncated() {
    ChatReply cut = reply("2 plus", "stop").withUsage(new Usage(10, 0, 64, true));
    ChatReply counted = reply("2 plus", "stop").withUsage(new Usage(10, 0, 64, false));
    model.thenReply(cut).thenReply(cut).thenReply(counted);
    ChatModel keeping =
        new CheckedChatModel(model, new AnswerPolicy(0, PAUSE, 1, TruncatedAnswers.KEEP), clock);

    assertThat(failureOf(checked(0, 1)).failureCause()).isEqualTo(FailureCause.TRUNCATED);
    assertThat(keeping.ask(request()).isTruncated()).isTrue();
    assertThat(keeping.ask(request()).isTruncated()).as("our own count decides nothing").isFalse();
  }

  @Test
  void asksOnceMoreWithMoreTokens() {
    model.thenReply(reply("2 plus", "length")).thenReply(reply("2 plus 2 is 4"));

    ChatReply reply = checked(0, 1.5).ask(request());

    assertThat(reply).isEqualTo(reply("2 plus 2 is 4").withTries(2).withUsage(TWICE));
    assertThat(model.requests()).containsExactly(request(), request().withMaxTokens(96));
  }

  @Test
  void asksForMoreTokensOnlyOnce() {
    model.thenReply(reply("2 plus", "length")).thenReply(reply("2 plus 2", "length"));

    ModelException failure = failureOf(checked(5, 2));

    assertThat(failure)
        .hasMessage("The answer must fit into 128 tokens: finish_reason is 'length'")
        .returns(FailureCause.TRUNCATED, ModelException::failureCause)
        .returns(TWICE, ModelException::usage)
        .returns(2, ModelException::tries);
  }

  @Test
  void repeatsSpoiltAnswersAfterAPause() {
    model
        .thenReply(reply(""))
        .thenThrow(new ModelException(FailureCause.NOT_JSON, 200, "HTTP 200", Usage.NONE, null))
        .thenReply(reply("4"));

    ChatReply reply = checked(2, 1).ask(request());

    assertThat(reply).isEqualTo(reply("4").withTries(3).withUsage(TWICE));
    assertThat(clock.sleeps()).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(3));
  }

  @Test
  void boundsTheRepeats() {
    model.thenReply(reply("")).thenReply(reply(""));

    ModelException failure = failureOf(checked(1, 1));

    assertThat(failure)
        .returns(FailureCause.EMPTY, ModelException::failureCause)
        .returns(TWICE, ModelException::usage)
        .returns(2, ModelException::tries);
  }

  @Test
  void tellsWhatWasChargedBeforeAnOutage() {
    model
        .thenReply(reply("2 plus", "length"))
        .thenThrow(unavailable(FailureCause.SERVER_ERROR, null));

    ModelException failure = failureOf(checked(0, 2));

    assertThat(failure)
        .isInstanceOf(ModelUnavailableException.class)
        .returns(USAGE, ModelException::usage)
        .returns(2, ModelException::tries);
  }

  @ParameterizedTest
  @CsvSource({"'2 plus'", "''"})
  void keepsCutAnswersWhereTheyAreOfUse(String content) {
    model.thenReply(reply(content, "length").withTries(2));

    ChatReply reply = checked(new AnswerPolicy(1, PAUSE, 1, TruncatedAnswers.KEEP)).ask(request());

    assertThat(reply).isEqualTo(reply(content, "length").withTries(2));
    assertThat(reply.isTruncated()).isTrue();
  }

  @Test
  void keepsWhatIsStillCutWithMoreTokens() {
    model.thenReply(reply("2 plus", "length")).thenReply(reply("2 plus 2", "length"));

    ChatReply reply = checked(new AnswerPolicy(1, PAUSE, 2, TruncatedAnswers.KEEP)).ask(request());

    assertThat(reply).isEqualTo(reply("2 plus 2", "length").withTries(2).withUsage(TWICE));
  }

  private ModelException failureOf(ChatModel checked) {
    return catchThrowableOfType(ModelException.class, () -> checked.ask(request()));
  }

  private ChatModel checked(int maxRepeats, double tokenFactor) {
    return checked(new AnswerPolicy(maxRepeats, PAUSE, tokenFactor, TruncatedAnswers.FAIL));
  }

  private ChatModel checked(AnswerPolicy policy) {
    return new CheckedChatModel(model, policy, clock);
  }
}
