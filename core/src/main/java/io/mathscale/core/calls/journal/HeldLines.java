package io.mathscale.core.calls.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Lines of a journal that are not durable yet, in the order they were appended. Thread-safe. */
final class HeldLines {
  private final ArrayDeque<byte[]> lines = new ArrayDeque<>();

  /** When each of them was appended, in nanoseconds. */
  private final ArrayDeque<Long> since = new ArrayDeque<>();

  private long bytes;
  private long appended;
  private long durable;

  /**
   * Holds one more line.
   *
   * @return bytes held with it
   */
  synchronized long append(byte[] text, long now) {
    lines.addLast(text);
    since.addLast(now);
    bytes += text.length;
    appended++;
    return bytes;
  }

  /** The oldest lines, up to so many bytes, but one at least where there is any. */
  synchronized List<byte[]> oldest(long mostBytes) {
    List<byte[]> batch = new ArrayList<>();
    long batchBytes = 0;
    for (byte[] line : lines) {
      batchBytes += line.length;
      if (!batch.isEmpty() && batchBytes > mostBytes) {
        break;
      }

      batch.add(line);
    }

    return batch;
  }

  /** The oldest lines are durable, so many of them. */
  synchronized void madeDurable(int count) {
    for (int i = 0; i < count; i++) {
      bytes -= lines.removeFirst().length;
      since.removeFirst();
    }

    durable += count;
  }

  /** Lines appended so far. */
  synchronized long appended() {
    return appended;
  }

  /** Whether the first lines, so many of them, are durable. */
  synchronized boolean areDurable(long first) {
    return durable >= first;
  }

  /** Lines held. */
  synchronized int count() {
    return lines.size();
  }

  /** Bytes held. */
  synchronized long bytes() {
    return bytes;
  }

  /** How long the oldest line has been held, in nanoseconds; 0 where none is held. */
  synchronized long age(long now) {
    return since.isEmpty() ? 0 : now - since.getFirst();
  }
}
