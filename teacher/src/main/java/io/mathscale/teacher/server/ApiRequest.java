package io.mathscale.teacher.server;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mathscale.teacher.answers.AskedPrompt;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A call of the chat or the completions endpoint, as far as the teacher heeds it
 * (https://platform.openai.com/docs/api-reference/chat/create). What it leaves out is null, if it
 * has no default.
 *
 * @param model the name of the model, returned in the answer
 * @param messages the messages of a chat
 * @param prompt the one text of the completions endpoint
 * @param stream true to get the answer in pieces
 * @param responseFormat the form of the answer
 * @param n how many answers are wanted
 * @param maxCompletionTokens the most tokens of an answer
 * @param maxTokens the older name of the same
 * @param stop the texts before which an answer stops
 * @param seed the seed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonNaming(SnakeCaseStrategy.class)
public record ApiRequest(
    String model,
    List<Message> messages,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> prompt,
    boolean stream,
    ResponseFormat responseFormat,
    Integer n,
    Integer maxCompletionTokens,
    Integer maxTokens,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> stop,
    long seed) {
  private static final ObjectReader JSON = new ObjectMapper().readerFor(ApiRequest.class);
  private static final int MAX_CHOICES = 128;

  /** Puts the defaults in place of what is left out. */
  public ApiRequest {
    model = Objects.requireNonNullElse(model, "teacher");
    n = Objects.requireNonNullElse(n, 1);
    maxTokens = maxCompletionTokens == null ? maxTokens : maxCompletionTokens;
    stop = Objects.requireNonNullElse(stop, List.of());
  }

  /** A message of a chat, whose content is a text or a list of parts. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Message(String role, JsonNode content) {
    private String text() {
      if (content == null || !content.isArray()) {
        return content == null ? "" : content.asText("");
      }

      StringBuilder text = new StringBuilder();
      content.forEach(part -> text.append(part.path("text").asText("")));
      return text.toString();
    }
  }

  /** The form of an answer. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record ResponseFormat(String type) {}

  /**
   * Reads a body.
   *
   * @throws RefusedException if it is not JSON or asks for what the teacher cannot do
   */
  public static ApiRequest parse(byte[] body, ApiEndpoint endpoint) {
    ApiRequest request;
    try {
      request = JSON.readValue(body);
    } catch (MismatchedInputException e) {
      throw RefusedException.badRequest(
          e.getPath().isEmpty()
              ? "The body must be a JSON object"
              : e.getPath().get(0).getFieldName() + " must be as OpenAI's reference says");
    } catch (IOException e) {
      throw RefusedException.badRequest("The body must be valid JSON: " + e.getMessage());
    }

    require(request != null, "The body must be a JSON object");
    require(!request.stream, "stream must be false: true");
    require(request.n >= 1 && request.n <= MAX_CHOICES, "n must be from 1 to 128: " + request.n);
    require(
        request.maxTokens == null || request.maxTokens >= 1,
        "max_tokens must be at least 1: " + request.maxTokens);
    return endpoint == ApiEndpoint.CHAT ? request.ofMessages() : request.ofPrompt();
  }

  private ApiRequest ofMessages() {
    require(messages != null && !messages.isEmpty(), "messages must be an array that is not empty");
    require(
        messages.stream().allMatch(message -> message != null && message.role() != null),
        "Each message must have a role");
    return this;
  }

  /** Returns the request as one message of a user. */
  private ApiRequest ofPrompt() {
    require(prompt != null && prompt.size() == 1, "prompt must be one text");
    List<Message> one = List.of(new Message("user", TextNode.valueOf(prompt.get(0))));
    return new ApiRequest(
        model, one, prompt, stream, responseFormat, n, maxCompletionTokens, maxTokens, stop, seed);
  }

  private static void require(boolean condition, String what) {
    if (!condition) {
      throw RefusedException.badRequest(what);
    }
  }

  /** Returns the text of each message. */
  public List<String> contents() {
    return messages.stream().map(Message::text).toList();
  }

  /** Returns the most tokens of an answer, 0 for no limit. */
  public int tokenLimit() {
    return Objects.requireNonNullElse(maxTokens, 0);
  }

  /** Returns what is asked of the teacher. */
  public AskedPrompt asked() {
    String question =
        messages.stream()
            .filter(message -> message.role().equals("user"))
            .reduce((first, last) -> last)
            .map(Message::text)
            .orElse("");
    boolean jsonOnly =
        Optional.ofNullable(responseFormat).map(ResponseFormat::type).orElse("").startsWith("json");
    return new AskedPrompt(String.join("\n\n", contents()), question, jsonOnly, seed, model);
  }
}
