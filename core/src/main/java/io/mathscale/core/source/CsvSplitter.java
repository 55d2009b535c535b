package io.mathscale.core.source;

import java.io.IOException;

/**
 * A row a CSV record (RFC 4180), which a quoted field may spread over lines; the row number is the
 * number of the line that the record begins on. Lines end in LF, CR LF, or CR alone, as old
 * spreadsheets write them. The first row is the header.
 */
final class CsvSplitter implements RowSplitter {
  private static final int QUOTE = '"';

  private final ByteSource source;
  private final RowBuffer buffer;
  private final char delimiter;
  private long line = 1;

  /** Records from the first line on. */
  CsvSplitter(ByteSource source, int maxRow, char delimiter) {
    this.source = source;
    this.delimiter = delimiter;
    this.buffer = new RowBuffer(maxRow);
  }

  @Override
  public RawRow next() throws IOException {
    while (source.peek() != ByteSource.END) {
      long first = line;
      readRecord();
      boolean isBlank = buffer.isBlank();
      RawRow row = buffer.take(first);
      if (!isBlank) {
        return row;
      }
    }

    return null;
  }

  private void readRecord() throws IOException {
    boolean isQuoted = false;
    boolean mayOpen = true;
    for (int next = source.next(); next != ByteSource.END; next = source.next()) {
      boolean endsLine = next == '\n' || (next == '\r' && source.peek() != '\n');
      line += endsLine ? 1 : 0;
      if (endsLine && !isQuoted) {
        return;
      }

      if (next == QUOTE && (isQuoted || mayOpen)) {
        isQuoted = !isQuoted;
        mayOpen = true; // A quote right after a closing one is a quote inside the field.
      } else {
        mayOpen = next == delimiter;
      }

      buffer.add(next);
    }
  }

  @Override
  public long number() {
    return line;
  }
}
