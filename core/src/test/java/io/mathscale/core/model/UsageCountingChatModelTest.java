package io.mathscale.core.model;

import static io.mathscale.core.model.Samples.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.data.Message;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageCountingChatModelTest {
  private static final TokenCounter COUNTER = new TokenCounter();

  private final ScriptedModel model = new ScriptedModel();
  private final ChatModel counting = new UsageCountingChatModel(model, COUNTER);
  private final ChatRequest request =
      new ChatRequest(List.of(Message.user("hello world")), Sampling.of(0, 64), null);

  @Test
  void countsWhatTheServerDoesNot() {
    model.thenReply(
        new ChatReply("hello world", "hello", "stop", Usage.NONE, "model", ServerLimits.NONE));

    // "hello world" is two tokens, the role one, the frame of a message three, of the answer three.
    assertThat(counting.ask(request).usage()).isEqualTo(new Usage(9, 0, 3, false));
  }

  @Test
  void believesTheServer() {
    model.thenReply(reply("4"));

    assertThat(counting.ask(request)).isEqualTo(reply("4"));
  }

  /** The question has 9 tokens and may be answered by 64. */
  @ParameterizedTest
  @CsvSource({"9, 1000000000000", "1000000000000, 3", "5000, 3", "9, 81"})
  void countsWhatCannotBeAndDoubtsTheRest(long input, long output) {
    model.thenReply(reply("hello world").withUsage(new Usage(input, 0, output, true)));

    assertThat(counting.ask(request).usage()).isEqualTo(new Usage(9, 0, 0, 2, false, 1, ""));
  }

  @ParameterizedTest
  @CsvSource({"9, 80", "1500, 3", "0, 0"})
  void believesWhatRequestAndLimitsAllow(long input, long output) {
    Usage told = new Usage(input, 0, output, true);
    model.thenReply(reply("hello world").withUsage(told));

    assertThat(counting.ask(request).usage()).isEqualTo(told);
  }

  @Test
  void countsSpecialTokensAsText() {
    assertThat(COUNTER.count("")).isZero();
    assertThat(COUNTER.count("hello world")).isEqualTo(2);
    assertThat(COUNTER.count("<|endoftext|>")).isGreaterThan(1);
  }

  @Test
  void countsConversations() {
    // The cookbook's rule: three tokens a message, three before the answer.
    List<Message> messages =
        List.of(Message.system("hello world"), Message.user("hello world hello"));

    assertThat(COUNTER.count(messages)).isEqualTo(3 + (3 + 1 + 2) + (3 + 1 + 3));
  }
}
