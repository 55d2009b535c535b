package io.mathscale.teacher.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bodies of errors in OpenAI's form (https://platform.openai.com/docs/guides/error-codes). */
public final class ErrorBodies {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ErrorBodies() {}

  /** Returns the body of an error; an empty code is written as null. */
  public static Buffer of(String message, String type, String code) {
    Map<String, String> error = new LinkedHashMap<>();
    error.put("message", message);
    error.put("type", type);
    error.put("param", null);
    error.put("code", code.isEmpty() ? null : code);

    try {
      return Buffer.buffer(JSON.writeValueAsBytes(Map.of("error", error)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write an error as JSON: " + error, e);
    }
  }
}
