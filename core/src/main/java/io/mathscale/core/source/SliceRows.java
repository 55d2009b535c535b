package io.mathscale.core.source;

import io.mathscale.core.source.SourceFile.Format;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The rows of a slice. Where a compressed file is damaged, the damage is the last row. */
final class SliceRows implements Iterator<SourceRow> {
  private final FileSlice slice;
  private final InputStream stored;
  private final int maxRow;
  private final RowText text;
  private RowSplitter splitter;
  private boolean isStarted;
  private boolean isDamaged;
  private SourceRow ahead;

  SliceRows(FileSlice slice, InputStream stored, int maxRow) {
    this.slice = slice;
    this.stored = stored;
    this.maxRow = maxRow;
    this.text = new RowText(slice.path(), maxRow);
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
    if (isDamaged) {
      return null;
    }

    try {
      return readUndamaged();
    } catch (ZipException | EOFException e) {
      isDamaged = true;
      long row = splitter == null ? 0 : splitter.number();
      return text.of(RawRow.fault(row, "the gzip file is damaged here: " + e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + slice.path(), e);
    }
  }

  private SourceRow readUndamaged() throws IOException {
    if (splitter == null) {
      InputStream stream = slice.isGzipped() ? new GZIPInputStream(stored) : stored;
      splitter = splitter(new ByteSource(stream, Math.max(0, slice.start() - 1)));
      if (slice.format() == Format.CSV) {
        text.readHeader(splitter.next());
      }
    }

    RawRow row = splitter.next();
    return row == null ? null : text.of(row);
  }

  private RowSplitter splitter(ByteSource source) throws IOException {
    return switch (slice.format()) {
      case JSON_ARRAY -> new ArraySplitter(source, maxRow);
      case CSV -> new CsvSplitter(source, maxRow);
      case JSON_OBJECTS -> new ObjectSplitter(source, maxRow);
      case JSON_LINES -> lines(source);
      case UNKNOWN -> new UnknownFile("a file must hold JSON lines, a JSON array, CSV or Parquet");
      case PARQUET -> new UnknownFile("Parquet cannot be read without Spark");
    };
  }

  private RowSplitter lines(ByteSource source) throws IOException {
    if (slice.start() == 0) {
      return new LineSplitter(source, slice.end(), 1, maxRow);
    }

    int before = source.next();
    boolean isLineStart = before == '\n';
    while (before != '\n' && before != ByteSource.END) {
      before = source.next();
    }

    long firstLine = slice.before() + (isLineStart ? 1 : 2);
    return new LineSplitter(source, slice.end(), firstLine, maxRow);
  }

  /** A file that cannot be cut into rows: one fault in its place. */
  private static final class UnknownFile implements RowSplitter {
    private final String fault;
    private boolean isTold;

    UnknownFile(String fault) {
      this.fault = fault;
    }

    @Override
    public RawRow next() {
      if (isTold) {
        return null;
      }

      isTold = true;
      return RawRow.fault(0, fault);
    }

    @Override
    public long number() {
      return 0;
    }
  }
}
