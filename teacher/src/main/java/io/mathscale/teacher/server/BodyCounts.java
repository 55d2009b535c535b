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

  private final Stripe[] stripes = new Stripe[STRIPES];

  /** Makes empty counts. */
  public BodyCounts() {
    Arrays.setAll(stripes, i -> new Stripe());
  }

  /** Counts an attempt at a body; returns how many there were before. */
  public int attempt(long hash) {
    return stripe(hash).addAttempt(hash);
  }

  /** Counts a completion of a body; returns how many there were before. */
  public int complete(long hash) {
    return stripe(hash).addCompletion(hash, 1);
  }

  /** Takes a completion back; returns how many are left. */
  public int withdraw(long hash) {
    return stripe(hash).addCompletion(hash, -1) - 1;
  }

  private Stripe stripe(long hash) {
    return stripes[(int) (hash >>> 60)];
  }

  /** An open-addressing table with its own lock. A key of 0 marks a free slot. */
  private static final class Stripe {
    private long[] keys = new long[1024];
    private int[] attempts = new int[1024];
    private int[] completions = new int[1024];
    private int size;

    synchronized int addAttempt(long hash) {
      int slot = slot(hash);

      return slot < 0 ? 0 : attempts[slot]++;
    }

    synchronized int addCompletion(long hash, int change) {
      int slot = slot(hash);

      if (slot < 0) {
        return change > 0 ? 0 : 1;
      }

      int before = completions[slot];
      completions[slot] += change;

      return before;
    }

    /** Returns the slot of the key, taken if need be, or -1 if the table is full. */
    private int slot(long hash) {
      long key = hash == 0 ? 1 : hash;
      int slot = find(keys, key);

      if (keys[slot] == key) {
        return slot;
      }

      if (size * 3 >= keys.length * 2) {
        if (keys.length >= MAX_SLOTS_A_STRIPE) {
          return -1;
        }

        grow();
        slot = find(keys, key);
      }

      keys[slot] = key;
      size++;

      return slot;
    }

    private void grow() {
      long[] moreKeys = new long[keys.length * 2];
      int[] moreAttempts = new int[keys.length * 2];
      int[] moreCompletions = new int[keys.length * 2];

      for (int i = 0; i < keys.length; i++) {
        if (keys[i] != 0) {
          int slot = find(moreKeys, keys[i]);
          moreKeys[slot] = keys[i];
          moreAttempts[slot] = attempts[i];
          moreCompletions[slot] = completions[i];
        }
      }

      keys = moreKeys;
      attempts = moreAttempts;
      completions = moreCompletions;
    }

    private static int find(long[] table, long key) {
      int mask = table.length - 1;
      int slot = (int) key & mask;

      while (table[slot] != 0 && table[slot] != key) {
        slot = slot + 1 & mask;
      }

      return slot;
    }
  }
}
