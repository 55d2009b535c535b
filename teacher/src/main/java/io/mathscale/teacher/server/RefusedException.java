package io.mathscale.teacher.server;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/** A request that gets an error for an answer. It is no surprise, so it has no stack trace. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String type;
  private final String code;

  /**
   * A refusal in OpenAI's terms (https://platform.openai.com/docs/guides/error-codes).
   *
   * @param status the HTTP status
   * @param message what is wrong
   * @param type the type of the error
   * @param code its code, empty if it has none
   */
  public RefusedException(int status, String message, String type, String code) {
    super(message, null, false, false);
    this.status = status;
    this.type = type;
    this.code = code;
  }

  /** Returns the refusal of a request that the teacher cannot make sense of. */
  static RefusedException badRequest(String message) {
    return new RefusedException(400, message, "invalid_request_error", "");
  }

  /** Sends the error. */
  public void answer(HttpServerResponse response) {
    JsonObject error =
        new JsonObject()
            .put("message", getMessage())
            .put("type", type)
            .putNull("param")
            .put("code", code.isEmpty() ? null : code);
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .end(JsonObject.of("error", error).toBuffer());
  }
}
