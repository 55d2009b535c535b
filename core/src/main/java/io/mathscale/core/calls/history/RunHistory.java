package io.mathscale.core.calls.history;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mathscale.core.time.TimeSource;
import io.mathscale.core.workspace.TableCatalog;
import io.mathscale.core.workspace.Workspace;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;

/**
 * The settings with which a stage has asked, and how many answers it got with each: the file {@code
 * calls/<stage>/runs.json}. Holds neither prompts nor secrets. One run of a stage writes it at a
 * time.
 */
public final class RunHistory {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Workspace workspace;
  private final String file;
  private final TimeSource time;
  private final List<PastRuns> runs;

  private RunHistory(Workspace workspace, String file, TimeSource time, List<PastRuns> runs) {
    this.workspace = workspace;
    this.file = file;
    this.time = time;
    this.runs = runs;
  }

  /**
   * The history of a stage. Answers that came since a run began which did not end are that run's.
   *
   * @param stage name of the stage
   * @param time by which runs are dated
   * @param answers that stand in the tables of the stage now
   */
  public static RunHistory of(Workspace workspace, String stage, TimeSource time, long answers) {
    String file = file(stage);
    List<PastRuns> runs =
        read(workspace, file).stream()
            .map(past -> past.isOpen() ? past.ended(answers) : past)
            .toList();
    return new RunHistory(workspace, file, time, new ArrayList<>(runs));
  }

  private static String file(String stage) {
    return "calls/" + stage + "/runs.json";
  }

  /**
   * Answers of a stage that stand under other settings than those of its last run, by the settings
   * that differ, in words.
   *
   * @param stage name of the stage
   */
  public static SortedMap<String, Long> answersUnderEarlierSettings(
      TableCatalog workspace, String stage) {
    List<PastRuns> runs = read(workspace, file(stage));
    return runs.isEmpty()
        ? Collections.emptySortedMap()
        : underOthers(runs, runs.get(runs.size() - 1).settings());
  }

  private static List<PastRuns> read(TableCatalog workspace, String file) {
    Path path = workspace.path(file);
    try (InputStream stream = workspace.fileSystem().open(path)) {
      return JSON.readValue(stream, new TypeReference<List<PastRuns>>() {});
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }

  /**
   * A run begins.
   *
   * @param settings with which it asks
   * @param answers that stand in the tables of the stage
   */
  public void begin(SortedMap<String, String> settings, long answers) {
    String now = time.now().toString();
    PastRuns same =
        runs.stream()
            .filter(past -> past.settings().equals(settings))
            .findFirst()
            .orElse(new PastRuns(settings, 0, PastRuns.ENDED, now, now));
    runs.remove(same);
    runs.add(same.begun(answers, now));
    write();
  }

  /**
   * The run that began has ended.
   *
   * @param answers that stand in the tables of the stage
   */
  public void end(long answers) {
    runs.replaceAll(past -> past.isOpen() ? past.ended(answers) : past);
    write();
  }

  private void write() {
    try {
      workspace.writeFile(file, JSON.writeValueAsString(runs) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + workspace.path(file), e);
    }
  }

  /** Answers that stand under these settings. */
  long answersUnder(SortedMap<String, String> settings) {
    return runs.stream()
        .filter(past -> past.settings().equals(settings))
        .mapToLong(PastRuns::answers)
        .sum();
  }

  /** Answers that stand under any settings that are known. */
  long answers() {
    return runs.stream().mapToLong(PastRuns::answers).sum();
  }

  /** Answers that stand under other settings, by the settings that differ, in words. */
  SortedMap<String, Long> answersUnderOthers(SortedMap<String, String> settings) {
    return underOthers(runs, settings);
  }

  private static SortedMap<String, Long> underOthers(
      List<PastRuns> runs, SortedMap<String, String> settings) {
    SortedMap<String, Long> others = new TreeMap<>();
    for (PastRuns past : runs) {
      String difference = difference(past.settings(), settings);
      if (past.answers() > 0 && !past.settings().equals(settings)) {
        others.merge(difference, past.answers(), Long::sum);
      }
    }

    return others;
  }

  private static String difference(
      SortedMap<String, String> before, SortedMap<String, String> now) {
    List<String> differences = new ArrayList<>();
    now.forEach(
        (key, value) -> {
          String past = before.getOrDefault(key, "unknown");
          if (!past.equals(value)) {
            differences.add("%s was %s, is %s".formatted(key, past, value));
          }
        });
    return String.join("; ", differences);
  }
}
