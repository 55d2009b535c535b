package io.mathscale.teacher.server;

import io.vertx.core.http.HttpMethod;

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

  /** Returns what a method and path ask for. */
  public static ApiEndpoint of(HttpMethod method, String path) {
    if (method.equals(HttpMethod.POST)) {
      boolean isAzure = path.startsWith("/openai/deployments/");
      if (path.equals("/v1/chat/completions") || (isAzure && path.endsWith("/chat/completions"))) {
        return CHAT;
      }

      return path.equals("/v1/completions") ? COMPLETIONS : UNKNOWN;
    }

    if (method.equals(HttpMethod.GET)) {
      return switch (path) {
        case "/v1/models" -> MODELS;
        case "/stats" -> STATS;
        default -> UNKNOWN;
      };
    }

    return UNKNOWN;
  }
}
