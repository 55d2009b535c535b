package io.mathscale.core.model.http;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/**
 * Identical HTTP clients among which the calling threads are divided. OkHttp's connection pool
 * looks at its connections one after the other, and locks each, for every call: with a thousand
 * calls in flight that is most of the work. With a few connections a pool it costs nothing, and
 * HTTP/2 can still put many calls on one connection.
 */
final class OkHttpClients {
  /** Measured with {@code benchmarks/engine.sh}. */
  private static final int THREADS_A_CLIENT = 16;

  /** Servers close idle connections after a minute or so; we close them before. */
  private static final long KEEP_ALIVE_SECONDS = 50;

  private final List<OkHttpClient> clients;
  private final AtomicInteger threads = new AtomicInteger();
  private final ThreadLocal<OkHttpClient> own = ThreadLocal.withInitial(this::next);

  /**
   * Clients for the calls in flight of the settings, each from a thread of its own.
   *
   * @param network how they reach their service
   */
  OkHttpClients(HttpSettings settings, OkHttpNetwork network) {
    // The call's timeout bounds everything; a model may be silent for minutes before it answers.
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .connectionPool(pool())
            .callTimeout(settings.timeout())
            .connectTimeout(settings.connectTimeout())
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .followRedirects(false)
            // Racing addresses would take a thread a connection, and lets InterruptedException out.
            .fastFallback(false);
    network.apply(builder);
    OkHttpClient first = builder.build();
    int count = (settings.maxInFlight() + THREADS_A_CLIENT - 1) / THREADS_A_CLIENT;
    this.clients =
        Stream.concat(
                Stream.of(first),
                Stream.generate(() -> first.newBuilder().connectionPool(pool()).build()))
            .limit(count)
            .toList();
  }

  private static ConnectionPool pool() {
    return new ConnectionPool(THREADS_A_CLIENT, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
  }

  private OkHttpClient next() {
    return clients.get(Math.floorMod(threads.getAndIncrement(), clients.size()));
  }

  /** The client of this thread. */
  OkHttpClient get() {
    return own.get();
  }

  /** Cancels the calls in flight and closes the connections. */
  void close() {
    for (OkHttpClient client : clients) {
      client.dispatcher().cancelAll();
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }
}
