package io.mathscale.eval.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportServerTest {
  @TempDir private Path folder;
  private ReportServer server;

  @BeforeEach
  void serve() throws IOException {
    Path workspace = Files.createDirectories(folder.resolve("w"));
    Files.writeString(folder.resolve("secret.txt"), "secret");
    Files.writeString(workspace.resolve("metrics.json"), "secret");
    Files.writeString(workspace.resolve("report.html"), "<p>é</p>");
    Path scripts = Files.createDirectories(workspace.resolve("report/0af9"));
    Files.writeString(scripts.resolve("0.js"), "mathscaleSamples(0,[]);\n");
    Files.writeString(scripts.resolve("notes.txt"), "secret");
    server = start(0);
  }

  private ReportServer start(int port) throws IOException {
    return ReportServer.start(
        FileSystem.getLocal(new Configuration()),
        new org.apache.hadoop.fs.Path(folder.resolve("w").toUri()),
        "report.html",
        port);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/report.html", "/?x=1"})
  void servesThePage(String path) throws IOException {
    assertThat(answer("GET", path, "127.0.0.1"))
        .startsWith("HTTP/1.1 200 ")
        .containsIgnoringCase("\r\nContent-Type: text/html; charset=utf-8\r\n")
        .endsWith("\r\n\r\n<p>é</p>");
  }

  @Test
  void servesItsScripts() throws IOException {
    assertThat(answer("GET", "/report/0af9/0.js", "localhost:9000"))
        .startsWith("HTTP/1.1 200 ")
        .containsIgnoringCase("\r\nContent-Type: text/javascript; charset=utf-8\r\n")
        .endsWith("mathscaleSamples(0,[]);\n");
    assertThat(answer("HEAD", "/report/0af9/0.js", "[::1]:80"))
        .startsWith("HTTP/1.1 200 ")
        .endsWith("\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/report/0af9/../../metrics.json",
        "/report/../metrics.json",
        "/report/0af9/..%2f..%2fmetrics.json",
        "/report/0af9/notes.txt",
        "/report/0af9/1.js",
        "/report/0af9/",
        "/metrics.json",
        "//report.html",
        "/report.html/"
      })
  void servesNothingElse(String path) throws IOException {
    assertThat(answer("GET", path, "127.0.0.1"))
        .startsWith("HTTP/1.1 404 ")
        .doesNotContain("secret");
  }

  @Test
  void onlyReads() throws IOException {
    assertThat(answer("DELETE", "/report.html", "127.0.0.1"))
        .startsWith("HTTP/1.1 405 ")
        .containsIgnoringCase("\r\nAllow: GET, HEAD\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil:80"})
  void answersNoPageUnderAnotherName(String host) throws IOException {
    assertThat(answer("GET", "/", host)).startsWith("HTTP/1.1 403 ").doesNotContain("<p>");
  }

  @Test
  void isOnThisMachineAloneAtItsPort() {
    assertThat(server.url()).matches("http://127\\.0\\.0\\.1:[0-9]+/");
    assertThatThrownBy(() -> start(URI.create(server.url()).getPort()))
        .isInstanceOf(BindException.class);
  }

  /** The whole answer to a request whose path is sent as it stands. */
  private String answer(String method, String path, String host) throws IOException {
    int port = URI.create(server.url()).getPort();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request =
          "%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(method, path, host);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
