package io.mathscale.cluster;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mathscale.teacher.TeacherStats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The packaged teacher in a process of its own, which can stand still.
 *
 * @param process its process
 * @param baseUrl its address
 */
record TeacherProcess(ChildProcess process, String baseUrl) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Pattern ADDRESS = Pattern.compile("listening on (http\\S+)");

  /**
   * Starts one; returns when it listens.
   *
   * @param options those of its command line
   */
  static TeacherProcess start(SparkHome home, List<String> options) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-Xmx256m", "-jar", home.job("teacher").toString(), "--port", "0"));
    arguments.addAll(options);
    Path folder = home.folder().resolve("logs");
    ChildProcess process = ChildProcess.start("teacher", folder, Map.of(), arguments);
    try {
      return new TeacherProcess(process, process.awaitSaid(ADDRESS, PATIENCE));
    } catch (IllegalStateException e) {
      process.close();
      throw e;
    }
  }

  /** Its port. */
  int port() {
    return URI.create(baseUrl).getPort();
  }

  /** What it has done so far. */
  TeacherStats stats() {
    try {
      return JsonMapper.builder()
          .build()
          .readValue(URI.create(baseUrl).resolve("/stats").toURL(), TeacherStats.class);
    } catch (IOException e) {
      throw new UncheckedIOException("The teacher must tell what it did", e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
