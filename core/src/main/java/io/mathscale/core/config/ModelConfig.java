package io.mathscale.core.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mathscale.core.model.Price;
import io.mathscale.core.model.http.Dialect;
import io.mathscale.core.model.http.Endpoint;
import io.mathscale.core.model.http.Secret;
import io.mathscale.core.model.pool.EndpointLimits;
import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The model service.
 *
 * @param baseUrl root of the API with its version; empty where no command needs a model
 * @param name name of the model
 * @param pool what stands for the endpoints in the identity of a call; empty means base-url
 * @param dialect how the service speaks, by the lower-case name of a {@link Dialect}; empty means
 *     as the URL tells
 * @param apiKey where the key is
 * @param price US dollars a million tokens
 * @param requestsPerMinute the most that base-url is asked, over all executors; 0 = no limit
 * @param tokensPerMinute the most tokens of prompts and answers there; 0 = no limit
 * @param timeout the longest that one try may take
 * @param maxBody a longer answer is a failed call
 * @param headers added to each request
 * @param extraBody added to each request body
 * @param apiVersion api-version of Azure OpenAI
 * @param sendSeed whether each sample carries its own seed
 * @param structuredOutput whether to ask through response_format
 * @param endpoints more endpoints behind the same model identity
 * @param proxy the proxy through which the endpoints are reached
 * @param caFile PEM file of authorities that are trusted beside those of the system; empty for none
 * @param clientCertificate the certificate that the service knows us by
 * @param free whether the service charges nothing, so that a budget needs no prices
 */
