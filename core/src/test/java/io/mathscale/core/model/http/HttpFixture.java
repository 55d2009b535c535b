package io.mathscale.core.model.http;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mathscale.core.model.ChatModel;
import io.mathscale.core.model.ChatRequest;
import io.mathscale.core.model.ModelException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A server in this process, and clients of it. */
final class HttpFixture implements AutoCloseable {
  static final Secret KEY = Secret.of("sk-very-secret-123");

  /** The time by which clients read dates. */
  static final Instant NOW = Instant.parse("2024-03-05T12:00:00Z");

  /** A whole answer in OpenAI's shape. */
  static final String ANSWER =
      """
      {"id": "chatcmpl-1", "object": "chat.completion", "created": 1709640000,
       "model": "gpt-3.5-turbo-0125",
       "choices": [{"index": 0, "message": {"role": "assistant", "content": "4"},
                    "logprobs": null, "finish_reason": "stop"}],
       "usage": {"prompt_tokens": 10, "completion_tokens": 2, "total_tokens": 12}}
      """;

  private static final ObjectMapper JSON = new ObjectMapper();

  final MockWebServer server = new MockWebServer();

  HttpFixture() {
    try {
      server.start();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("Cannot start a server on loopback", e);
    }
  }

  void answer(String body) {
    server.enqueue(json(200, body).build());
  }

  void answer(int status, String body) {
    server.enqueue(json(status, body).build());
  }

  static MockResponse.Builder json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "application/json")
        .body(body);
  }

  String baseUrl() {
    return server.url("/v1").toString();
  }

  Endpoint endpoint(Dialect dialect) {
    return endpoint(dialect, Map.of());
  }

  Endpoint endpoint(Dialect dialect, Map<String, Object> extraBody) {
    String version = dialect == Dialect.AZURE ? "2024-10-21" : "";
    return new Endpoint(
        "e", baseUrl(), "gpt-x", dialect, KEY, Map.of("X-Team", "maths"), extraBody, version, 1);
  }

  ChatModel client() {
    return client(endpoint(Dialect.COMPATIBLE));
  }

  ChatModel client(Endpoint endpoint) {
    return client(endpoint, HttpSettings.of(4, Duration.ofSeconds(20)));
  }

  ChatModel client(Endpoint endpoint, HttpSettings settings) {
    return client(endpoint, settings, Network.DEFAULT);
  }

  static ChatModel client(Endpoint endpoint, HttpSettings settings, Network network) {
    return new OkHttpChatModel(endpoint, settings, network, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** What a client throws for a request. */
  static ModelException failureOf(ChatModel client, ChatRequest request) {
    return catchThrowableOfType(ModelException.class, () -> client.ask(request));
  }

  /** The next request that arrived. */
  RecordedRequest taken() {
    try {
      return server.takeRequest();
    } catch (InterruptedException e) {
      throw new IllegalStateException("Interrupted while a request was awaited", e);
    }
  }

  static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not JSON: " + json, e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
