package io.mathscale.core.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a model service and lets through as many requests as it is told to. */
public final class Gate implements AutoCloseable {
  /** More than a test sends. */
  private static final int MANY = 1_000_000;

  private final URI service;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Semaphore permits = new Semaphore(0);
  private final AtomicInteger came = new AtomicInteger();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Gate(URI service, HttpServer server) {
    this.service = service;
    this.server = server;
  }

  /**
   * A gate that is shut.
   *
   * @param baseUrl root of the service's API
   */
  public static Gate before(String baseUrl) {
    HttpServer server;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start a server on loopback", e);
    }

    Gate gate = new Gate(URI.create(baseUrl), server);
    server.createContext("/", gate::pass);
    server.setExecutor(gate.threads);
    server.start();
    return gate;
  }

  /** Root of the API behind it. */
  public String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + service.getPath();
  }

  /** Requests that have come to it. */
  public int came() {
    return came.get();
  }

  /** Lets through so many more. */
  public void let(int requests) {
    permits.release(requests);
  }

  /** Lets through all that wait and all that come. */
  public void open() {
    let(MANY);
  }

  private void pass(HttpExchange exchange) {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      came.incrementAndGet();
      permits.acquire();
      HttpRequest request =
          HttpRequest.newBuilder(service.resolve(exchange.getRequestURI()))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofByteArray(body))
              .build();
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(response.statusCode(), response.body().length);
      exchange.getResponseBody().write(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
