package io.mathscale.generator.decontaminate;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Lists of numbers by a key of 64 bits, in three arrays, so that an index is small and is sent
 * fast.
 */
final class Postings implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long[] keys;

  /** The number of the first value of the key in a slot, and 1; 0 where the slot is free. */
  private final int[] firsts;

  /** The values of a key follow each other; the last of them as its complement. */
  private final int[] values;

  private Postings(long[] keys, int[] firsts, int[] values) {
    this.keys = keys;
    this.firsts = firsts;
    this.values = values;
  }

  /** The lists of keys and values in pairs; each list is in the order of the pairs. */
  static Postings of(long[] allKeys, int[] allValues, int size) {
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (one, other) -> Long.compare(allKeys[one], allKeys[other]));
    int slots = Math.max(2, Integer.highestOneBit(Math.max(1, size)) << 2);
    Postings postings = new Postings(new long[slots], new int[slots], new int[size]);
    for (int i = 0; i < size; i++) {
      long key = allKeys[order[i]];
      boolean isLast = i + 1 == size || allKeys[order[i + 1]] != key;
      postings.values[i] = isLast ? ~allValues[order[i]] : allValues[order[i]];
      int slot = postings.slot(key);
      if (postings.firsts[slot] == 0) {
        postings.keys[slot] = key;
        postings.firsts[slot] = i + 1;
      }
    }

    return postings;
  }

  /** The place of the first value of a key, or -1. */
  int first(long key) {
    return firsts[slot(key)] - 1;
  }

  /** The place of the next value of the same key, or -1. */
  int next(int place) {
    return values[place] < 0 ? -1 : place + 1;
  }

  int value(int place) {
    return values[place] < 0 ? ~values[place] : values[place];
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) (key >>> Integer.SIZE ^ key) & mask;
    while (firsts[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }

    return slot;
  }
}
