package io.mathscale.eval.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Serves the page of scores and its scripts of a workspace on any file system, to this machine
 * alone, and nothing else of the workspace.
 */
public final class ReportServer implements AutoCloseable {
  private static final int THREADS = 4;

  /** The scripts of a run. That no other path is one keeps all other files out of reach. */
  private static final Pattern SCRIPT = Pattern.compile("/report/[0-9a-f]+/[0-9]+\\.js");

  /** A page elsewhere whose name is made to lead here must not read this one (DNS rebinding). */
  private static final Pattern OWN_HOST =
      Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]+)?");

  private static final Set<String> METHODS = Set.of("GET", "HEAD");

  private final FileSystem fileSystem;
  private final Path workspace;
  private final String page;
  private final HttpServer server;
  private final ExecutorService threads;

  private ReportServer(FileSystem fileSystem, Path workspace, String page, HttpServer server) {
    this.fileSystem = fileSystem;
    this.workspace = workspace;
    this.page = page;
    this.server = server;
    this.threads = Executors.newFixedThreadPool(THREADS);
  }

  /**
   * Starts to serve.
   *
   * @param fileSystem what the workspace is on
   * @param page name of the page in the workspace
   * @param port where; 0: any that is free
   * @throws IOException when the port is taken
   */
  public static ReportServer start(FileSystem fileSystem, Path workspace, String page, int port)
      throws IOException {
    // By number: the name localhost may be another address.
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    ReportServer served = new ReportServer(fileSystem, workspace, page, server);
    server.setExecutor(served.threads);
    server.createContext("/", served::answer);
    server.start();
    return served;
  }

  /** Where the page is. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String host = exchange.getRequestHeaders().getFirst("Host");
      if (host == null || !OWN_HOST.matcher(host).matches()) {
        exchange.sendResponseHeaders(403, -1);
      } else if (!METHODS.contains(exchange.getRequestMethod())) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        exchange.sendResponseHeaders(405, -1);
      } else {
        send(exchange, exchange.getRequestURI().getRawPath());
      }
    }
  }

  private void send(HttpExchange exchange, String path) throws IOException {
    boolean isPage = "/".equals(path) || ("/" + page).equals(path);
    if (!isPage && (path == null || !SCRIPT.matcher(path).matches())) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }

    byte[] content;
    try (InputStream stream =
        fileSystem.open(new Path(workspace, isPage ? page : path.substring(1)))) {
      content = stream.readAllBytes();
    } catch (FileNotFoundException e) {
      exchange.sendResponseHeaders(404, -1);
      return;
    } catch (IOException | UncheckedIOException e) {
      exchange.sendResponseHeaders(500, -1);
      return;
    }

    exchange
        .getResponseHeaders()
        .set("Content-Type", (isPage ? "text/html" : "text/javascript") + "; charset=utf-8");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    // The next run of score puts another page in the same place.
    exchange.getResponseHeaders().set("Cache-Control", "no-cache");
    boolean isBodyWanted = exchange.getRequestMethod().equals("GET");
    exchange.sendResponseHeaders(200, isBodyWanted ? content.length : -1);
    if (isBodyWanted) {
      exchange.getResponseBody().write(content);
    }
  }

  /** Stops serving. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
