package io.mathscale.core.source;

import java.io.IOException;
import java.io.InputStream;

/** Bytes of a stream, one at a time, through a buffer of its own; not for several threads. */
final class ByteSource {
  /** What {@link #next} gives after the last byte. */
  static final int END = -1;

  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream stream;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int filled;
  private long offset;

  ByteSource(InputStream stream, long offset) {
    this.stream = stream;
    this.offset = offset;
  }

  /** The next byte, 0 to 255, or {@link #END}. */
  int next() throws IOException {
    int next = peek();
    if (next != END) {
      position++;
      offset++;
    }

    return next;
  }

  /** The byte that {@link #next} will give. */
  int peek() throws IOException {
    if (position == filled) {
      position = 0;
      filled = Math.max(0, stream.read(buffer, 0, buffer.length));
    }

    return position < filled ? buffer[position] & 0xff : END;
  }

  /** Place of the next byte in the stream. */
  long offset() {
    return offset;
  }
}
