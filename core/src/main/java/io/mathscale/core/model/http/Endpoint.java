package io.mathscale.core.model.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A model at a server, with all that a request to it needs.
 *
 * @param name what we call it in logs and metrics
 * @param baseUrl what comes before {@code /chat/completions}, for example {@code
 *     https://api.openai.com/v1}; for Azure the resource, for example {@code
 *     https://name.openai.azure.com}, or its {@code /openai/v1}
 * @param model the server's name for the model; for Azure the deployment
 * @param dialect how the server wants to be asked
 * @param key the key, {@link Secret#NONE} if the server asks for none
 * @param headers headers sent with every request
 * @param extraBody fields of every request's body, over our own fields of the same name; a null
 *     value leaves the field out
 * @param apiVersion Azure's version of the API; empty for none
 * @param weight share of the calls among several endpoints, above 0
 */
public record Endpoint(
    String name,
    String baseUrl,
    String model,
    Dialect dialect,
    Secret key,
    Map<String, String> headers,
    Map<String, Object> extraBody,
    String apiVersion,
    double weight) {
  /** Fields that the engine relies on: an answer is one whole body, to the messages given. */
  private static final Set<String> OWN_FIELDS = Set.of("messages", "prompt", "stream", "n");

  /** Shorter values of headers are not masked: they are words of any message. */
  private static final int SHORTEST_MASKED = 8;

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if a component cannot be part of a request; the message shows
   *     no value that may be secret
   */
  public Endpoint {
    Objects.requireNonNull(name, "name must not be null");
    Objects.requireNonNull(model, "model must not be null");
    Objects.requireNonNull(dialect, "dialect must not be null");
    Objects.requireNonNull(key, "key must not be null");
    Objects.requireNonNull(apiVersion, "apiVersion must not be null");
    baseUrl = checkedUrl(baseUrl);
    headers = Map.copyOf(headers);
    headers.forEach(Endpoint::checkHeader);
    extraBody = Collections.unmodifiableMap(new LinkedHashMap<>(extraBody));
    for (String field : extraBody.keySet()) {
      if (OWN_FIELDS.contains(field)) {
        throw new IllegalArgumentException("extraBody must not hold one of our fields: " + field);
      }
    }

    if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("weight must be above 0 and finite: " + weight);
    }

    if (dialect == Dialect.AZURE && apiVersion.isBlank() && !isAzureV1(baseUrl)) {
      throw new IllegalArgumentException("apiVersion must be given for Azure: ''");
    }
  }

  /** An endpoint without extras, in the dialect that its URL tells. */
  public static Endpoint of(String baseUrl, String model, Secret key) {
    return new Endpoint(model, baseUrl, model, Dialect.at(baseUrl), key, Map.of(), Map.of(), "", 1);
  }

  /** A text with the key and the values of the headers masked, wherever they appear in it. */
  String masked(String text) {
    String masked = key.maskedIn(text);
    for (String value : headers.values()) {
      if (value.length() >= SHORTEST_MASKED) {
        masked = masked.replace(value, "***");
      }
    }

    return masked;
  }

  /** Without the values of headers, which may be keys. */
  @Override
  public String toString() {
    return "Endpoint[name=%s, url=%s, model=%s, dialect=%s, headers=%s, weight=%s]"
        .formatted(name, shownUrl(), model, dialect, headers.keySet(), weight);
  }

  /** Where requests go. */
  public String url() {
    return apiVersion.isEmpty() ? shownUrl() : shownUrl() + "?api-version=" + encoded(apiVersion);
  }

  /** Where requests go, without the query: what messages may show. */
  public String shownUrl() {
    return switch (dialect) {
      case AZURE ->
          isAzureV1(baseUrl)
              ? baseUrl + "/chat/completions"
              : baseUrl + "/openai/deployments/" + encoded(model) + "/chat/completions";
      case COMPLETIONS -> baseUrl + "/completions";
      case OPENAI, COMPATIBLE, VLLM, TGI, OLLAMA, LLAMA_CPP -> baseUrl + "/chat/completions";
    };
  }

  /** Azure's newer API has OpenAI's paths under {@code /openai/v1} and needs no version. */
  private static boolean isAzureV1(String url) {
    return url.endsWith("/v1");
  }

  private static String checkedUrl(String text) {
    URI uri;
    try {
      uri = URI.create(text.strip());
    } catch (IllegalArgumentException notAUrl) {
      throw new IllegalArgumentException("baseUrl must be an http or https URL", notAUrl);
    }

    boolean isHttp =
        "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    if (!isHttp || uri.getHost() == null) {
      // Not the URL itself: it may hold a password.
      throw new IllegalArgumentException("baseUrl must be an http or https URL with a host");
    }

    if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "baseUrl must have no user, query or fragment: the one of " + uri.getHost());
    }

    return uri.toString().replaceAll("/+$", "");
  }

  private static void checkHeader(String name, String value) {
    if (name.isEmpty() || !name.chars().allMatch(c -> c > ' ' && c <= '~' && c != ':')) {
      throw new IllegalArgumentException("headers must have names of HTTP: '" + name + "'");
    }

    // Not the value itself: it may be a key.
    if (!value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c <= '~'))) {
      throw new IllegalArgumentException("headers must be printable ASCII: the value of " + name);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
