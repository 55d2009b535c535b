package io.mathscale.core.source;

import java.io.IOException;

/**
 * A row an element of a JSON array; the row number is the element's place in the array, from 1.
 * Knows of JSON only what finds the end of an element: strings, brackets and commas.
 */
final class ArraySplitter implements RowSplitter {
  private final ByteSource source;
  private final RowBuffer buffer;
  private long number = 1;
  private End end = End.NONE;

  /** How the reading of an element ended. */
  private enum End {
    NONE,
    COMMA,
    BRACKET,
    FILE
  }

  /** Elements of the array that begins at the first bracket. */
  ArraySplitter(ByteSource source, int maxRow) {
    this.source = source;
    this.buffer = new RowBuffer(maxRow);
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
      return RawRow.fault(number, "the array is not closed");
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
