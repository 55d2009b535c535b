package io.mathscale.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A model, chat or base, that knows some questions by heart, and refuses the others. */
final class ReplayServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BEFORE = "### Instruction:\n";
  private static final String AFTER = "\n\n### Response:";

  private final MockWebServer server = new MockWebServer();
  private final Map<String, String> answers;
  private final AtomicReference<JsonNode> lastRequest = new AtomicReference<>();

  ReplayServer(Map<String, String> answers) {
    this.answers = answers;
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            boolean isChat = request.getUrl().encodedPath().equals("/v1/chat/completions");
            return answer(isChat, request.getBody().utf8());
          }
        });
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start a server on loopback", e);
    }
  }

  String baseUrl() {
    return server.url("/v1").toString();
  }

  JsonNode lastRequest() {
    return lastRequest.get();
  }

  private MockResponse answer(boolean isChat, String body) {
    try {
      JsonNode request = JSON.readTree(body);
      lastRequest.set(request);
      String prompt = request.at(isChat ? "/messages/0/content" : "/prompt").asText();
      String question =
          prompt.substring(prompt.indexOf(BEFORE) + BEFORE.length(), prompt.lastIndexOf(AFTER));
      String answer = answers.get(question);
      return answer == null
          ? response(400, JSON.createObjectNode().put("error", "never heard of it"))
          : response(200, isChat ? message(answer) : text(answer));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request must be JSON: " + body, e);
    }
  }

  private static ObjectNode message(String answer) {
    ObjectNode choice = JSON.createObjectNode();
    choice.putObject("message").put("role", "assistant").put("content", answer);
    return reply(choice);
  }

  private static ObjectNode text(String answer) {
    return reply(JSON.createObjectNode().put("text", answer));
  }

  private static ObjectNode reply(ObjectNode choice) {
    ObjectNode reply = JSON.createObjectNode().put("model", "replay");
    reply.putArray("choices").add(choice.put("index", 0).put("finish_reason", "stop"));
    reply.putObject("usage").put("prompt_tokens", 10).put("completion_tokens", 10);
    return reply;
  }

  private static MockResponse response(int status, ObjectNode body) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "application/json")
        .body(body.toString())
        .build();
  }

  @Override
  public void close() {
    server.close();
  }
}
