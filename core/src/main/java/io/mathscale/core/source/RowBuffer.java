package io.mathscale.core.source;

import java.util.Arrays;

/** Collects the bytes of a row; of one that is too long only as many as allowed, and its length. */
final class RowBuffer {
  private static final int FIRST_BYTES = 1 << 10;

  private final int capacity;
  private byte[] bytes = new byte[FIRST_BYTES];
  private int kept;
  private long length;
  private boolean isBlank = true;

  RowBuffer(int capacity) {
    this.capacity = capacity;
  }

  void add(int next) {
    length++;
    isBlank &= isWhiteSpace(next);
    if (kept < capacity) {
      bytes = kept == bytes.length ? Arrays.copyOf(bytes, Math.min(capacity, 2 * kept)) : bytes;
      bytes[kept++] = (byte) next;
    }
  }

  /** Whether nothing but white space was added. */
  boolean isBlank() {
    return isBlank;
  }

  /** The row that was collected; what follows is the next. */
  RawRow take(long number) {
    RawRow row = RawRow.of(number, Arrays.copyOf(bytes, kept), length);
    kept = 0;
    length = 0;
    isBlank = true;
    return row;
  }

  /** White space of JSON (RFC 8259, section 2). */
  static boolean isWhiteSpace(int next) {
    return next == ' ' || next == '\t' || next == '\n' || next == '\r';
  }
}
