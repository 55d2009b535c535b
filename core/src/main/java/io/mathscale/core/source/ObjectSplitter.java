package io.mathscale.core.source;

import java.io.IOException;

/**
 * A row an object of a sequence of JSON objects, each over several lines (Math23k). The row number
 * is the place in the sequence, from 1.
 */
final class ObjectSplitter implements RowSplitter {
  /** Bytes of the byte order mark of UTF-8. */
  private static final int[] BYTE_ORDER_MARK = {0xef, 0xbb, 0xbf};

  private final ByteSource source;
  private final RowBuffer buffer;
  private long number = 1;

  /** Objects from the first on. */
  ObjectSplitter(ByteSource source, int maxRow) {
    this.source = source;
    this.buffer = new RowBuffer(maxRow);
  }

  @Override
  public RawRow next() throws IOException {
    skipBetween();
    int first = source.peek();
    if (first == ByteSource.END) {
      return null;
    }

    if (first != '{') {
      return restIsFault("there is text between the objects");
    }

    if (!readObject()) {
      buffer.take(number);
      return restIsFault("the object is not closed");
    }

    return buffer.take(number++);
  }

  private void skipBetween() throws IOException {
    for (int expected : BYTE_ORDER_MARK) {
      if (source.offset() < BYTE_ORDER_MARK.length && source.peek() == expected) {
        source.next();
      }
    }

    while (RowBuffer.isWhiteSpace(source.peek())) {
      source.next();
    }
  }

  /** Reads to the bracket that closes the object; false where there is none. */
  private boolean readObject() throws IOException {
    int depth = 0;
    boolean isInString = false;
    for (int next = source.next(); next != ByteSource.END; next = source.next()) {
      buffer.add(next);
      if (isInString && next == '\\') {
        int escaped = source.next();
        if (escaped == ByteSource.END) {
          return false;
        }

        buffer.add(escaped);
      } else if (next == '"') {
        isInString = !isInString;
      } else if (!isInString) {
        depth += next == '{' ? 1 : 0;
        depth -= next == '}' ? 1 : 0;
        if (depth == 0) {
          return true;
        }
      }
    }

    return false;
  }

  private RawRow restIsFault(String fault) throws IOException {
    while (source.next() != ByteSource.END) {
      // Passed over: what stands here is one fault.
    }

    return RawRow.fault(number, fault);
  }

  @Override
  public long number() {
    return number;
  }
}
