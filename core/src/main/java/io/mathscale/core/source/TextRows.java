package io.mathscale.core.source;

import io.mathscale.core.source.files.SourceFile;
import io.mathscale.core.source.files.SourceFile.Format;
import java.io.IOException;
import java.io.InputStream;

/** The rows of a slice of a file that holds text. */
final class TextRows implements RowReader {
  private final FileSlice slice;
  private final InputStream stored;
  private final RowText text;
  private final RowSplitter splitter;

  /**
   * A reader.
   *
   * @param stored the file, from one byte before the slice on: that byte tells whether a line
   *     begins at its start
   * @param maxRow bytes; a longer row is a fault
   */
  TextRows(FileSlice slice, InputStream stored, int maxRow) throws IOException {
    this.slice = slice;
    this.stored = stored;
    this.text = new RowText(slice.path(), maxRow);
    SourceFile file = slice.file();
    InputStream read = file.encoding().inUtf8(file.compression().opened(stored));
    this.splitter = splitter(new ByteSource(read, Math.max(0, slice.start() - 1)), maxRow);
    if (file.format().isTable()) {
      text.readHeader(splitter.next(), file.format().delimiter());
    }
  }

  @Override
  public SourceRow next() throws IOException {
    RawRow row = splitter.next();
    return row == null ? null : text.of(row);
  }

  private RowSplitter splitter(ByteSource source, int maxRow) throws IOException {
    Format format = slice.file().format();
    return switch (format) {
      case JSON_ARRAY -> new ArraySplitter(source, maxRow);
      case WRAPPED_ARRAYS -> new WrapperSplitter(source, maxRow);
      case CSV, SEMICOLON_CSV, TSV, BAR_CSV -> new CsvSplitter(source, maxRow, format.delimiter());
      case JSON_OBJECTS -> new ObjectSplitter(source, maxRow);
      case JSON_LINES -> lines(source, maxRow);
      case UNKNOWN, PARQUET ->
          throw new IllegalStateException("A file must hold text: %s".formatted(slice.file()));
    };
  }

  private RowSplitter lines(ByteSource source, int maxRow) throws IOException {
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

  @Override
  public long number() {
    return splitter.number();
  }

  @Override
  public void close() throws IOException {
    stored.close();
  }
}
