package io.mathscale.core.model.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
  @ParameterizedTest
  @CsvSource({
    "OPENAI, https://api.openai.com/v1/, '', https://api.openai.com/v1/chat/completions",
    "COMPLETIONS, http://127.0.0.1:8000/v1, '', http://127.0.0.1:8000/v1/completions",
    "AZURE, https://a.openai.azure.com, 2024-10-21,"
        + " https://a.openai.azure.com/openai/deployments/m%20x/chat/completions"
        + "?api-version=2024-10-21",
    "AZURE, https://a.openai.azure.com/openai/v1/, '',"
        + " https://a.openai.azure.com/openai/v1/chat/completions"
  })
  void knowsWhereRequestsGo(Dialect dialect, String baseUrl, String apiVersion, String url) {
    Endpoint endpoint =
        new Endpoint("e", baseUrl, "m x", dialect, Secret.NONE, Map.of(), Map.of(), apiVersion, 1);

    assertThat(endpoint.url()).isEqualTo(url);
    assertThat(endpoint.shownUrl()).isEqualTo(url.replaceAll("\\?.*", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.openai.com/v1, OPENAI",
    "https://name.openai.azure.com, AZURE",
    "http://127.0.0.1:8089/v1, COMPATIBLE",
    "https://evil.example/https://api.openai.com/v1, COMPATIBLE"
  })
  void tellsTheDialectByTheHost(String baseUrl, Dialect dialect) {
    assertThat(Dialect.at(baseUrl)).isEqualTo(dialect);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://host/v1",
        "host/v1",
        "http:///v1",
        "https://user:secret@host/v1",
        "https://host/v1?key=secret",
        "https://host/v 1"
      })
  void refusesWhatIsNoBaseUrl(String baseUrl) {
    assertThatThrownBy(() -> Endpoint.of(baseUrl, "m", Secret.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("baseUrl must ")
        .hasMessageNotContaining("secret");
  }

  @Test
  void keepsTheFieldsOfTheEngine() {
    assertThatThrownBy(
            () ->
                new Endpoint(
                    "e",
                    "http://host/v1",
                    "m",
                    Dialect.VLLM,
                    Secret.NONE,
                    Map.of(),
                    Map.of("stream", true),
                    "",
                    1))
        .hasMessage("extraBody must not hold one of our fields: stream");
  }

  @Test
  void showsNoSecrets() {
    Endpoint endpoint = withHeader("X-Key", "secret-value");

    assertThat(endpoint.toString()).doesNotContain("secret-value", "sk-1");
    assertThat(endpoint.masked("secret-value and sk-1")).isEqualTo("*** and ***");
  }

  @Test
  void refusesHeadersThatHttpCannotCarry() {
    assertThatThrownBy(() -> withHeader("X-Key", "secret\nvalue"))
        .hasMessage("headers must be printable ASCII: the value of X-Key");
    assertThatThrownBy(() -> withHeader("X Key", "value"))
        .hasMessage("headers must have names of HTTP: 'X Key'");
  }

  @Test
  void needsAzuresVersion() {
    assertThatThrownBy(() -> Endpoint.of("https://a.openai.azure.com", "m", Secret.NONE))
        .hasMessage("apiVersion must be given for Azure: ''");
  }

  private static Endpoint withHeader(String name, String value) {
    return new Endpoint(
        "e",
        "http://host/v1",
        "m",
        Dialect.VLLM,
        Secret.of("sk-1"),
        Map.of(name, value),
        Map.of(),
        "",
        1);
  }
}
