package io.mathscale.core.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.config.Settings;
import io.mathscale.core.data.Message;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.model.Sampling;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallIdentityTest {
  private static final CallIdentity IDENTITY =
      new CallIdentity("https://h/v1", "gpt", 0.7, 1, 256, List.of("\n"), "{}", "{}", "");
  private static final Prompt PROMPT = new Prompt("row", 0, List.of(Message.user("2 + 2?")));

  /** A key that changes makes users pay again for all that they have. */
  @Test
  void neverChanges() {
    assertThat(IDENTITY.call(PROMPT).key())
        .isEqualTo("ad6737005900865000e3ee379a3082dacc089c1ea1a290318970720d9722ed92");
  }

  @Test
  void isTheSameForEveryRowThatAsksTheSame() {
    Prompt other = new Prompt("other row", 0, PROMPT.messages());

    assertThat(IDENTITY.call(other).key()).isEqualTo(IDENTITY.call(PROMPT).key());
  }

  @Test
  void dependsOnTheDialectOnlyWhereItContinuesText() {
    assertThat(key("vllm")).isEqualTo(key("")).isNotEqualTo(key("completions"));
  }

  private static String key(String dialect) {
    ModelConfig model =
        Settings.parse(
                "workspace = w, model { base-url = \"http://h/v1\", name = m }",
                "test",
                List.of("model.dialect=" + dialect))
            .config()
            .model();
    return CallIdentity.of(model, Sampling.of(0, 9)).call(PROMPT).key();
  }

  @Test
  void dependsOnAllThatTheAnswerDependsOn() {
    Set<String> keys = new HashSet<>();
    List<CallIdentity> identities =
        List.of(
            IDENTITY,
            new CallIdentity("https://i/v1", "gpt", 0.7, 1, 256, List.of("\n"), "{}", "{}", ""),
            new CallIdentity("https://h/v1", "gpu", 0.7, 1, 256, List.of("\n"), "{}", "{}", ""),
            new CallIdentity("https://h/v1", "gpt", 0.8, 1, 256, List.of("\n"), "{}", "{}", ""),
            new CallIdentity("https://h/v1", "gpt", 0.7, 0.9, 256, List.of("\n"), "{}", "{}", ""),
            new CallIdentity("https://h/v1", "gpt", 0.7, 1, 257, List.of("\n"), "{}", "{}", ""),
            new CallIdentity("https://h/v1", "gpt", 0.7, 1, 256, List.of(), "{}", "{}", ""),
            new CallIdentity("https://h/v1", "gpt", 0.7, 1, 256, List.of("\n"), "", "{}", ""),
            new CallIdentity(
                "https://h/v1", "gpt", 0.7, 1, 256, List.of("\n"), "{}", "{\"k\":1}", ""),
            new CallIdentity(
                "https://h/v1", "gpt", 0.7, 1, 256, List.of("\n"), "{}", "{}", "completions"));
    List<Prompt> prompts =
        List.of(
            PROMPT,
            new Prompt("row", 1, PROMPT.messages()),
            new Prompt("row", 0, List.of(Message.user("2 + 3?"))),
            new Prompt("row", 0, List.of(Message.system("2 + 2?"))),
            new Prompt("row", 0, List.of(Message.user("2 +"), Message.user(" 2?"))));
    for (CallIdentity identity : identities) {
      for (Prompt prompt : prompts) {
        keys.add(identity.call(prompt).key());
      }
    }

    assertThat(keys)
        .hasSize(identities.size() * prompts.size())
        .allMatch(key -> key.length() == 64);
  }
}
