package io.mathscale.grader;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where real rows stand beside the repository, and how they are read. */
final class RealData {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RealData() {}

  /** A path under the folder of real data; the test is skipped where it does not exist. */
  static Path required(String file) {
    Path path = path(file);
    assumeTrue(Files.exists(path), "needs " + path);
    return path;
  }

  /** A path under the folder of real data, which may not exist. */
  static Path path(String file) {
    String beside =
        Path.of(System.getProperty("mathscale.root", ".."), "../shared/data").toString();
    return Path.of(System.getProperty("mathscale.data", beside), file);
  }

  /** The rows of a file of JSON lines. */
  static List<JsonNode> rows(Path file) {
    List<JsonNode> rows = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        rows.add(JSON.readTree(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }

    return rows;
  }
}
