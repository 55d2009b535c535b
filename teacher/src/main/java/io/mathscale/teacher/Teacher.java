package io.mathscale.teacher;

import io.mathscale.teacher.server.ApiReplies;
import io.mathscale.teacher.server.Limiter;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An OpenAI-compatible server in this process, for demos, tests and load tests. It is not a
 * language model: it labels questions by rules, poses problems of known families and solves what it
 * poses.
 */
public final class Teacher implements AutoCloseable {
  /** As many threads as a small machine shares with the client under test. */
  private static final int EVENT_LOOPS = 2;

  private static final int BACKLOG = 8192;

  /** A negative port tells the instances of a verticle to share one free port. */
  private static final int SHARED_FREE_PORT = -1;

  private final Vertx vertx;
  private final CallCounts stats;
  private final String baseUrl;

  private Teacher(Vertx vertx, CallCounts stats, String baseUrl) {
    this.vertx = vertx;
    this.stats = stats;
    this.baseUrl = baseUrl;
  }

  /**
   * Starts a teacher; returns when it listens.
   *
   * @throws IllegalStateException if it cannot listen on its port
   */
  public static Teacher start(TeacherOptions options) {
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(EVENT_LOOPS)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1));
    CallCounts stats = new CallCounts();
    Limiter limiter =
        new Limiter(options.requestsPerMinute(), options.tokensPerMinute(), System::nanoTime);
    ApiReplies completions = new ApiReplies(options.answers());
    AtomicInteger port = new AtomicInteger();
    Future<String> deployed =
        vertx.deployVerticle(
            () -> new Listener(options, stats, limiter, completions, port),
            new DeploymentOptions().setInstances(EVENT_LOOPS));

    try {
      deployed.toCompletionStage().toCompletableFuture().join();
    } catch (RuntimeException e) {
      closeAndWait(vertx);
      throw new IllegalStateException(
          "Cannot listen on " + options.host() + ":" + options.port(), e);
    }

    return new Teacher(vertx, stats, "http://" + options.host() + ":" + port.get() + "/v1");
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
    closeAndWait(vertx);
  }

  private static void closeAndWait(Vertx vertx) {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** One event loop of the server. */
  private static final class Listener extends AbstractVerticle {
    private final TeacherOptions options;
    private final CallCounts stats;
    private final Limiter limiter;
    private final ApiReplies completions;
    private final AtomicInteger port;

    Listener(
        TeacherOptions options,
        CallCounts stats,
        Limiter limiter,
        ApiReplies completions,
        AtomicInteger port) {
      this.options = options;
      this.stats = stats;
      this.limiter = limiter;
      this.completions = completions;
      this.port = port;
    }

    @Override
    public void start(Promise<Void> started) {
      HttpServerOptions http =
          new HttpServerOptions()
              .setHost(options.host())
              .setPort(options.port() == 0 ? SHARED_FREE_PORT : options.port())
              .setAcceptBacklog(BACKLOG)
              .setHandle100ContinueAutomatically(true);

      vertx
          .createHttpServer(http)
          .requestHandler(new TeacherHandler(vertx, options, stats, limiter, completions))
          .listen()
          .<Void>map(this::remember)
          .onComplete(started);
    }

    private Void remember(HttpServer server) {
      port.set(server.actualPort());

      return null;
    }
  }
}
