package io.mathscale.teacher.server;

import io.vertx.core.buffer.Buffer;

/** Fast 64-bit hashes; not for secrets. */
public final class Hashes {
  /** Odd constants of the finalizer of SplitMix64 (Steele, Lea and Flood, 2014). */
  private static final long FIRST = 0xbf58476d1ce4e5b9L;

  private static final long SECOND = 0x94d049bb133111ebL;

  private Hashes() {}

  /** Returns the hash of all bytes, eight at a time. */
  public static long of(Buffer bytes) {
    int end = bytes.length();
    int index = 0;
    long hash = mix(end);
    for (; index + Long.BYTES <= end; index += Long.BYTES) {
      hash = mix(hash, bytes.getLongLE(index));
    }

    for (; index < end; index++) {
      hash = mix(hash, bytes.getByte(index));
    }

    return hash;
  }

  /** Returns a hash of the hash so far and the next value. */
  public static long mix(long hash, long next) {
    return mix(Long.rotateLeft(hash, 25) * FIRST + next);
  }

  /** Returns a hash of the value. */
  public static long mix(long value) {
    long mixed = (value ^ value >>> 30) * FIRST;
    mixed = (mixed ^ mixed >>> 27) * SECOND;
    return mixed ^ mixed >>> 31;
  }

  /** Returns a number of at least 0 and below 1, evenly spread over the hashes. */
  public static double unit(long hash) {
    return (hash >>> 11) * 0x1.0p-53;
  }
}
