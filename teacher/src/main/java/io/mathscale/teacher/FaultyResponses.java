package io.mathscale.teacher;

import io.mathscale.teacher.server.RefusedException;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.DateFormatter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.zip.GZIPOutputStream;

/** Sends answers that go wrong on the way. */
final class FaultyResponses {
  /** More than any client should keep: 64 MiB and a little. */
  private static final int HUGE_CHUNKS = 65;

  private static final Buffer HUGE_CHUNK = Buffer.buffer("x".repeat(1 << 20));
  private static final int SLOW_CHUNKS = 20;
  private static final long SLOW_PAUSE_MILLIS = 100;
  private static final String RETRY_AFTER = "retry-after";
  private static final String HTML_PAGE =
      "<html><head><title>%s</title></head><body><h1>%s</h1></body></html>";

  private final Vertx vertx;

  FaultyResponses(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Sends what a fault leaves of an answer with a body to a request with a hash. */
  void send(Fault fault, HttpServerRequest request, Buffer body, long hash) {
    HttpServerResponse response = request.response();
    switch (fault) {
      case TOO_MANY_REQUESTS -> tooManyRequests(response);
      case RETRY_AFTER -> tooManyRequests(response.putHeader(RETRY_AFTER, "1"));
      case RETRY_AFTER_MS -> tooManyRequests(response.putHeader("retry-after-ms", "250"));
      case RETRY_AFTER_DATE -> tooManyRequests(response.putHeader(RETRY_AFTER, soon()));
      case SERVER_ERROR, PAID_SERVER_ERROR -> serverError(response, 500);
      case UNAVAILABLE -> serverError(response, 503);
      case RESET, PAID_RESET -> half(response, body).onSuccess(written -> reset(request));
      case PAID_LENGTH -> half(response, body).onSuccess(written -> request.connection().close());
      case STALL, PAID_STALL -> promised(response, body).write(body.slice(0, 1));
      case TRUNCATED -> TeacherHandler.json(response).end(body.slice(0, body.length() / 2));
      case PAID_GZIP -> brokenGzip(response, body);
      case HTML -> html(response, (hash & 1) == 0);
      case HUGE -> huge(response);
      default -> throw new IllegalArgumentException("Fault must be of the way: " + fault);
    }
  }

  private static void tooManyRequests(HttpServerResponse response) {
    new RefusedException(429, "Rate limit reached", "requests", "rate_limit_exceeded")
        .answer(response);
  }

  /** Returns the date of the next second; of dates with whole seconds the first may be over. */
  private static String soon() {
    return DateFormatter.format(Date.from(Instant.now().plusSeconds(2)));
  }

  private static void serverError(HttpServerResponse response, int status) {
    new RefusedException(status, "The server had an error", "server_error", "").answer(response);
  }

  /** Returns the response with a head that promises the whole body. */
  private static HttpServerResponse promised(HttpServerResponse response, Buffer body) {
    return TeacherHandler.json(response)
        .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
  }

  private static Future<Void> half(HttpServerResponse response, Buffer body) {
    return promised(response, body).write(body.slice(0, body.length() / 2));
  }

  private static void reset(HttpServerRequest request) {
    Channel channel = ((ConnectionBase) request.connection()).channel();
    // To linger for no time is to reset.
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    request.connection().close();
  }

  private static void brokenGzip(HttpServerResponse response, Buffer body) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(body.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write into memory", e);
    }

    TeacherHandler.json(response)
        .putHeader(HttpHeaders.CONTENT_ENCODING, "gzip")
        .end(Buffer.buffer(packed.toByteArray()).slice(0, packed.size() / 2));
  }

  private static void html(HttpServerResponse response, boolean isOk) {
    String title = isOk ? "Welcome" : "502 Bad Gateway";
    response
        .setStatusCode(isOk ? 200 : 502)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html")
        .end(HTML_PAGE.formatted(title, title));
  }

  /** Sends the body in small pieces, and tells before the last. */
  void trickle(HttpServerResponse response, Buffer body, Runnable done) {
    promised(response, body);
    trickle(response, body, 0, done);
  }

  private void trickle(HttpServerResponse response, Buffer body, int start, Runnable done) {
    int end = Math.min(body.length(), start + Math.max(1, body.length() / SLOW_CHUNKS));

    vertx.setTimer(
        SLOW_PAUSE_MILLIS,
        timer -> {
          if (response.closed()) {
            return;
          }

          if (end < body.length()) {
            response.write(body.slice(start, end));
            trickle(response, body, end, done);
          } else {
            done.run();
            response.end(body.slice(start, end));
          }
        });
  }

  /** Sends a completion that is much too long, as fast as the client takes it. */
  private static void huge(HttpServerResponse response) {
    TeacherHandler.json(response)
        .setChunked(true)
        .write("{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"");
    pump(response, HUGE_CHUNKS);
  }

  private static void pump(HttpServerResponse response, int chunks) {
    if (chunks > 0) {
      response.write(HUGE_CHUNK).onSuccess(written -> pump(response, chunks - 1));
    } else {
      response.end("\"},\"finish_reason\":\"stop\"}]}");
    }
  }
}
