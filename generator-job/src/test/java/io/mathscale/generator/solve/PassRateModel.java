package io.mathscale.generator.solve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mathscale.core.identity.StableRandom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model service on loopback that solves a question with the chance that the question states: a
 * function of the question, the model's name and the seed of the request alone. A question that it
 * cannot read is filtered, each time.
 */
public final class PassRateModel implements AutoCloseable {
  private static final Pattern QUESTION =
      Pattern.compile("What is (\\d+) \\+ (\\d+) \\(solved by (\\d+) of 100\\)\\?");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final AtomicInteger requests = new AtomicInteger();

  private PassRateModel(HttpServer server) {
    this.server = server;
  }

  /** A question that is solved so often, in percent; its answer is 2 × number. */
  public static String question(int number, int percent) {
    return "What is %d + %d (solved by %d of 100)?".formatted(number, number, percent);
  }

  /** Starts the service. */
  public static PassRateModel start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    PassRateModel model = new PassRateModel(server);
    server.createContext("/v1/chat/completions", model::answer);
    server.setExecutor(model.threads);
    server.start();
    return model;
  }

  /** Root of the API. */
  public String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  /** Requests that came. */
  public int requests() {
    return requests.get();
  }

  private void answer(HttpExchange exchange) {
    requests.incrementAndGet();
    try (exchange) {
      JsonNode request = JSON.readTree(exchange.getRequestBody());
      String solution = solution(request);
      Map<String, Object> choice =
          Map.of(
              "index",
              0,
              "finish_reason",
              solution.isEmpty() ? "content_filter" : "stop",
              "message",
              Map.of("role", "assistant", "content", solution));
      byte[] body =
          JSON.writeValueAsBytes(
              Map.of(
                  "id", "1",
                  "object", "chat.completion",
                  "model", request.path("model").asText(),
                  "choices", List.of(choice),
                  "usage", Map.of("prompt_tokens", 20, "completion_tokens", 30)));
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String solution(JsonNode request) {
    Matcher question = QUESTION.matcher(request.path("messages").path(0).path("content").asText());
    if (!question.find()) {
      return "";
    }

    long seed = request.path("seed").asLong();
    int sum = Integer.parseInt(question.group(1)) + Integer.parseInt(question.group(2));
    boolean isRight =
        StableRandom.of(seed, question.group(), request.path("model").asText()).nextInt(100)
            < Integer.parseInt(question.group(3));
    int told = isRight ? sum : sum + 1;
    return "Way %d: we add %s and %s.%nThe sum is %d, so the answer is \\boxed{%d}."
        .formatted(seed, question.group(1), question.group(2), told, told);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
