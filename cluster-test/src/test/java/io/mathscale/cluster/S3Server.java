package io.mathscale.cluster;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** An object store with the API of S3, on loopback, that keeps its objects in a folder. */
final class S3Server implements Store {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String BUCKET = "mathscale";

  private final ChildProcess process;
  private final int port;

  private S3Server(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  static S3Server start(Path folder) throws IOException {
    String jar =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.matches(".*s3mock-.*-exec\\.jar"))
            .findFirst()
            .orElseThrow();
    int port = freePort();
    Path objects = Files.createDirectories(folder.resolve("objects"));
    ChildProcess process =
        ChildProcess.start(
            "s3",
            folder,
            Map.of("initialBuckets", BUCKET, "root", objects.toString()),
            List.of(
                "-Xmx400m",
                "-Djava.io.tmpdir=" + folder,
                "-jar",
                jar,
                "--com.adobe.testing.s3mock.http-port=" + port,
                "--server.port=" + freePort()));
    return new S3Server(process, port);
  }

  /** A port of loopback that nobody listens to now. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void awaitStarted() {
    await().atMost(PATIENCE).until(() -> listens() || !process.isAlive());
    if (!process.isAlive()) {
      throw new IllegalStateException("The store must start:\n" + process.output());
    }
  }

  private boolean listens() {
    if (!process.output().contains("Started S3MockApplication")) {
      return false;
    }

    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Its port. */
  int port() {
    return port;
  }

  @Override
  public String folder(String name) {
    return "s3a://" + BUCKET + "/" + name;
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "fs.s3a.endpoint", "http://127.0.0.1:" + port,
        "fs.s3a.endpoint.region", "us-east-1",
        "fs.s3a.path.style.access", "true",
        "fs.s3a.connection.ssl.enabled", "false",
        "fs.s3a.change.detection.mode", "none",
        "fs.s3a.access.key", "key",
        "fs.s3a.secret.key", "secret");
  }

  @Override
  public long durableMillis() {
    return 3_000;
  }

  @Override
  public ChildProcess process() {
    return process;
  }
}
