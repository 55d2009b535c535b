package io.mathscale.teacher.server;

import java.util.Arrays;
import org.agrona.collections.Long2LongCounterMap;

/**
 * Counts attempts and completions by the hash of a body, without an object an entry. Safe for
 * threads. Bodies beyond the capacity are not told apart any more: each counts as new.
 */
public final class BodyCounts {
  private static final int STRIPES = 16;

  /** 16 bytes an entry in tables at most two thirds full: about 1 GiB for 45 million bodies. */
  private static final int MAX_BODIES_A_STRIPE = 2_800_000;

  private static final float FULL = 2 / 3f;
  private static final int FIRST_SLOTS = 1024;

  /** Both counts of a body are in one number. */
  private static final long AN_ATTEMPT = 1L << 32;

  private static final long A_COMPLETION = 1;

  /** The counts of each body by its hash; each stripe is its own lock. */
  private final Long2LongCounterMap[] stripes = new Long2LongCounterMap[STRIPES];

  /** Makes empty counts. */
  public BodyCounts() {
    Arrays.setAll(stripes, i -> new Long2LongCounterMap(FIRST_SLOTS, FULL, 0));
  }

  /** Counts an attempt at a body; returns how many there were before. */
  public int attempt(long hash) {
    return (int) (add(hash, AN_ATTEMPT) / AN_ATTEMPT);
  }

  /** Counts a completion of a body; returns how many there were before. */
  public int complete(long hash) {
    return (int) add(hash, A_COMPLETION);
  }

  /** Takes a completion back; returns how many are left. */
  public int withdraw(long hash) {
    return Math.max(0, (int) add(hash, -A_COMPLETION) - 1);
  }

  /** Adds to the counts of a body; returns what they were before, 0 for new ones if it is full. */
  private long add(long hash, long change) {
    Long2LongCounterMap counts = stripes[(int) (hash >>> 60)];
    synchronized (counts) {
      boolean isFull = counts.size() >= MAX_BODIES_A_STRIPE && !counts.containsKey(hash);
      return isFull ? 0 : counts.getAndAdd(hash, change);
    }
  }
}
