package io.mathscale.generator.near;

import java.util.Arrays;
import java.util.Collection;

/**
 * An order of shingles, the rarest of a group of rows first, so that prefixes are rarely shared.
 */
final class RarestFirst {
  private int[] shingles = new int[1 << 6];
  private int[] counts = new int[1 << 6];
  private int used;

  RarestFirst(Collection<ComparedRow> rows) {
    for (ComparedRow row : rows) {
      for (int shingle : row.shingles()) {
        count(shingle);
      }
    }
  }

  private void count(int shingle) {
    int slot = slot(shingle);
    if (counts[slot] == 0) {
      shingles[slot] = shingle;
      used++;
    }

    counts[slot]++;
    if (2 * used > shingles.length) {
      grow();
    }
  }

  private void grow() {
    int[] oldShingles = shingles;
    int[] oldCounts = counts;
    shingles = new int[2 * oldShingles.length];
    counts = new int[shingles.length];
    for (int old = 0; old < oldShingles.length; old++) {
      if (oldCounts[old] > 0) {
        int slot = slot(oldShingles[old]);
        shingles[slot] = oldShingles[old];
        counts[slot] = oldCounts[old];
      }
    }
  }

  private int slot(int shingle) {
    int mask = shingles.length - 1;
    int slot = (int) Keys.mixed(shingle) & mask;
    while (counts[slot] > 0 && shingles[slot] != shingle) {
      slot = (slot + 1) & mask;
    }

    return slot;
  }

  /** The rarest shingles of a row, in the one order of all. */
  int[] rarest(int[] set, int count) {
    long[] keys = new long[set.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) counts[slot(set[i])] << Integer.SIZE | Keys.of(set[i]);
    }

    Arrays.sort(keys);
    int[] rarest = new int[Math.min(count, keys.length)];
    for (int i = 0; i < rarest.length; i++) {
      rarest[i] = (int) keys[i];
    }

    return rarest;
  }
}
