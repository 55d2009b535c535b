package io.mathscale.core.model;

import static io.mathscale.core.model.Samples.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.data.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

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
