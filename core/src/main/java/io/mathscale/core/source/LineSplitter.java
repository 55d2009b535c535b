package io.mathscale.core.source;

import java.io.IOException;

/** A row a line; the row number is the line number. Blank lines are no rows. */
final class LineSplitter implements RowSplitter {
  private final ByteSource source;
  private final long end;
  private final RowBuffer buffer;
  private long number;

  /**
   * Lines that begin before a place in the file.
   *
   * @param source stands at the beginning of a line
   * @param end the first byte that is not looked at, but to finish a line
   * @param firstNumber number of the first line
   */
  LineSplitter(ByteSource source, long end, long firstNumber, int maxRow) {
    this.source = source;
    this.end = end;
    this.number = firstNumber;
    this.buffer = new RowBuffer(maxRow);
  }

  @Override
  public RawRow next() throws IOException {
    while (source.offset() < end && source.peek() != ByteSource.END) {
      readLine();
      long line = number++;
      boolean isBlank = buffer.isBlank();
      RawRow row = buffer.take(line);
      if (!isBlank) {
        return row;
      }
    }

    return null;
  }

  private void readLine() throws IOException {
    for (int next = source.next(); next != ByteSource.END && next != '\n'; next = source.next()) {
      buffer.add(next);
    }
  }

  @Override
  public long number() {
    return number;
  }
}
