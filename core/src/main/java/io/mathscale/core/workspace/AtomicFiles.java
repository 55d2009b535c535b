package io.mathscale.core.workspace;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;

/** Small files that are there whole or not at all. */
public final class AtomicFiles {
  /** File systems on which a rename is one step; elsewhere closing a new file is. */
  private static final Set<String> RENAME_IS_ONE_STEP =
      Set.of("file", "hdfs", "viewfs", "abfs", "abfss");

  private AtomicFiles() {}

  /**
   * Writes a file in place of the one that stands, in one step.
   *
   * @throws UncheckedIOException when it cannot be written; the one before may stand
   */
  public static void write(FileSystem fileSystem, Path file, String text) {
    try {
      if (RENAME_IS_ONE_STEP.contains(fileSystem.getScheme())) {
        Path beside = new Path(file.getParent(), "_" + file.getName() + ".new");
        create(fileSystem, beside, text);
        FileContext.getFileContext(fileSystem.getUri(), fileSystem.getConf())
            .rename(beside, file, Rename.OVERWRITE);
      } else {
        create(fileSystem, file, text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  private static void create(FileSystem fileSystem, Path file, String text) throws IOException {
    try (OutputStream stream = fileSystem.create(file, true)) {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
