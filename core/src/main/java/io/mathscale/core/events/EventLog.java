package io.mathscale.core.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.events.Event.Kind;
import io.mathscale.core.time.TimeSource;
import io.mathscale.core.workspace.AtomicFiles;
import io.mathscale.core.workspace.StoreFaults;
import io.mathscale.core.workspace.TableCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of one application: a file of JSON lines in the workspace, which is whole after each
 * of them. An event that cannot be written ends nothing.
 */
public final class EventLog {
  /** Folder of the applications' folders; names that begin so are no tables. */
  public static final String FOLDER = "_runs";

  /** Name of the file. */
  public static final String FILE = "events.jsonl";

  private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int ID_LENGTH = 8;

  /** The file is written anew with each event: more would make it slow. */
  private static final int MOST_LINES = 1_000;

  private static final SortedMap<String, Number> NO_FIGURES = Collections.emptySortedMap();
  private static final double NANOS_A_SECOND = 1e9;

  private final FileSystem fileSystem;
  private final Path folder;
  private final TimeSource time;
  private final Deque<String> lines = new ArrayDeque<>();
  private String command = "";
  private long began;
  private boolean isOpen;
  private boolean isUnwritable;

  private EventLog(FileSystem fileSystem, Path folder, TimeSource time) {
    this.fileSystem = fileSystem;
    this.folder = folder;
    this.time = time;
  }

  /** The log of an application that begins to work on a workspace. */
  public static EventLog in(TableCatalog workspace, TimeSource time) {
    String name = STAMP.format(time.now()) + "-" + UUID.randomUUID();
    name = name.substring(0, name.indexOf('-') + 1 + ID_LENGTH);
    return new EventLog(workspace.fileSystem(), workspace.path(FOLDER + "/" + name), time);
  }

  /** A log that keeps nothing. */
  public static EventLog none(TimeSource time) {
    return new EventLog(null, null, time);
  }

  /**
   * Runs a command and tells when it starts, and how it ends.
   *
   * @param name of the command
   * @param exit the exit code of an exception, in a word
   * @param why what an exception says to the user
   */
  public void during(
      String name,
      Runnable work,
      Function<Throwable, String> exit,
      Function<Throwable, String> why) {
    begin(name);
    try {
      work.run();
    } catch (Throwable e) {
      if (e instanceof ConfigException && isAtItsStart()) {
        discard();
      } else {
        stop(exit.apply(e), why.apply(e));
      }

      throw e;
    }

    end(Kind.DONE, "", "");
  }

  private synchronized void begin(String name) {
    command = name;
    began = time.nanos();
    isOpen = true;
    add(Kind.STARTED, "", "", "", "", null, NO_FIGURES);
  }

  /**
   * Tells that the command at work has ended early, if its end is not told yet.
   *
   * @param exit the exit code, in a word
   * @param why the reason, in words
   */
  public void stop(String exit, String why) {
    end(Kind.STOPPED, exit, why);
  }

  private synchronized void end(Kind kind, String exit, String why) {
    if (isOpen) {
      isOpen = false;
      add(kind, "", "", exit, why, Duration.ofNanos(time.nanos() - began), NO_FIGURES);
    }
  }

  /** Whether the first command has done nothing yet. */
  private synchronized boolean isAtItsStart() {
    return lines.size() == 1;
  }

  /** Adds an event of the command at work; see {@link Event}. */
  public synchronized void add(
      Kind kind,
      String stage,
      String waitsFor,
      String exit,
      String why,
      Duration took,
      SortedMap<String, Number> figures) {
    if (folder == null) {
      return;
    }

    Double seconds = took == null ? null : took.toNanos() / NANOS_A_SECOND;
    Event event =
        new Event(
            time.now().toString(), kind, command, stage, waitsFor, exit, why, seconds, figures);
    try {
      lines.add(JSON.writeValueAsString(event));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts and numbers can always be written as JSON", e);
    }

    if (lines.size() > MOST_LINES) {
      lines.remove();
    }

    write();
  }

  private void write() {
    try {
      AtomicFiles.write(fileSystem, new Path(folder, FILE), String.join("\n", lines) + "\n");
      isUnwritable = false;
    } catch (UncheckedIOException e) {
      if (!isUnwritable) {
        LOG.info("No events can be written to {} ({})", folder, StoreFaults.words(e.getCause()));
      }

      isUnwritable = true;
    }
  }

  /** Removes the log of an application that was refused, with the folder that is empty then. */
  private synchronized void discard() {
    lines.clear();
    if (folder == null) {
      return;
    }

    try {
      fileSystem.delete(folder, true);
      Path all = folder.getParent();
      if (fileSystem.exists(all) && fileSystem.listStatus(all).length == 0) {
        fileSystem.delete(all, false);
      }
    } catch (IOException e) {
      LOG.debug("{} is left", folder, e);
    }
  }
}
