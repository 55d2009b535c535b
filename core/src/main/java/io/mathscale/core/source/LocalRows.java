package io.mathscale.core.source;

import io.mathscale.core.source.files.SourceFile;
import io.mathscale.core.source.files.SourceFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;

/** The rows of one file of this machine, one after the other, for commands that need no Spark. */
public final class LocalRows implements Iterator<SourceRow>, AutoCloseable {
  private final SliceRows rows;

  private LocalRows(SliceRows rows) {
    this.rows = rows;
  }

  /**
   * Opens a file.
   *
   * @param maxRow bytes; a longer row is a fault
   */
  public static LocalRows of(Path file, int maxRow) {
    try (InputStream start = Files.newInputStream(file)) {
      SourceFile described =
          SourceFiles.describe(
              file.toAbsolutePath().toString(),
              String.valueOf(file.getFileName()),
              Files.size(file),
              start);
      FileSlice whole = FileSlice.whole(described);
      SliceRows.Opener opener = from -> Files.newInputStream(file);
      return new LocalRows(new SliceRows(whole, opener, Configuration::new, maxRow));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public SourceRow next() {
    return rows.next();
  }

  @Override
  public void close() {
    rows.close();
  }
}
