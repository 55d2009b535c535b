package io.mathscale.core.model.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.model.ChatReply;
import io.mathscale.core.model.ServerLimits;
import io.mathscale.core.model.Usage;

/**
 * Reads the body of a completion, as OpenAI, vLLM, TGI, Ollama, llama.cpp and the services that
 * follow them write it.
 */
final class ReplyReader {
  private static final String THINK = "<think>";
  private static final String END_THINK = "</think>";

  /** More than any request takes, so that sums of counts that cannot be stay numbers. */
  private static final long MOST_TOKENS = 1_000_000_000_000L;

  private ReplyReader() {}

  /**
   * The answer in a completion.
   *
   * @return null if there is none: no {@code choices} with a message or a text
   */
  static ChatReply read(JsonNode completion, ServerLimits limits) {
    JsonNode choice = completion.path("choices").path(0);
    JsonNode message = choice.path("message");
    if (!message.isObject() && !choice.path("text").isTextual()) {
      return null;
    }

    String content = text(message.isObject() ? message.get("content") : choice.get("text"));
    String reasoning = text(message.get("reasoning_content"));
    if (reasoning.isEmpty()) {
      reasoning = text(message.get("reasoning"));
    }

    Thought thought =
        reasoning.isEmpty() ? Thought.apart(content) : new Thought(reasoning, content);
    return new ChatReply(
        thought.answer,
        thought.reasoning,
        text(choice.get("finish_reason")),
        usage(completion),
        text(completion.get("model")),
        limits);
  }

  /** Text, or the texts of a list of parts; empty for null and anything else. */
  private static String text(JsonNode node) {
    if (node == null) {
      return "";
    }

    if (node.isTextual()) {
      return node.textValue();
    }

    StringBuilder joined = new StringBuilder();
    if (node.isArray()) {
      for (JsonNode part : node) {
        joined.append(part.path("text").asText(""));
      }
    }

    return joined.toString();
  }

  /**
   * The tokens that a completion reports, whether it holds an answer or not; {@link Usage#NONE} if
   * it reports none.
   */
  static Usage usage(JsonNode completion) {
    JsonNode usage = completion.path("usage");
    JsonNode input = usage.path("prompt_tokens");
    JsonNode output = usage.path("completion_tokens");
    if (!input.isNumber() || !output.isNumber()) {
      return Usage.NONE;
    }

    JsonNode details = usage.path("prompt_tokens_details");
    // DeepSeek has a name of its own for cached tokens, LiteLLM for those written.
    long cached = first(details.path("cached_tokens"), usage.path("prompt_cache_hit_tokens"));
    long written =
        first(details.path("cache_write_tokens"), usage.path("cache_creation_input_tokens"));
    long inputTokens = tokens(input);
    cached = Math.min(inputTokens, cached);
    if (written > inputTokens - cached) {
      // Anthropic's own count, which some gateways pass on: the prompt without what was written.
      inputTokens = inputTokens + written;
    }

    return new Usage(
        inputTokens,
        cached,
        written,
        tokens(output),
        true,
        0,
        text(completion.get("service_tier")));
  }

  private static long first(JsonNode one, JsonNode other) {
    long tokens = tokens(one);
    return tokens == 0 ? tokens(other) : tokens;
  }

  /** A count; 0 for what is none, and {@link #MOST_TOKENS} for what is more. */
  private static long tokens(JsonNode count) {
    return count.isNumber() ? (long) Math.max(0, Math.min(MOST_TOKENS, count.doubleValue())) : 0;
  }

  /** An answer that stands apart from the reasoning before it. */
  private record Thought(String reasoning, String answer) {
    /**
     * Splits {@code <think>…</think>answer}. The first tag may be missing, since some chat
     * templates write it into the prompt; without the last one the answer was truncated while the
     * model still thought.
     */
    private static Thought apart(String content) {
      int start = content.indexOf(THINK);
      int end = content.indexOf(END_THINK);
      if (start >= 0 && !content.substring(0, start).isBlank()) {
        start = -1;
      }

      if (start < 0 && (end < 0 || content.lastIndexOf(THINK, end) >= 0)) {
        return new Thought("", content);
      }

      String thought =
          content.substring(
              start < 0 ? 0 : start + THINK.length(), end < 0 ? content.length() : end);
      String answer = end < 0 ? "" : content.substring(end + END_THINK.length()).stripLeading();
      return new Thought(thought.strip(), answer);
    }
  }
}
