package io.mathscale.teacher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mathscale.teacher.server.ApiEndpoint;
import io.mathscale.teacher.server.ApiReplies;
import io.mathscale.teacher.server.ApiReply;
import io.mathscale.teacher.server.ApiRequest;
import io.mathscale.teacher.server.BadRequestException;
import io.mathscale.teacher.server.ErrorBodies;
import io.mathscale.teacher.server.Hashes;
import io.mathscale.teacher.server.Limiter;
import io.mathscale.teacher.server.Tokens;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Clock;
import java.util.Optional;

/** Serves the requests of one event loop; what it counts is shared by all loops. */
final class TeacherHandler implements Handler<HttpServerRequest> {
  private static final ObjectMapper JSON = new ObjectMapper();
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

  TeacherHandler(
      Vertx vertx,
      TeacherOptions options,
      CallCounts stats,
      Limiter limiter,
      ApiReplies completions) {
    this.vertx = vertx;
    this.options = options;
    this.stats = stats;
    this.limiter = limiter;
    this.completions = completions;
    this.faults = new Faults(options.faults(), options.seed());
    this.faulty = new FaultyResponses(vertx, Clock.systemUTC(), stats);
  }

  @Override
  public void handle(HttpServerRequest request) {
    ApiEndpoint endpoint = ApiEndpoint.of(request.method(), request.path());

    switch (endpoint) {
      case CHAT, COMPLETIONS -> {
        stats.begin();
        request.response().endHandler(ended -> stats.end());
        request.bodyHandler(body -> ask(request, endpoint, body));
      }
      case MODELS -> request.response().putHeader(HttpHeaders.CONTENT_TYPE, JSON_TYPE).end(MODELS);
      case STATS ->
          request.response().putHeader(HttpHeaders.CONTENT_TYPE, JSON_TYPE).end(statistics());
      case UNKNOWN ->
          request
              .response()
              .setStatusCode(404)
              .putHeader(HttpHeaders.CONTENT_TYPE, JSON_TYPE)
              .end(
                  ErrorBodies.of(
                      "Unknown request URL: " + request.method() + " " + request.path(),
                      "invalid_request_error",
                      "unknown_url"));
    }
  }

  private void ask(HttpServerRequest request, ApiEndpoint endpoint, Buffer body) {
    if (!isAllowed(request)) {
      refuse(
          request, 401, "Incorrect API key provided", "invalid_request_error", "invalid_api_key");
      return;
    }

    try {
      Optional<ApiRequest> chat =
          options.answers().canned()
              ? Optional.empty()
              : Optional.of(ApiRequest.parse(body.getBytes(), endpoint));

      if (isWithinLimits(request, body, chat)) {
        answer(request, endpoint, body, chat);
      }
    } catch (BadRequestException e) {
      refuse(request, 400, e.getMessage(), "invalid_request_error", "");
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
    if (request.response().closed()) {
      return;
    }

    if (fault.isEmpty()) {
      complete(request, JSON_TYPE, hash, completion);
    } else {
      spoil(request, hash, completion, fault.get());
    }
  }

  private void spoil(HttpServerRequest request, long hash, ApiReply completion, Fault fault) {
    Buffer body = completion.body();

    switch (fault) {
      case TOO_MANY_REQUESTS, RETRY_AFTER, RETRY_AFTER_MS, RETRY_AFTER_DATE ->
          faulty.tooManyRequests(request, fault);
      case SERVER_ERROR -> faulty.serverError(request, 500);
      case UNAVAILABLE -> faulty.serverError(request, 503);
      case RESET -> faulty.reset(request, body);
      case SLOW -> faulty.slow(request, body, () -> stats.complete(hash, completion.usage()));
      case STALL -> faulty.stall(request, body);
      case TRUNCATED -> faulty.truncated(request, body);
      case HTML -> faulty.html(request, (hash & 1) == 0);
      case CONTENT_TYPE -> complete(request, "application/octet-stream", hash, completion);
      case EMPTY, LENGTH, CONTENT_FILTER, REFUSAL -> complete(request, JSON_TYPE, hash, completion);
      case HUGE -> faulty.huge(request);
      case PAID_RESET, PAID_STALL, PAID_LENGTH, PAID_GZIP, PAID_SERVER_ERROR -> {
        stats.complete(hash, completion.usage());
        damage(request, body, fault);
      }
    }
  }

  private void damage(HttpServerRequest request, Buffer body, Fault fault) {
    switch (fault) {
      case PAID_STALL -> faulty.stall(request, body);
      case PAID_LENGTH -> faulty.tooShort(request, body);
      case PAID_GZIP -> faulty.brokenGzip(request, body);
      case PAID_SERVER_ERROR -> faulty.serverError(request, 500);
      default -> faulty.reset(request, body);
    }
  }

  /**
   * Sends the whole completion. It counts before it is sent, so that who has it finds it counted.
   */
  private void complete(
      HttpServerRequest request, CharSequence contentType, long hash, ApiReply completion) {
    stats.status(200);
    stats.complete(hash, completion.usage());
    request
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, contentType)
        .end(completion.body())
        .onFailure(unsent -> stats.withdraw(hash, completion.usage()));
  }

  private boolean isAllowed(HttpServerRequest request) {
    return options.key().isEmpty()
        || ("Bearer " + options.key()).equals(request.getHeader(HttpHeaders.AUTHORIZATION))
        || options.key().equals(request.getHeader("api-key"));
  }

  /** Returns true if the request may be answered; else the refusal has been sent. */
  private boolean isWithinLimits(
      HttpServerRequest request, Buffer body, Optional<ApiRequest> chat) {
    if (options.quota() > 0 && stats.completed() >= options.quota()) {
      refuse(
          request,
          429,
          "You exceeded your current quota, please check your plan and billing details.",
          "insufficient_quota",
          "insufficient_quota");
      return false;
    }

    if (!limiter.isActive()) {
      return true;
    }

    // "the maximum of max_tokens and the estimated number of tokens based on the character count"
    long needed =
        Math.max(
            Tokens.estimate(body.length()),
            chat.map(asked -> (long) asked.maxTokens() * asked.choices()).orElse(0L));
    Limiter.Decision decision = limiter.admit(needed);
    HttpServerResponse response = request.response();
    decision.headers().forEach(header -> response.putHeader(header.name(), header.value()));

    if (decision.refusal().isPresent()) {
      Limiter.Refusal refusal = decision.refusal().get();
      response.putHeader("retry-after-ms", Long.toString(refusal.retryAfterMillis()));
      response.putHeader("retry-after", Long.toString((refusal.retryAfterMillis() + 999) / 1000));
      refuse(
          request,
          429,
          "Rate limit reached for teacher on " + refusal.limit() + " per min",
          refusal.limit(),
          "rate_limit_exceeded");
    }

    return decision.refusal().isEmpty();
  }

  private void refuse(
      HttpServerRequest request, int status, String message, String type, String code) {
    stats.status(status);
    request
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, JSON_TYPE)
        .end(ErrorBodies.of(message, type, code));
  }

  private Buffer statistics() {
    try {
      return Buffer.buffer(JSON.writeValueAsBytes(stats.snapshot()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write the statistics as JSON", e);
    }
  }
}
