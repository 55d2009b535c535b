package io.mathscale.core.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The model service.
 *
 * @param baseUrl root of the API with its version; empty where no command needs a model
 * @param name name of the model
 * @param dialect how the service speaks
 * @param apiKey where the key is
 * @param price US dollars a million tokens
 * @param timeout the longest that one try may take
 * @param maxBody a longer answer is a failed call
 * @param headers added to each request
 * @param extraBody added to each request body
 * @param apiVersion api-version of Azure OpenAI
 * @param sendSeed whether each sample carries its own seed
 * @param structuredOutput whether to ask through response_format
 * @param endpoints more endpoints behind the same model identity
 */
public record ModelConfig(
    String baseUrl,
    String name,
    DialectName dialect,
    SecretSource apiKey,
    Price price,
    Duration timeout,
    Bytes maxBody,
    Map<String, String> headers,
    Map<String, Object> extraBody,
    String apiVersion,
    boolean sendSeed,
    boolean structuredOutput,
    List<EndpointConfig> endpoints) {
  public ModelConfig {
    Check.positive("timeout", timeout);
    headers = Map.copyOf(headers);
    endpoints = List.copyOf(endpoints);
  }

  /** Checks what a command that asks the model needs. */
  public void requireReady() {
    if (baseUrl.isBlank()) {
      throw new ConfigException("model.base-url must be set: \"\"");
    }

    if (!baseUrl.startsWith("http://") && !baseUrl.startsWith("https://")) {
      throw new ConfigException("model.base-url must start with http:// or https://: " + baseUrl);
    }

    if (name.isBlank()) {
      throw new ConfigException("model.name must be set: \"\"");
    }
  }

  /** How a service speaks. */
  public enum DialectName {
    /** OpenAI and what is made to look like it. */
    OPENAI,
    /** Azure OpenAI: deployments, api-version, api-key header. */
    AZURE,
    /** vLLM. */
    VLLM,
    /** Text Generation Inference. */
    TGI,
    /** Ollama. */
    OLLAMA,
    /** The server of llama.cpp. */
    LLAMA_CPP
  }

  /**
   * Price of a million tokens.
   *
   * @param input US dollars for what is sent
   * @param cachedInput US dollars for what is sent and was cached
   * @param output US dollars for what comes back
   */
  public record Price(BigDecimal input, BigDecimal cachedInput, BigDecimal output) {
    public Price {
      Check.notNegative("input", input);
      Check.notNegative("cached-input", cachedInput);
      Check.notNegative("output", output);
    }
  }

  /**
   * One more endpoint of the same model.
   *
   * @param baseUrl root of its API
   * @param weight share of the calls, relative to the others; base-url itself has 1
   * @param apiKey where its key is; none given means that of the model
   */
  public record EndpointConfig(
      @JsonProperty(required = true) String baseUrl,
      @JsonProperty(required = false) Double weight,
      @JsonProperty(required = false) SecretSource apiKey) {
    public EndpointConfig {
      weight = weight == null ? 1.0 : weight;
      apiKey = apiKey == null ? new SecretSource("", "", "") : apiKey;
      Check.notBlank("base-url", baseUrl);
      Check.that(weight > 0, "weight", "be above 0", weight);
    }
  }
}
