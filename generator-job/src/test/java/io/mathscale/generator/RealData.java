package io.mathscale.generator;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Real rows that stand beside the repository; tests that read them skip themselves elsewhere. */
public final class RealData {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RealData() {}

  /** A file of real data; skips the test where it is not there. */
  public static Path file(String name) {
    Path file = Path.of(System.getProperty("mathscale.root", ".."), "../shared/data", name);
    assumeTrue(Files.exists(file), "skipped: no real data at " + file.toAbsolutePath());
    return file;
  }

  /** The rows of a file of JSON lines. */
  public static List<JsonNode> rows(Path file) {
    try {
      List<JsonNode> rows = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        rows.add(JSON.readTree(line));
      }

      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
