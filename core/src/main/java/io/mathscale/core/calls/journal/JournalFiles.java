package io.mathscale.core.calls.journal;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.fs.BulkDelete;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.util.functional.FutureIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of a journal. */
public final class JournalFiles {
  private static final Logger LOG = LoggerFactory.getLogger(JournalFiles.class);

  private static final String ENDING = ".jsonl";

  /**
   * A new file's name is not taken: on S3 it need not be looked for first, which saves two requests
   * a file. Other file systems know nothing of this.
   *
   * @see <a
   *     href="https://hadoop.apache.org/docs/r3.4.1/hadoop-project-dist/hadoop-common/filesystem/fsdataoutputstreambuilder.html">
   *     Hadoop, FSDataOutputStreamBuilder, S3A-specific options</a>
   */
  private static final String IS_NEW = "fs.s3a.create.performance";

  /** With a length that is known, S3 is not asked for it (Hadoop, openFile). */
  private static final String LENGTH = "fs.option.openfile.length";

  private JournalFiles() {}

  /** All files below a stage's journal folder, of every run. */
  static List<FileStatus> below(FileSystem fileSystem, Path folder) {
    List<FileStatus> files = new ArrayList<>();
    try {
      RemoteIterator<LocatedFileStatus> found = fileSystem.listFiles(folder, true);
      while (found.hasNext()) {
        FileStatus file = found.next();
        if (file.getPath().getName().endsWith(ENDING)) {
          files.add(file);
        }
      }
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the journal " + folder, e);
    }

    return files;
  }

  /** Whether any task of a run has written to a folder. */
  public static boolean hasLines(FileSystem fileSystem, Path folder) {
    return below(fileSystem, folder).stream().anyMatch(file -> file.getLen() > 0);
  }

  /** A file that is not there yet, for the lines of a process. */
  static Path newFile(Path folder, String process) {
    return new Path(folder, process + "-" + UUID.randomUUID() + ENDING);
  }

  /** Begins a new file. */
  static FSDataOutputStream create(FileSystem fileSystem, Path file) throws IOException {
    // The checksums of the local file system are written when a file is closed: a killed process
    // would leave lines that cannot be read.
    FileSystem raw =
        fileSystem instanceof LocalFileSystem local ? local.getRawFileSystem() : fileSystem;
    FSDataOutputStreamBuilder<?, ?> builder = raw.createFile(file);
    builder.recursive();
    builder.overwrite(false);
    builder.opt(IS_NEW, true);
    return builder.build();
  }

  /** Opens a file that is whole. */
  static InputStream open(FileSystem fileSystem, Path file, long length) throws IOException {
    return FutureIO.awaitFuture(fileSystem.openFile(file).optLong(LENGTH, length).build());
  }

  /** Removes files whose lines stand elsewhere; one that cannot be removed does no harm. */
  static void remove(FileSystem fileSystem, List<Path> files) {
    Path folder = files.get(0).getParent();
    try (BulkDelete bulk = fileSystem.createBulkDelete(folder)) {
      for (int first = 0; first < files.size(); first += bulk.pageSize()) {
        int next = Math.min(files.size(), first + bulk.pageSize());
        bulk.bulkDelete(files.subList(first, next));
      }
    } catch (IOException | RuntimeException e) {
      LOG.debug("Not all of {} can be removed", files, e);
    }
  }

  /**
   * Keys of calls of a partition that have ended, as earlier attempts have written. Files may be
   * merged while they are read: what is merged is whole before its sources are gone, so that a look
   * in which nothing is new and nothing is gone has seen every line.
   *
   * @param folder of a run
   * @param processes names of the processes in which they may have been; empty for all
   * @param partition number of the partition
   * @throws IOException when they cannot be read
   */
  public static Set<String> keys(
      FileSystem fileSystem, Path folder, Collection<String> processes, int partition)
      throws IOException {
    Set<String> keys = new HashSet<>();
    Set<Path> seen = new HashSet<>();
    boolean isSeenWhole = false;
    while (!isSeenWhole) {
      isSeenWhole = true;
      for (FileStatus file : below(fileSystem, folder)) {
        if (isOf(processes, file.getPath()) && seen.add(file.getPath())) {
          addKeys(fileSystem, file.getPath(), partition, keys);
          isSeenWhole = false;
        }
      }
    }

    return keys;
  }

  private static boolean isOf(Collection<String> processes, Path file) {
    return processes.isEmpty()
        || processes.stream().anyMatch(process -> file.getName().startsWith(process + "-"));
  }

  private static void addKeys(FileSystem fileSystem, Path file, int partition, Set<String> keys)
      throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(fileSystem.open(file), StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> JournalEntry.isOfPartition(line, partition))
          .forEach(
              line ->
                  JournalEntry.ofLine(line)
                      .filter(JournalEntry::isEnd)
                      .ifPresent(e -> keys.add(e.key())));
    } catch (IOException | UncheckedIOException e) {
      if (fileSystem.exists(file)) {
        throw e;
      }

      LOG.debug("{} was merged into another", file, e);
    }
  }
}
