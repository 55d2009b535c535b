package io.mathscale.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

/**
 * The rows of one file of this machine, one after the other, for commands that need no Spark.
 * Parquet cannot be read so: such a file is one fault.
 */
public final class LocalRows implements Iterator<SourceRow>, AutoCloseable {
  private final InputStream stream;
  private final SliceRows rows;

  private LocalRows(InputStream stream, SliceRows rows) {
    this.stream = stream;
    this.rows = rows;
  }

  /**
   * Opens a file.
   *
   * @param maxRow bytes; a longer row is a fault
   */
  public static LocalRows of(Path file, int maxRow) {
    try {
      SourceFile described = describe(file);
      InputStream stream = Files.newInputStream(file);
      return new LocalRows(stream, new SliceRows(FileSlice.whole(described), stream, maxRow));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static SourceFile describe(Path file) throws IOException {
    try (InputStream start = Files.newInputStream(file)) {
      return SourceFiles.describe(
          file.toString(), String.valueOf(file.getFileName()), Files.size(file), start);
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
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close a file of rows", e);
    }
  }
}
