package io.mathscale.generator.near;

/** Keys of lists of rows, of shingles and of what splits a list that has grown long. */
final class Keys {
  private static final long ORDER = 0x9e3779b97f4a7c15L;

  private Keys() {}

  /** The key of all rows that have a shingle. */
  static long of(int shingle) {
    return shingle & 0xffffffffL;
  }

  /** The key of those rows of a size that have a shingle at a place. */
  static long of(int shingle, int size, int place) {
    return mixed(mixed((long) size << Integer.SIZE | place) + of(shingle) * ORDER) | Long.MIN_VALUE;
  }

  /** Each bit depends on all. */
  static long mixed(long bits) {
    long mixed = (bits ^ (bits >>> 32)) * ORDER;
    mixed = (mixed ^ (mixed >>> 29)) * 0xbf58476d1ce4e5b9L;
    return mixed ^ (mixed >>> 32);
  }
}
