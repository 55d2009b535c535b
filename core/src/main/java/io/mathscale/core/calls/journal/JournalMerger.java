package io.mathscale.core.calls.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Merges the files that a process has written whole into fewer and longer ones, while its stage
 * goes on: twenty of them into one of the next level, as log-structured merge trees do. A merged
 * file is whole before what it was made of is removed: a process that dies between leaves lines
 * twice, which are taken once. Thread-safe.
 */
public final class JournalMerger implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JournalMerger.class);

  /** So many files of a level become one. */
  private static final int FILES = 20;

  /**
   * Files that were merged so many times are left alone: with a file every three seconds one comes
   * every seven hours.
   */
  private static final int LEVELS = 3;

  private static final int BUFFER_BYTES = 64 << 10;

  private final FileSystem fileSystem;
  private final Path folder;
  private final String process;
  private final List<Deque<Part>> levels =
      Stream.generate(() -> (Deque<Part>) new ArrayDeque<Part>()).limit(LEVELS).toList();
  private boolean isClosed;

  /**
   * A file that no more lines are written to.
   *
   * @param file the file
   * @param bytes its length
   */
  record Part(Path file, long bytes) {}

  /**
   * The merger of a process's files in the folder of a run.
   *
   * @param fileSystem where the folder is
   * @param folder where the files are
   * @param process name of the process
   */
  public JournalMerger(FileSystem fileSystem, Path folder, String process) {
    this.fileSystem = fileSystem;
    this.folder = folder;
    this.process = process;
  }

  /** Takes note of a file that was written whole. */
  void add(Part part) {
    add(0, part);
  }

  private void add(int level, Part part) {
    if (level < LEVELS && part.bytes() < JournalWriter.LONGEST_FILE_BYTES) {
      synchronized (levels) {
        levels.get(level).addLast(part);
      }
    }
  }

  /** Merges what is many; what cannot be merged now is tried the next time. */
  public synchronized void merge() {
    for (int level = 0; level < LEVELS; level++) {
      List<Part> parts = take(level);
      while (!parts.isEmpty()) {
        try {
          merge(level, parts);
        } catch (IOException | RuntimeException | FSError e) {
          LOG.debug("The files of {} in {} cannot be merged now", process, folder, e);
          giveBack(level, parts);
          return;
        }

        parts = take(level);
      }
    }
  }

  private void merge(int level, List<Part> parts) throws IOException {
    if (parts.size() == 1) {
      add(level + 1, parts.get(0));
    } else {
      add(level + 1, merged(parts));
      JournalFiles.remove(fileSystem, parts.stream().map(Part::file).toList());
    }
  }

  /** The oldest files of a level where it has many, as long as one file may be. */
  private List<Part> take(int level) {
    List<Part> taken = new ArrayList<>();
    synchronized (levels) {
      Deque<Part> parts = levels.get(level);
      if (isClosed || parts.size() < FILES) {
        return List.of();
      }

      long bytes = 0;
      while (taken.size() < FILES
          && (taken.isEmpty()
              || bytes + parts.getFirst().bytes() <= JournalWriter.LONGEST_FILE_BYTES)) {
        bytes += parts.getFirst().bytes();
        taken.add(parts.removeFirst());
      }
    }

    return taken;
  }

  private void giveBack(int level, List<Part> parts) {
    synchronized (levels) {
      for (int i = parts.size() - 1; i >= 0; i--) {
        levels.get(level).addFirst(parts.get(i));
      }
    }
  }

  private Part merged(List<Part> parts) throws IOException {
    Path file = JournalFiles.newFile(folder, process);
    long bytes = 0;
    try (OutputStream merged = JournalFiles.create(fileSystem, file)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (Part part : parts) {
        try (InputStream lines = JournalFiles.open(fileSystem, part.file(), part.bytes())) {
          int read = lines.read(buffer);
          while (read >= 0) {
            merged.write(buffer, 0, read);
            bytes += read;
            read = lines.read(buffer);
          }
        }
      }
    } catch (IOException | RuntimeException | FSError e) {
      JournalFiles.remove(fileSystem, List.of(file));
      throw e;
    }

    return new Part(file, bytes);
  }

  /** Merges no more; returns when a merge under way has ended. */
  @Override
  public synchronized void close() {
    synchronized (levels) {
      isClosed = true;
    }
  }
}
