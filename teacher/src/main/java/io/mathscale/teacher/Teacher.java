package io.mathscale.teacher;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * An OpenAI-compatible server in this process, for demos, tests and load tests. It is not a
 * language model: it labels questions by rules, poses problems of known families and solves what it
 * poses.
 */
public final class Teacher implements AutoCloseable {
  /** As many threads as a small machine shares with the client under test. */
  private static final int EVENT_LOOPS = 2;

  private static final int BACKLOG = 8192;

  /** A negative port tells servers to share one free port. */
  private static final int SHARED_FREE_PORT = -1;

  private final Vertx vertx;
  private final CallCounts stats = new CallCounts();
  private final String baseUrl;

  private Teacher(TeacherOptions options) {
    this.vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(EVENT_LOOPS)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1));
    try {
      this.baseUrl = "http://" + options.host() + ":" + listen(options) + "/v1";
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Starts a teacher; returns when it listens.
   *
   * @throws IllegalStateException if it cannot listen on its port
   */
  public static Teacher start(TeacherOptions options) {
    return new Teacher(options);
  }

  /** Returns the port that servers listen on, one for each event loop, which share its calls. */
  private int listen(TeacherOptions options) {
    TeacherHandler handler = new TeacherHandler(vertx, options, stats);
    HttpServerOptions http =
        new HttpServerOptions()
            .setHost(options.host())
            .setPort(options.port() == 0 ? SHARED_FREE_PORT : options.port())
            .setAcceptBacklog(BACKLOG)
            .setHandle100ContinueAutomatically(true);
    List<Future<HttpServer>> servers =
        Stream.generate(() -> vertx.createHttpServer(http).requestHandler(handler).listen())
            .limit(EVENT_LOOPS)
            .toList();
    try {
      Future.all(servers).toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException e) {
      throw new IllegalStateException(
          "Cannot listen on %s:%d: %s"
              .formatted(options.host(), options.port(), e.getCause().getMessage()),
          e);
    }

    return servers.get(0).result().actualPort();
  }

  /** Returns the address to which {@code /chat/completions} is appended. */
  public String baseUrl() {
    return baseUrl;
  }

  /** Returns what the teacher has done so far. */
  public TeacherStats stats() {
    return stats.snapshot();
  }

  /** Stops listening, closes all connections and ends all threads. */
  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
