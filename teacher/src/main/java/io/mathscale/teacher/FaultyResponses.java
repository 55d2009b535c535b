package io.mathscale.teacher;

import io.mathscale.teacher.server.ErrorBodies;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Sends answers that go wrong on the way. */
final class FaultyResponses {
  /** More than any client should keep: 64 MiB and a little. */
  private static final int HUGE_CHUNKS = 65;

  private static final Buffer HUGE_CHUNK = Buffer.buffer("x".repeat(1 << 20));
  private static final int SLOW_CHUNKS = 20;
  private static final long SLOW_PAUSE_MILLIS = 100;
  private static final long RETRY_AFTER_SECONDS = 1;
  private static final long RETRY_AFTER_MILLIS = 250;
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);
  private static final String HTML_PAGE =
      "<html><head><title>%s</title></head><body><h1>%s</h1></body></html>";

  private final Vertx vertx;
  private final Clock clock;
  private final CallCounts stats;

  FaultyResponses(Vertx vertx, Clock clock, CallCounts stats) {
    this.vertx = vertx;
    this.clock = clock;
    this.stats = stats;
  }

  /** Sends status 429. */
  void tooManyRequests(HttpServerRequest request, Fault fault) {
    HttpServerResponse response = request.response();

    if (fault == Fault.RETRY_AFTER) {
      response.putHeader("retry-after", Long.toString(RETRY_AFTER_SECONDS));
    } else if (fault == Fault.RETRY_AFTER_MS) {
      response.putHeader("retry-after-ms", Long.toString(RETRY_AFTER_MILLIS));
    } else if (fault == Fault.RETRY_AFTER_DATE) {
      // A date has whole seconds, so one second may be nothing.
      ZonedDateTime next =
          clock.instant().plusSeconds(RETRY_AFTER_SECONDS + 1).atZone(ZoneOffset.UTC);
      response.putHeader("retry-after", HTTP_DATE.format(next));
    }

    error(response, 429, "Rate limit reached", "requests", "rate_limit_exceeded");
  }

  /** Sends status 500 or 503. */
  void serverError(HttpServerRequest request, int status) {
    error(request.response(), status, "The server had an error", "server_error", "");
  }

  /** Sends half of the body, then resets the connection. */
  void reset(HttpServerRequest request, Buffer body) {
    Channel channel = ((ConnectionBase) request.connection()).channel();

    json(request)
        .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()))
        .write(body.slice(0, body.length() / 2))
        .onComplete(
            written -> {
              // To linger for no time is to reset.
              channel.config().setOption(ChannelOption.SO_LINGER, 0);
              request.connection().close();
            });
  }

  /** Sends the head and never a body. */
  void stall(HttpServerRequest request, Buffer body) {
    json(request)
        .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()))
        .write(body.slice(0, 1));
  }

  /** Sends the first half of the JSON as if it were all. */
  void truncated(HttpServerRequest request, Buffer body) {
    json(request).end(body.slice(0, body.length() / 2));
  }

  /** Sends half of the body, then closes the connection as if that were all. */
  void tooShort(HttpServerRequest request, Buffer body) {
    json(request)
        .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()))
        .write(body.slice(0, body.length() / 2))
        .onComplete(written -> request.connection().close());
  }

  /** Sends half of the compressed body as if that were all. */
  void brokenGzip(HttpServerRequest request, Buffer body) {
    byte[] packed = packed(body.getBytes());
    json(request)
        .putHeader(HttpHeaders.CONTENT_ENCODING, "gzip")
        .end(Buffer.buffer(packed).slice(0, packed.length / 2));
  }

  private static byte[] packed(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write into memory", e);
    }

    return packed.toByteArray();
  }

  /** Sends a page of HTML. */
  void html(HttpServerRequest request, boolean isOk) {
    int status = isOk ? 200 : 502;
    String title = isOk ? "Welcome" : "502 Bad Gateway";
    stats.status(status);
    request
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html")
        .end(HTML_PAGE.formatted(title, title));
  }

  /** Sends the body in small pieces, then calls back. */
  void slow(HttpServerRequest request, Buffer body, Runnable done) {
    HttpServerResponse response =
        json(request).putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
    int piece = Math.max(1, body.length() / SLOW_CHUNKS);
    int[] sent = {0};

    vertx.setPeriodic(
        SLOW_PAUSE_MILLIS,
        timer -> {
          int end = Math.min(body.length(), sent[0] + piece);

          if (response.closed()) {
            vertx.cancelTimer(timer);
          } else if (end < body.length()) {
            response.write(body.slice(sent[0], end));
            sent[0] = end;
          } else {
            vertx.cancelTimer(timer);
            done.run();
            response.end(body.slice(sent[0], end));
          }
        });
  }

  /** Sends a completion that is much too long, as fast as the client takes it. */
  void huge(HttpServerRequest request) {
    HttpServerResponse response = json(request).setChunked(true);
    response.write("{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"");
    pump(response, HUGE_CHUNKS);
  }

  private static void pump(HttpServerResponse response, int chunks) {
    int left = chunks;

    while (left > 0 && !response.writeQueueFull() && !response.closed()) {
      response.write(HUGE_CHUNK);
      left--;
    }

    int rest = left;

    if (rest == 0) {
      response.end("\"},\"finish_reason\":\"stop\"}]}");
    } else if (!response.closed()) {
      response.drainHandler(drained -> pump(response, rest));
    }
  }

  private HttpServerResponse json(HttpServerRequest request) {
    stats.status(200);

    return request.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
  }

  private void error(
      HttpServerResponse response, int status, String message, String type, String code) {
    stats.status(status);
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .end(ErrorBodies.of(message, type, code));
  }
}
