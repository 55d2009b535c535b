package io.mathscale.core.source;

import java.io.IOException;

/**
 * A row an element of a JSON array; the row number is the element's place in the array, from 1.
 * Knows of JSON only what finds the end of an element: strings, brackets and commas.
 */
final class ArraySplitter implements RowSplitter {
  private final ByteSource source;
  private final RowBuffer buffer;
  private final boolean isAlone;
  private long number;
  private End end;
  private boolean isBrokenOff;

  /** How the reading of an element ended. */
  private enum End {
    NONE,
    COMMA,
    BRACKET,
    FILE
  }

  /** Elements of the array that begins at the first bracket. */
  ArraySplitter(ByteSource source, int maxRow) {
    this(source, maxRow, true, 1, End.NONE);
  }

  private ArraySplitter(
      ByteSource source, int maxRow, boolean isAlone, long firstNumber, End before) {
    this.source = source;
    this.buffer = new RowBuffer(maxRow);
    this.isAlone = isAlone;
    this.number = firstNumber;
    this.end = before;
  }

  /** Elements of an array whose bracket was read, and which has text behind it. */
  static ArraySplitter inside(ByteSource source, int maxRow, long firstNumber) {
    return new ArraySplitter(source, maxRow, false, firstNumber, End.COMMA);
  }

  /** Whether the file ended before the array. */
  boolean isBrokenOff() {
    return isBrokenOff;
  }

  @Override
  public RawRow next() throws IOException {
    if (end == End.NONE) {
      skipOpening();
    } else if (end != End.COMMA) {
      return afterLast();
    }

    end = readElement();
    if (!buffer.isBlank()) {
      return buffer.take(number++);
    }

    return end == End.COMMA ? RawRow.fault(number++, "an element is missing") : afterLast();
  }

  private void skipOpening() throws IOException {
    int next = source.next();
    while (next != '[' && next != ByteSource.END) {
      next = source.next();
    }
  }

  private End readElement() throws IOException {
    int depth = 0;
    boolean isInString = false;
    for (int next = source.next(); next != ByteSource.END; next = source.next()) {
      if (isInString && next == '\\') {
        buffer.add(next);
        next = source.next();
      } else if (next == '"') {
        isInString = !isInString;
      } else if (!isInString && depth == 0 && (next == ',' || next == ']')) {
        return next == ',' ? End.COMMA : End.BRACKET;
      } else if (!isInString) {
        depth += depthChange(next);
      }

      if (next != ByteSource.END && !(buffer.isBlank() && RowBuffer.isWhiteSpace(next))) {
        buffer.add(next);
      }
    }

    return End.FILE;
  }

  private static int depthChange(int next) {
    return switch (next) {
      case '{', '[' -> 1;
      case '}', ']' -> -1;
      default -> 0;
    };
  }

  /** Nothing, or a fault that is told once: an array that is not closed, text behind it. */
  private RawRow afterLast() throws IOException {
    if (end == End.FILE) {
      end = End.BRACKET;
      isBrokenOff = true;
      return RawRow.fault(number, "the array is not closed");
    }

    if (!isAlone) {
      return null;
    }

    int next = source.next();
    while (RowBuffer.isWhiteSpace(next)) {
      next = source.next();
    }

    if (next == ByteSource.END) {
      return null;
    }

    while (source.next() != ByteSource.END) {
      // Passed over: what stands behind the array is one fault.
    }

    return RawRow.fault(number, "there is text behind the end of the array");
  }

  @Override
  public long number() {
    return number;
  }
}
