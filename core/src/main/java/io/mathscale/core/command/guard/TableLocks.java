package io.mathscale.core.command.guard;

import io.mathscale.core.calls.StageStoppedException;
import io.mathscale.core.calls.journal.StageLock;
import io.mathscale.core.calls.limits.RunStop;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.time.TimeSource;
import io.mathscale.core.workspace.TableCatalog;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rights of an application to write families of tables, each a {@link StageLock}: of two
 * applications that write the same family in a workspace the second is refused.
 */
public final class TableLocks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TableLocks.class);

  /** Folder of the locks; names that begin so are no tables. */
  private static final String FOLDER = "_locks";

  /** A lock that was written so much earlier than ours, by the file system's own clock, is left. */
  private static final Duration LEFT = Duration.ofMinutes(1);

  private final TableCatalog workspace;
  private final SortedMap<String, StageLock> locks = new TreeMap<>();
  private boolean isNew;
  private long takenAt;

  private TableLocks(TableCatalog workspace) {
    this.workspace = workspace;
  }

  /**
   * Takes the rights, waiting some seconds where an owner may be gone.
   *
   * @param families names of the families; with none nothing is written
   * @param time by which to wait and to show signs of life
   * @throws ConfigException when another application has one of them, or the workspace cannot be
   *     written
   */
  public static TableLocks take(
      TableCatalog workspace, SortedSet<String> families, TimeSource time) {
    TableLocks locks = new TableLocks(workspace);
    try {
      locks.takeAll(families, time);
      return locks;
    } catch (RuntimeException e) {
      locks.close();
      throw e;
    }
  }

  /** The first decides between applications that write the same; others may wait side by side. */
  private void takeAll(SortedSet<String> families, TimeSource time) {
    if (families.isEmpty()) {
      return;
    }

    isNew = !exists(workspace.root());
    keep(families.first(), taken(families.first(), time), time);
    takenAt = modified(file(families.first()));
    SortedMap<String, CompletableFuture<StageLock>> others = new TreeMap<>();
    for (String family : families.tailSet(families.first() + "\0")) {
      others.put(
          family,
          CompletableFuture.supplyAsync(
              () -> taken(family, time), task -> new Thread(task, "table-locks").start()));
    }

    List<RuntimeException> refused = new ArrayList<>();
    others.forEach(
        (family, lock) -> {
          try {
            keep(family, lock.join(), time);
          } catch (CompletionException e) {
            refused.add(e.getCause() instanceof RuntimeException cause ? cause : e);
          }
        });
    if (!refused.isEmpty()) {
      throw refused.get(0);
    }
  }

  private void keep(String family, StageLock lock, TimeSource time) {
    locks.put(family, lock);
    lock.keep(time);
  }

  private StageLock taken(String family, TimeSource time) {
    try {
      return StageLock.take(
          workspace.fileSystem(),
          file(family),
          time::sleep,
          "One command must write the tables of " + family + " at a time");
    } catch (UncheckedIOException e) {
      throw new ConfigException(
          "workspace must be a folder that can be written: %s (%s)"
              .formatted(workspace.root(), e.getCause().getMessage()),
          e);
    }
  }

  private Path file(String family) {
    return workspace.path(FOLDER + "/" + family);
  }

  private long modified(Path path) {
    try {
      return workspace.fileSystem().getFileStatus(path).getModificationTime();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look at " + path, e);
    }
  }

  private boolean exists(Path path) {
    try {
      return workspace.fileSystem().exists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look at " + path, e);
    }
  }

  /**
   * Checks that nobody took the rights meanwhile, as may be where this process was suspended.
   *
   * @throws StageStoppedException when somebody did
   */
  public void requireHeld() {
    locks.forEach(
        (family, lock) -> {
          if (lock.isTaken()) {
            throw new StageStoppedException(
                RunStop.Reason.TAKEN_OVER,
                "the tables of %s are another command's now, which found no sign of life of this one (%s)"
                    .formatted(family, file(family)));
          }
        });
  }

  /**
   * Tells when one of them is lost, at once where it is so already; replaces who was told before.
   */
  public void whenLost(Runnable action) {
    for (StageLock lock : locks.values()) {
      lock.whenLost(action);
      if (lock.isTaken()) {
        return;
      }
    }
  }

  /** Whether the application may write nothing. */
  public boolean areNone() {
    return locks.isEmpty();
  }

  /** Whether no other application shows signs of life in the workspace. */
  public boolean isAlone() {
    long ours = 0;
    long others = -1;
    for (FileStatus lock : files(workspace)) {
      if (locks.containsKey(lock.getPath().getName())) {
        ours = Math.max(ours, lock.getModificationTime());
      } else {
        others = Math.max(others, lock.getModificationTime());
      }
    }

    return others < 0 || others < ours - LEFT.toMillis();
  }

  /** The families whose rights somebody has, or had who is gone. */
  public static SortedSet<String> standing(TableCatalog workspace) {
    SortedSet<String> families = new TreeSet<>();
    files(workspace).forEach(file -> families.add(file.getPath().getName()));
    return families;
  }

  /** When the first of the rights was taken, in milliseconds since 1970 by the store's clock. */
  public long takenAt() {
    return takenAt;
  }

  private static List<FileStatus> files(TableCatalog workspace) {
    List<FileStatus> files = new ArrayList<>();
    Path folder = workspace.path(FOLDER);
    try {
      for (FileStatus file : workspace.fileSystem().listStatus(folder)) {
        String name = file.getPath().getName();
        if (!name.startsWith(".") && !name.startsWith("_")) {
          files.add(file);
        }
      }
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }

    return files;
  }

  /** Gives the rights back; a workspace in which nothing was written goes again. */
  @Override
  public void close() {
    locks.values().forEach(StageLock::close);
    locks.clear();
    if (isNew) {
      removeEmpty(workspace.path(FOLDER));
      removeEmpty(workspace.root());
    }
  }

  private void removeEmpty(Path folder) {
    FileSystem fileSystem = workspace.fileSystem();
    try {
      if (fileSystem.exists(folder) && fileSystem.listStatus(folder).length == 0) {
        fileSystem.delete(folder, false);
      }
    } catch (IOException e) {
      LOG.debug("{} is left", folder, e);
    }
  }
}