public record ModelConfig(
    String baseUrl,
    String name,
    String pool,
    String dialect,
    SecretSource apiKey,
    Price price,
    double requestsPerMinute,
    double tokensPerMinute,
    Duration timeout,
    Bytes maxBody,
    Map<String, String> headers,
    Map<String, Object> extraBody,
    String apiVersion,
    boolean sendSeed,
    boolean structuredOutput,
    List<EndpointConfig> endpoints,
    ProxyConfig proxy,
    String caFile,
    ClientCertificateConfig clientCertificate,
    boolean free)
    implements Serializable {
  /** The fields of a request body that limit the answer, by the dialects of services. */
  private static final List<String> LIMITS = List.of("max_tokens", "max_completion_tokens");

  /** Why a limit of tokens in a minute needs one of each answer. */
  static final String UNMEASURED = "an answer without limit would take the tokens of hours";

  private static final List<String> DIALECTS =
      Arrays.stream(Dialect.values())
          .map(dialect -> dialect.name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .toList();

  public ModelConfig {
    Check.that(
        dialect.isEmpty() || DIALECTS.contains(dialect),
        "dialect",
        "be one of " + DIALECTS,
        dialect);
    Check.that(requestsPerMinute >= 0, "requests-per-minute", "be at least 0", requestsPerMinute);
    Check.that(tokensPerMinute >= 0, "tokens-per-minute", "be at least 0", tokensPerMinute);
    Check.positive("timeout", timeout);
    headers = Map.copyOf(headers);
    endpoints = List.copyOf(endpoints);
    requireLimits(extraBody);
  }

  private static void requireLimits(Map<String, Object> extraBody) {
    List<String> given = LIMITS.stream().filter(limit -> extraBody.get(limit) != null).toList();
    for (String limit : given) {
      Object tokens = extraBody.get(limit);
      Check.that(
          tokens instanceof Integer most && most > 0,
          "extra-body." + limit,
          "be a whole number from 1 to " + Integer.MAX_VALUE + ", or null",
          tokens);
    }

    Check.that(given.size() < 2, "extra-body", "hold one limit of tokens", given);
  }

  /** The name as a part of a path. */
  public String pathName() {
    return name.replaceAll("[^A-Za-z0-9._]+", "-");
  }

  /** What stands for the endpoints in the identity of a call. */
  public String identity() {
    return pool.isBlank() ? baseUrl : pool;
  }

  /** Endpoints among which the calls are divided. */
  public int endpointCount() {
    return 1 + endpoints.size();
  }

  /** The same without headers, which may be secrets. */
  public ModelConfig withoutHeaders() {
    return new ModelConfig(
        baseUrl,
        name,
        pool,
        dialect,
        apiKey,
        price,
        requestsPerMinute,
        tokensPerMinute,
        timeout,
        maxBody,
        Map.of(),
        extraBody,
        apiVersion,
        sendSeed,
        structuredOutput,
        endpoints,
        proxy,
        caFile,
        clientCertificate,
        free);
  }

  /** The service tier that requests ask for; empty where the service chooses. */
  public String serviceTier() {
    String tier = Objects.toString(extraBody.get("service_tier"), "");
    return tier.equals("auto") ? "" : tier;
  }

  /**
   * The longest answer that a request may get, in tokens: what extra-body says, if it does.
   *
   * @param ofStage what the stage asks for
   * @return the largest number where extra-body takes the limit out
   */
  public int maxTokens(int ofStage) {
    for (String limit : LIMITS) {
      if (extraBody.get(limit) instanceof Integer tokens) {
        return tokens;
      }
    }

    return LIMITS.stream().anyMatch(extraBody::containsKey) ? Integer.MAX_VALUE : ofStage;
  }

  /**
   * Checks that a budget can be kept.
   *
   * @param setting the key of the budget
   */
  public void requirePriced(String setting) {
    if (free && !price.isFree()) {
      throw new ConfigException("model.free must be false where model.price has prices: true");
    }

    if (!free && price.isFree()) {
      throw new ConfigException(
          ("model.price must hold prices where %s is set: without them nothing is counted; where the"
                  + " service charges nothing, set model.free = true")
              .formatted(setting));
    }

    if (!free) {
      requireLimited(setting, "the price of an answer without limit has none");
    }
  }

  /**
   * Checks that answers have a limit.
   *
   * @param setting the key that needs it
   * @param why for people
   */
  void requireLimited(String setting, String why) {
    if (maxTokens(1) == Integer.MAX_VALUE) {
      throw new ConfigException(
          "model.extra-body must leave a limit of tokens in each request where %s is set: %s"
              .formatted(setting, why));
    }
  }

  /**
   * What an endpoint bears, over all executors.
   *
   * @param endpoint 0 for base-url, then the others in their order
   */
  public EndpointLimits limitsAt(int endpoint) {
    return endpoint == 0
        ? new EndpointLimits(requestsPerMinute, tokensPerMinute)
        : endpoints.get(endpoint - 1).limits();
  }

  /** Whether any endpoint has limits of its own. */
  public boolean hasEndpointLimits() {
    return IntStream.range(0, endpointCount()).anyMatch(at -> !limitsAt(at).isNone());
  }

  /** How the service at a URL speaks. */
  public Dialect dialectAt(String url) {
    return dialect.isEmpty()
        ? Dialect.at(url)
        : Dialect.valueOf(dialect.toUpperCase(Locale.ROOT).replace('-', '_'));
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

    requireEndpoint("", baseUrl, tokensPerMinute);
    for (int i = 0; i < endpoints.size(); i++) {
      EndpointConfig endpoint = endpoints.get(i);
      requireEndpoint("endpoints[%d].".formatted(i), endpoint.baseUrl(), endpoint.tokensPerMinute);
    }
  }

  /**
   * What would else be found where the first request is made.
   *
   * @param place of the URL within the settings of the model
   * @param tokens the most of them in a minute; 0 = no limit
   */
  private void requireEndpoint(String place, String url, double tokens) {
    if (tokens > 0) {
      requireLimited("model." + place + "tokens-per-minute", UNMEASURED);
    }

    try {
      new Endpoint(url, url, name, dialectAt(url), Secret.NONE, headers, extraBody, apiVersion, 1);
    } catch (IllegalArgumentException e) {
      String message = kebab(e.getMessage());
      boolean isOfUrl = message.startsWith("base-url ");
      throw new ConfigException("model." + (isOfUrl ? place : "") + message, e);
    }
  }

  /** A message that begins with the name of a component, which is a key here. */
  private static String kebab(String message) {
    String[] words = message.split(" ", 2);
    return words[0].replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + " " + words[1];
  }

  /**
   * One more endpoint of the same model.
   *
   * @param baseUrl root of its API
   * @param weight share of the calls, relative to the others; base-url itself has 1
   * @param requestsPerMinute the most that it is asked, over all executors; 0 = no limit
   * @param tokensPerMinute the most tokens of prompts and answers there; 0 = no limit
   * @param apiKey where its key is; none given means that of the model
   */
  public record EndpointConfig(
      @JsonProperty(required = true) String baseUrl,
      @JsonProperty(required = false) Double weight,
      @JsonProperty(required = false) Double requestsPerMinute,
      @JsonProperty(required = false) Double tokensPerMinute,
      @JsonProperty(required = false) SecretSource apiKey)
      implements Serializable {
    public EndpointConfig {
      weight = weight == null ? 1.0 : weight;
      requestsPerMinute = requestsPerMinute == null ? 0.0 : requestsPerMinute;
      tokensPerMinute = tokensPerMinute == null ? 0.0 : tokensPerMinute;
      apiKey = apiKey == null ? new SecretSource("", "", "") : apiKey;
      Check.notBlank("base-url", baseUrl);
      Check.that(weight > 0, "weight", "be above 0", weight);
      Check.that(requestsPerMinute >= 0, "requests-per-minute", "be at least 0", requestsPerMinute);
      Check.that(tokensPerMinute >= 0, "tokens-per-minute", "be at least 0", tokensPerMinute);
    }

    EndpointLimits limits() {
      return new EndpointLimits(requestsPerMinute, tokensPerMinute);
    }
  }
}
