package io.mathscale.generator.near;

import java.util.Arrays;

/**
 * Lists of rows by a key of 64 bits, in arrays of numbers: as compact as lists of objects are not.
 */
final class PostingLists {
  /** Ends a list. */
  static final int NONE = -1;

  private static final int INITIAL = 1 << 6;
  private static final int MAX_LOAD_PERCENT = 60;

  private long[] keys = new long[INITIAL];
  private int[] heads = filled(INITIAL);
  private int[] counts = new int[INITIAL];
  private int used;
  private int[] rows = new int[INITIAL];
  private int[] places = new int[INITIAL];
  private int[] next = new int[INITIAL];
  private int size;

  /** How many postings a key has. */
  int count(long key) {
    return counts[slot(key)];
  }

  /** The posting that was added last for a key, or {@link #NONE}. */
  int head(long key) {
    return heads[slot(key)];
  }

  /** The posting that was added to the same list before, or {@link #NONE}. */
  int next(int posting) {
    return next[posting];
  }

  int row(int posting) {
    return rows[posting];
  }

  int place(int posting) {
    return places[posting];
  }

  void add(long key, int row, int place) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, 2 * size);
      places = Arrays.copyOf(places, 2 * size);
      next = Arrays.copyOf(next, 2 * size);
    }

    int slot = slot(key);
    if (heads[slot] == NONE) {
      keys[slot] = key;
      used++;
    }

    rows[size] = row;
    places[size] = place;
    next[size] = heads[slot];
    heads[slot] = size++;
    counts[slot]++;
    if (100L * used > (long) MAX_LOAD_PERCENT * keys.length) {
      grow();
    }
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldHeads = heads;
    int[] oldCounts = counts;
    keys = new long[2 * oldKeys.length];
    heads = filled(keys.length);
    counts = new int[keys.length];
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldHeads[old] != NONE) {
        int slot = slot(oldKeys[old]);
        keys[slot] = oldKeys[old];
        heads[slot] = oldHeads[old];
        counts[slot] = oldCounts[old];
      }
    }
  }

  /** The place of a key, or the free one where it would stand. */
  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) Keys.mixed(key) & mask;
    while (heads[slot] != NONE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }

    return slot;
  }

  private static int[] filled(int length) {
    int[] heads = new int[length];
    Arrays.fill(heads, NONE);
    return heads;
  }
}
