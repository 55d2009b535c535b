package io.mathscale.core.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.config.Settings;
import io.mathscale.core.model.http.Dialect;
import io.mathscale.core.model.http.Endpoint;
import io.mathscale.core.model.http.Secret;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loads the example configurations in {@code conf}. */
class ExampleConfigurationsTest {
  /** Longer, an example hides what matters. */
  private static final int MOST_LINES = 50;

  @ParameterizedTest
  @ValueSource(strings = {"demo", "openai", "azure", "vllm", "cluster"})
  void bindsAndIsReadyToAsk(String name) {
    MathscaleConfig config = config(name);

    assertThatCode(config.model()::requireReady).doesNotThrowAnyException();
    assertThat(endpoints(config.model()))
        .allSatisfy(endpoint -> assertThat(endpoint.url()).contains("/chat/completions"));
    assertThat(Documents.text("conf/" + name + ".conf").lines().count()).isLessThan(MOST_LINES);
  }

  @Test
  void namesWhereTheKeyIsAndNeverTheKey() {
    assertThat(config("openai").model().apiKey().env()).isEqualTo("OPENAI_API_KEY");
    assertThat(config("azure").model().endpoints().get(0).apiKey().env())
        .isEqualTo("AZURE_OPENAI_KEY_WEST");
    assertThat(config("vllm").model().apiKey().isNone()).isTrue();
    assertThat(config("cluster").model().apiKey().credential()).isEqualTo("mathscale.model.key");
  }

  @Test
  void azureAsksEachResource() {
    ModelConfig azure =
        Settings.load(
                Documents.path("conf/azure.conf").toFile(),
                List.of("model.base-url=https://other.openai.azure.com/openai/v1"))
            .config()
            .model();

    assertThat(endpoints(azure).stream().map(Endpoint::url))
        .containsExactly(
            "https://other.openai.azure.com/openai/v1/chat/completions",
            "https://mathscale-west.openai.azure.com/openai/v1/chat/completions");
    assertThat(azure.identity()).isEqualTo("azure-gpt-5.4-mini");
  }

  @Test
  void vllmTakesItsOwnFields() {
    ModelConfig vllm = config("vllm").model();

    assertThat(vllm.dialectAt(vllm.baseUrl())).isEqualTo(Dialect.VLLM);
    assertThat(vllm.extraBody()).containsOnlyKeys("chat_template_kwargs");
    assertThat(endpoints(vllm)).hasSize(3);
  }

  private static MathscaleConfig config(String name) {
    return Settings.load(Documents.path("conf/" + name + ".conf").toFile(), List.of()).config();
  }

  /** The endpoints that a configuration comes to, with the checks that they make. */
  private static List<Endpoint> endpoints(ModelConfig model) {
    List<String> urls = new ArrayList<>(List.of(model.baseUrl()));
    model.endpoints().forEach(endpoint -> urls.add(endpoint.baseUrl()));
    return urls.stream()
        .map(
            url ->
                new Endpoint(
                    url,
                    url,
                    model.name(),
                    model.dialectAt(url),
                    Secret.NONE,
                    model.headers(),
                    model.extraBody(),
                    model.apiVersion(),
                    1))
        .toList();
  }
}
