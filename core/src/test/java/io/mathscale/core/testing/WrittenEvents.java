package io.mathscale.core.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mathscale.core.events.EventLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads what an application wrote to its log of events. */
public final class WrittenEvents {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private WrittenEvents() {}

  /** The events of the only application that has worked on a workspace. */
  public static List<JsonNode> in(Path workspace) {
    try (Stream<Path> runs = Files.list(workspace.resolve(EventLog.FOLDER))) {
      Path file = runs.findFirst().orElseThrow().resolve(EventLog.FILE);
      List<JsonNode> events = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        events.add(JSON.readTree(line));
      }

      return events;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
