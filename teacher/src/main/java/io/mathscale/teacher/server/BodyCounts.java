package io.mathscale.teacher.server;

import java.util.Arrays;

/**
 * Counts attempts and completions by the hash of a body, without an object an entry. Safe for
 * threads. Bodies beyond the capacity are not told apart any more: each counts as new.
 */
public final class BodyCounts {
  private static final int STRIPES = 16;

  /** 16 bytes an entry in tables at most two thirds full: about 1 GiB for 45 million bodies. */
  private static final int MAX_SLOTS_A_STRIPE = 1 << 22;

  /** Both counts of a body are in one number. */
  private static final long AN_ATTEMPT = 1L << 32;

  private static final long A_COMPLETION = 1;

  private final Stripe[] stripes = new Stripe[STRIPES];

  /** Makes empty counts. */
  public BodyCounts() {
    Arrays.setAll(stripes, i -> new Stripe());
  }

  /** Counts an attempt at a body; returns how many there were before. */
  public int attempt(long hash) {
    return (int) (stripe(hash).add(hash, AN_ATTEMPT) / AN_ATTEMPT);
  }

  /** Counts a completion of a body; returns how many there were before. */
  public int complete(long hash) {
    return (int) stripe(hash).add(hash, A_COMPLETION);
  }

  /** Takes a completion back; returns how many are left. */
  public int withdraw(long hash) {
    return Math.max(0, (int) stripe(hash).add(hash, -A_COMPLETION) - 1);
  }

  private Stripe stripe(long hash) {
    return stripes[(int) (hash >>> 60)];
  }

  /** An open-addressing table with its own lock. A key of 0 marks a free slot. */
  private static final class Stripe {
    private long[] keys = new long[1024];
    private long[] counts = new long[1024];
    private int size;

    /** Adds to the counts of a body; returns what they were before, 0 if the table is full. */
    synchronized long add(long hash, long change) {
      long key = hash == 0 ? 1 : hash;
      int slot = slot(key);
      if (keys[slot] != key) {
        if (size * 3 >= keys.length * 2) {
          if (keys.length >= MAX_SLOTS_A_STRIPE) {
            return 0;
          }

          grow();
          slot = slot(key);
        }

        keys[slot] = key;
        size++;
      }

      counts[slot] += change;
      return counts[slot] - change;
    }

    private void grow() {
      long[] oldKeys = keys;
      long[] oldCounts = counts;
      keys = new long[oldKeys.length * 2];
      counts = new long[oldKeys.length * 2];
      for (int old = 0; old < oldKeys.length; old++) {
        if (oldKeys[old] != 0) {
          int slot = slot(oldKeys[old]);
          keys[slot] = oldKeys[old];
          counts[slot] = oldCounts[old];
        }
      }
    }

    /** Returns the slot of the key, free if the table does not hold it. */
    private int slot(long key) {
      int mask = keys.length - 1;
      int slot = (int) key & mask;
      while (keys[slot] != 0 && keys[slot] != key) {
        slot = slot + 1 & mask;
      }

      return slot;
    }
  }
}
