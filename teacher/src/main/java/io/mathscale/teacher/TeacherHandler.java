package io.mathscale.teacher;

import io.mathscale.teacher.server.ApiEndpoint;
import io.mathscale.teacher.server.ApiReplies;
import io.mathscale.teacher.server.ApiReply;
import io.mathscale.teacher.server.ApiRequest;
import io.mathscale.teacher.server.Hashes;
import io.mathscale.teacher.server.Limiter;
import io.mathscale.teacher.server.RefusedException;
import io.mathscale.teacher.server.Tokens;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import java.util.Optional;

/** Serves the requests of all event loops. */
final class TeacherHandler implements Handler<HttpServerRequest> {
  private static final CharSequence JSON_TYPE = HttpHeaders.createOptimized("application/json");
  private static final String MODELS =
      "{\"object\":\"list\",\"data\":[{\"id\":\"teacher\",\"object\":\"model\",\"created\":1700000000,"
          + "\"owned_by\":\"mathscale\"}]}";

  private final Vertx vertx;
  private final TeacherOptions options;
  private final CallCounts stats;
  private final Limiter limiter;
  private final ApiReplies completions;
  private final Faults faults;
  private final FaultyResponses faulty;

  TeacherHandler(Vertx vertx, TeacherOptions options, CallCounts stats) {
    this.vertx = vertx;
    this.options = options;
    this.stats = stats;
    this.limiter =
        new Limiter(options.requestsPerMinute(), options.tokensPerMinute(), System::nanoTime);
    this.completions = new ApiReplies(options.answers());
    this.faults = new Faults(options.faults(), options.seed());
    this.faulty = new FaultyResponses(vertx);
  }

  @Override
  public void handle(HttpServerRequest request) {
    ApiEndpoint endpoint = ApiEndpoint.of(request.method(), request.path());
    HttpServerResponse response = request.response();
    switch (endpoint) {
      case CHAT, COMPLETIONS -> {
        stats.begin();
        response.headersEndHandler(head -> stats.status(response.getStatusCode()));
        response.endHandler(ended -> stats.end());
        request.bodyHandler(body -> ask(request, endpoint, body));
      }
      case MODELS -> json(response).end(MODELS);
      case STATS -> json(response).end(Json.encodeToBuffer(stats.snapshot()));
      case UNKNOWN ->
          new RefusedException(
                  404,
                  "Unknown request URL: " + request.method() + " " + request.path(),
                  "invalid_request_error",
                  "unknown_url")
              .answer(response);
    }
  }

  private void ask(HttpServerRequest request, ApiEndpoint endpoint, Buffer body) {
    try {
      requireKey(request);
      Optional<ApiRequest> chat =
          options.answers().canned()
              ? Optional.empty()
              : Optional.of(ApiRequest.parse(body.getBytes(), endpoint));
      requireMoney();
      keepWithinLimits(request.response(), body, chat);
      answer(request, endpoint, body, chat);
    } catch (RefusedException e) {
      e.answer(request.response());
    }
  }

  private void answer(
      HttpServerRequest request, ApiEndpoint endpoint, Buffer body, Optional<ApiRequest> chat) {
    long hash = Hashes.of(body);
    int attempt = stats.attempt(hash);
    Optional<Fault> fault = faults.of(hash, attempt);
    ApiReply completion =
        chat.map(
                asked ->
                    completions.of(asked, endpoint, hash, choice -> Faults.spoilt(choice, fault)))
            .orElseGet(() -> completions.canned(body.length()));
    long millis = options.latency().millis(Hashes.mix(hash ^ options.seed(), attempt));
    if (millis == 0) {
      respond(request, hash, completion, fault);
    } else {
      vertx.setTimer(millis, timer -> respond(request, hash, completion, fault));
    }
  }

  private void respond(
      HttpServerRequest request, long hash, ApiReply completion, Optional<Fault> fault) {
    HttpServerResponse response = request.response();
    if (response.closed()) {
      return;
    }

    if (fault.isEmpty() || fault.get().isOfContent()) {
      complete(json(response), hash, completion);
    } else if (fault.get() == Fault.CONTENT_TYPE) {
      response.putHeader(HttpHeaders.CONTENT_TYPE, "application/octet-stream");
      complete(response, hash, completion);
    } else if (fault.get() == Fault.SLOW) {
      faulty.trickle(
          json(response), completion.body(), () -> stats.complete(hash, completion.usage()));
    } else {
      if (fault.get().isPaid()) {
        stats.complete(hash, completion.usage());
      }

      faulty.send(fault.get(), request, completion.body(), hash);
    }
  }

  /**
   * Sends the whole completion. It counts before it is sent, so that who has it finds it counted.
   */
  private void complete(HttpServerResponse response, long hash, ApiReply completion) {
    stats.complete(hash, completion.usage());
    response.end(completion.body()).onFailure(unsent -> stats.withdraw(hash, completion.usage()));
  }

  private void requireKey(HttpServerRequest request) {
    String key = options.key();
    if (!key.isEmpty()
        && !("Bearer " + key).equals(request.getHeader(HttpHeaders.AUTHORIZATION))
        && !key.equals(request.getHeader("api-key"))) {
      throw new RefusedException(
          401, "Incorrect API key provided", "invalid_request_error", "invalid_api_key");
    }
  }

  private void requireMoney() {
    if (options.quota() > 0 && stats.snapshot().completed() >= options.quota()) {
      throw new RefusedException(
          429,
          "You exceeded your current quota, please check your plan and billing details.",
          "insufficient_quota",
          "insufficient_quota");
    }
  }

  private void keepWithinLimits(
      HttpServerResponse response, Buffer body, Optional<ApiRequest> chat) {
    // "the maximum of max_tokens and the estimated number of tokens based on the character count"
    long needed =
        Math.max(
            Tokens.estimate(body.length()),
            chat.map(asked -> (long) asked.tokenLimit() * asked.n()).orElse(0L));
    limiter.admit(needed, response.headers());
  }

  /** Returns the response with JSON as its type. */
  static HttpServerResponse json(HttpServerResponse response) {
    return response.putHeader(HttpHeaders.CONTENT_TYPE, JSON_TYPE);
  }
}
