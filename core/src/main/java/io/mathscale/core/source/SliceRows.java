package io.mathscale.core.source;

import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.source.files.SourceFile.Format;
import io.mathscale.core.source.files.SourceFiles;
import io.mathscale.core.source.files.StorageException;
import io.mathscale.core.source.files.StoredInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;

/**
 * The rows of a slice. Where the file is damaged, that is its last row: a fault in place of the
 * rows that are lost. Where storage does not give its bytes, that is an exception: no row is bad.
 */
final class SliceRows implements Iterator<SourceRow>, AutoCloseable {
  private final FileSlice slice;
  private final Opener opener;
  private final Supplier<Configuration> hadoop;
  private final int maxRow;
  private RowReader reader;
  private boolean isStarted;
  private boolean isOver;
  private SourceRow ahead;

  /** Opens the file of a slice. */
  interface Opener {
    /** The file from a byte on. */
    InputStream open(long from) throws IOException;
  }

  /**
   * The rows of a slice, which is opened when the first is looked at.
   *
   * @param opener opens the file
   * @param hadoop how to reach its file system; asked for Parquet
   * @param maxRow bytes; a longer row is a fault
   */
  SliceRows(FileSlice slice, Opener opener, Supplier<Configuration> hadoop, int maxRow) {
    this.slice = slice;
    this.opener = opener;
    this.hadoop = hadoop;
    this.maxRow = maxRow;
  }

  @Override
  public boolean hasNext() {
    if (!isStarted) {
      isStarted = true;
      ahead = read();
    }

    return ahead != null;
  }

  @Override
  public SourceRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException("No more rows in " + slice.path());
    }

    SourceRow row = ahead;
    ahead = read();
    return row;
  }

  private SourceRow read() {
    if (isOver) {
      return null;
    }

    if (slice.file().format() == Format.UNKNOWN) {
      return last(slice.file().fault());
    }

    try {
      reader = reader == null ? opened() : reader;
      return reader.next();
    } catch (IOException | RuntimeException e) {
      StorageException.rethrow(e);
      // Decoders of Parquet and of archives meet damage with exceptions of any kind.
      return last("the file cannot be read from here on: " + SourceFiles.cause(e));
    }
  }

  private RowReader opened() throws IOException {
    if (slice.file().format() == Format.PARQUET) {
      return new ParquetRows(slice, hadoop.get(), maxRow);
    }

    InputStream stored = stored();
    try {
      return new TextRows(slice, stored, maxRow);
    } catch (IOException | RuntimeException e) {
      stored.close();
      throw e;
    }
  }

  private InputStream stored() {
    try {
      return new StoredInput(slice.path(), opener.open(Math.max(0, slice.start() - 1)));
    } catch (IOException e) {
      throw new StorageException(slice.path(), e);
    }
  }

  private SourceRow last(String fault) {
    isOver = true;
    long row = reader == null ? 0 : reader.number();
    return new SourceRow(slice.path(), row, "", RejectionReason.UNREADABLE_FILE, fault);
  }

  @Override
  public void close() {
    if (reader == null) {
      return;
    }

    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close " + slice.path(), e);
    }
  }
}
