package io.mathscale.teacher.server;

import io.vertx.core.json.JsonObject;

/**
 * The tokens of a call.
 *
 * @param promptTokens the tokens of the prompt
 * @param completionTokens the tokens of all its answers
 */
public record TokenUse(long promptTokens, long completionTokens) {
  /** Returns the tokens in OpenAI's form. */
  JsonObject toJson() {
    return new JsonObject()
        .put("prompt_tokens", promptTokens)
        .put("completion_tokens", completionTokens)
        .put("total_tokens", promptTokens + completionTokens);
  }
}
