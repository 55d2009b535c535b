package io.mathscale.core.source;

import io.mathscale.core.data.RejectionReason;

/** The bytes of a row, before anyone looked at them. */
final class RawRow {
  private final long number;
  private final byte[] bytes;
  private final long length;
  private final RejectionReason reason;
  private final String fault;

  private RawRow(long number, byte[] bytes, long length, RejectionReason reason, String fault) {
    this.number = number;
    this.bytes = bytes;
    this.length = length;
    this.reason = reason;
    this.fault = fault;
  }

  /** A row, of which at least the beginning is kept. */
  static RawRow of(long number, byte[] bytes, long length) {
    return new RawRow(number, bytes, length, null, "");
  }

  /** A row in place of what a damaged file should have had. */
  static RawRow fault(long number, String fault) {
    return new RawRow(number, new byte[0], 0, RejectionReason.NOT_JSON, fault);
  }

  /** A row in place of a file, or of the rest of one, that cannot be read. */
  static RawRow unreadable(long number, String fault) {
    return new RawRow(number, new byte[0], 0, RejectionReason.UNREADABLE_FILE, fault);
  }

  /** Number of the row in its file, from 1; 0 for the file itself. */
  long number() {
    return number;
  }

  /** The row, or its beginning where it is longer than allowed. */
  byte[] bytes() {
    return bytes;
  }

  /** Bytes of the whole row. */
  long length() {
    return length;
  }

  /** Why there is no row at this place; null for a row. */
  RejectionReason reason() {
    return reason;
  }

  /** What is wrong with the file at this place; empty for a row. */
  String fault() {
    return fault;
  }
}
