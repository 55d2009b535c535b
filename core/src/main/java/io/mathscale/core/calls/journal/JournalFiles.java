package io.mathscale.core.calls.journal;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** The files of a journal. */
public final class JournalFiles {
  private static final String ENDING = ".jsonl";

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

  /**
   * Keys that earlier attempts at a partition have written.
   *
   * @param folder of a run
   * @param namePrefix beginning of the names of the partition's files
   * @throws IOException when they cannot be read
   */
  public static Set<String> keys(FileSystem fileSystem, Path folder, String namePrefix)
      throws IOException {
    Set<String> keys = new HashSet<>();
    for (FileStatus file : below(fileSystem, folder)) {
      if (file.getPath().getName().startsWith(namePrefix)) {
        try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(fileSystem.open(file.getPath()), StandardCharsets.UTF_8))) {
          lines
              .lines()
              .forEach(line -> JournalEntry.ofLine(line).ifPresent(e -> keys.add(e.key())));
        }
      }
    }

    return keys;
  }
}
