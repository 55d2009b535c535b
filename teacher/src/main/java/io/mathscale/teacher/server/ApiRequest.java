package io.mathscale.teacher.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.mathscale.teacher.answers.AskedPrompt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A call of the chat or the completions endpoint, as far as the teacher heeds it
 * (https://platform.openai.com/docs/api-reference/chat/create).
 *
 * @param model the name of the model, returned in the answer
 * @param contents the text of each message, or the prompt alone
 * @param question the text of the last message of the user
 * @param jsonOnly true if a response format asks for JSON
 * @param choices how many answers are wanted
 * @param maxTokens the most tokens of an answer, 0 for no limit
 * @param stops the texts before which an answer stops
 * @param seed the seed, 0 if there is none
 */
public record ApiRequest(
    String model,
    List<String> contents,
    String question,
    boolean jsonOnly,
    int choices,
    int maxTokens,
    List<String> stops,
    long seed) {
  private static final ObjectReader JSON = new ObjectMapper().reader();
  private static final int MAX_CHOICES = 128;
  private static final String DEFAULT_MODEL = "teacher";

  /** Copies the lists. */
  public ApiRequest {
    contents = List.copyOf(contents);
    stops = List.copyOf(stops);
  }

  /**
   * Reads a body.
   *
   * @throws BadRequestException if it is not JSON or asks for what the teacher cannot do
   */
  public static ApiRequest parse(byte[] body, ApiEndpoint endpoint) {
    JsonNode root = tree(body);

    if (root.path("stream").asBoolean(false)) {
      throw new BadRequestException("stream must be false: true");
    }

    int choices = root.path("n").asInt(1);

    if (choices < 1 || choices > MAX_CHOICES) {
      throw new BadRequestException("n must be from 1 to " + MAX_CHOICES + ": " + choices);
    }

    List<String> contents = new ArrayList<>();
    String question =
        endpoint == ApiEndpoint.CHAT ? readMessages(root, contents) : readPrompt(root, contents);

    return new ApiRequest(
        root.path("model").asText(DEFAULT_MODEL),
        contents,
        question,
        root.path("response_format").path("type").asText("text").startsWith("json"),
        choices,
        maxTokens(root),
        texts(root.path("stop")),
        root.path("seed").asLong(0));
  }

  /** Returns what is asked of the teacher. */
  public AskedPrompt asked() {
    return new AskedPrompt(String.join("\n\n", contents), question, jsonOnly, seed, model);
  }

  private static JsonNode tree(byte[] body) {
    try {
      JsonNode root = JSON.readTree(body);

      if (root == null || !root.isObject()) {
        throw new BadRequestException("The body must be a JSON object");
      }

      return root;
    } catch (IOException e) {
      throw new BadRequestException("The body must be valid JSON: " + e.getMessage(), e);
    }
  }

  private static String readMessages(JsonNode root, List<String> contents) {
    JsonNode messages = root.path("messages");

    if (!messages.isArray() || messages.isEmpty()) {
      throw new BadRequestException("messages must be an array that is not empty");
    }

    String question = "";

    for (JsonNode message : messages) {
      String content = content(message.path("content"));
      contents.add(content);

      if (!message.path("role").isTextual()) {
        throw new BadRequestException("Each message must have a role");
      }

      if (message.path("role").asText().equals("user")) {
        question = content;
      }
    }

    return question;
  }

  private static String readPrompt(JsonNode root, List<String> contents) {
    List<String> prompts = texts(root.path("prompt"));

    if (prompts.size() != 1) {
      throw new BadRequestException("prompt must be one text");
    }

    contents.addAll(prompts);

    return prompts.get(0);
  }

  private static String content(JsonNode content) {
    if (!content.isArray()) {
      return content.asText("");
    }

    StringBuilder text = new StringBuilder();
    content.forEach(part -> text.append(part.path("text").asText("")));

    return text.toString();
  }

  private static int maxTokens(JsonNode root) {
    JsonNode field =
        root.hasNonNull("max_completion_tokens")
            ? root.path("max_completion_tokens")
            : root.path("max_tokens");

    if (field.isMissingNode() || field.isNull()) {
      return 0;
    }

    if (!field.canConvertToInt() || field.asInt() < 1) {
      throw new BadRequestException("max_tokens must be at least 1: " + field);
    }

    return field.asInt();
  }

  private static List<String> texts(JsonNode node) {
    if (node.isTextual()) {
      return List.of(node.asText());
    }

    List<String> texts = new ArrayList<>();
    node.forEach(element -> texts.add(element.asText()));

    return texts;
  }
}
