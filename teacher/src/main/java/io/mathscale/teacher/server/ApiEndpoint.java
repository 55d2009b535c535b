package io.mathscale.teacher.server;

import io.vertx.core.http.HttpMethod;
import java.util.regex.Pattern;

/** What a path of the server serves. */
public enum ApiEndpoint {
  /** Chat completions, at OpenAI's path or Azure's. */
  CHAT,
  /** Completions of a prompt. */
  COMPLETIONS,
  /** The list of models. */
  MODELS,
  /** What the server has done so far. */
  STATS,
  /** Nothing. */
  UNKNOWN;

  private static final Pattern AZURE_CHAT =
      Pattern.compile("POST /openai/deployments(/.*)?/chat/completions");

  /** Returns what a method and path ask for. */
  public static ApiEndpoint of(HttpMethod method, String path) {
    String asked = method + " " + path;
    return switch (asked) {
      case "POST /v1/chat/completions" -> CHAT;
      case "POST /v1/completions" -> COMPLETIONS;
      case "GET /v1/models" -> MODELS;
      case "GET /stats" -> STATS;
      default -> AZURE_CHAT.matcher(asked).matches() ? CHAT : UNKNOWN;
    };
  }
}
