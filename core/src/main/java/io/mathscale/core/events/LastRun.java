package io.mathscale.core.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mathscale.core.workspace.Leftovers;
import io.mathscale.core.workspace.TableCatalog;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;

/**
 * The last time that a command was at work on a workspace, as the logs of events tell it.
 *
 * @param command its name
 * @param event {@code started} where no end of it is known, {@code done} or {@code stopped}
 * @param time when that was
 * @param exit the exit code of an early end, in a word; empty for none
 * @param why the reason of an early end, in words; empty for none
 */
public record LastRun(String command, String event, Instant time, String exit, String why) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> OF_COMMANDS = Set.of("started", "done", "stopped");

  /** Of every command that the latest logs tell of, in the order of their names. */
  public static Collection<LastRun> of(TableCatalog workspace) {
    TreeMap<String, LastRun> byCommand = new TreeMap<>();
    logs(workspace).stream()
        .map(log -> read(workspace, log))
        .filter(runs -> !runs.isEmpty())
        .sorted(Comparator.comparing(runs -> runs.get(0).time()))
        .flatMap(List::stream)
        .forEach(run -> byCommand.put(run.command(), run));
    return byCommand.values();
  }

  /** The latest: their names begin with a time. */
  private static List<Path> logs(TableCatalog workspace) {
    Path folder = workspace.path(EventLog.FOLDER);
    try {
      return Arrays.stream(workspace.fileSystem().listStatus(folder))
          .map(log -> new Path(log.getPath(), EventLog.FILE))
          .sorted(Comparator.reverseOrder())
          .limit(Leftovers.KEPT_LOGS)
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }

  /** The beginnings and ends of commands in a log, which may be removed meanwhile. */
  private static List<LastRun> read(TableCatalog workspace, Path log) {
    List<LastRun> runs = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(workspace.fileSystem().open(log), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        of(line).filter(run -> OF_COMMANDS.contains(run.event())).ifPresent(runs::add);
      }
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + log, e);
    }

    return runs;
  }

  /** An event; empty where a line holds none, which is no reason to tell nothing of the others. */
  private static Optional<LastRun> of(String line) {
    try {
      JsonNode event = JSON.readTree(line);
      return Optional.of(
          new LastRun(
              event.path("command").asText(),
              event.path("event").asText(),
              Instant.parse(event.path("at").asText()),
              event.path("exit").asText(),
              event.path("why").asText()));
    } catch (JsonProcessingException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Whether no end of it is known. */
  public boolean isOpen() {
    return event.equals("started");
  }

  /** Whether it ended early. */
  public boolean isStopped() {
    return event.equals("stopped");
  }
}
