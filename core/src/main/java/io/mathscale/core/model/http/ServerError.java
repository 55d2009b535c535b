package io.mathscale.core.model.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.model.Json;
import java.nio.charset.StandardCharsets;

/**
 * What an error body says, in any of the shapes that servers write: {@code {"error": {"message",
 * "code", "type"}}} (OpenAI, Azure, llama.cpp, newer vLLM), {@code {"error": "text", "error_type"}}
 * (TGI, Ollama), {@code {"object": "error", "message", "code"}} (vLLM), {@code {"detail": …}}
 * (FastAPI), {@code {"message"}} (gateways), or no JSON at all.
 *
 * @param message the text; empty if there is none
 * @param code the error's code; empty if there is none
 * @param type the error's type; empty if there is none
 */
record ServerError(String message, String code, String type) {
  /** What the body of an error response says. */
  static ServerError read(byte[] body) {
    JsonNode json = Json.objectIn(body);
    return json == null
        ? new ServerError(new String(body, StandardCharsets.UTF_8), "", "")
        : read(json);
  }

  /** What a JSON body says. */
  static ServerError read(JsonNode json) {
    JsonNode error = json.path("error");
    JsonNode holder = error.isObject() ? error : json;
    String message = holder.path("message").asText("");
    if (message.isEmpty() && error.isTextual()) {
      message = error.textValue();
    }

    if (message.isEmpty()) {
      message = detail(json.path("detail"));
    }

    String type = holder.path("type").asText(json.path("error_type").asText(""));
    return new ServerError(message, holder.path("code").asText(""), type);
  }

  /** Whether the code or the type is this one. */
  boolean is(String name) {
    return code.equals(name) || type.equals(name);
  }

  /** FastAPI's detail is a text or a list; its {@code input} would repeat the prompt. */
  private static String detail(JsonNode detail) {
    if (detail.isTextual()) {
      return detail.textValue();
    }

    return detail.isArray() ? detail.path(0).path("msg").asText("") : "";
  }
}
