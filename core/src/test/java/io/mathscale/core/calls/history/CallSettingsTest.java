package io.mathscale.core.calls.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.config.Settings;
import io.mathscale.core.model.Sampling;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CallSettingsTest {
  @Test
  void tellsWhetherMessagesAreContinuedAsOneText() {
    assertThat(settings("completions")).containsEntry("model.dialect", "completions");
    assertThat(settings("vllm")).isEqualTo(settings("")).containsEntry("model.dialect", "chat");
  }

  @Test
  void takesRunsOfEarlierVersionsForChat() {
    SortedMap<String, String> earlier = new TreeMap<>(settings(""));
    earlier.remove("model.dialect");

    assertThat(CallSettings.kept(earlier)).isEqualTo(settings(""));
    assertThat(CallSettings.kept(settings("completions"))).isEqualTo(settings("completions"));
  }

  private static SortedMap<String, String> settings(String dialect) {
    ModelConfig model =
        Settings.parse(
                "workspace = w, model { base-url = \"http://h/v1\", name = m }",
                "test",
                List.of("model.dialect=" + dialect))
            .config()
            .model();
    return CallSettings.of(model, "test", Sampling.of(0, 9), Collections.emptySortedMap());
  }
}
