package io.mathscale.core.text;

import java.util.Arrays;
import java.util.List;

/**
 * Runs of tokens that follow each other, by their hashes: what the likeness of texts is told by.
 */
public final class Shingles {
  /** FNV-1a, 64 bits. */
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;

  private static final long FNV_PRIME = 0x100000001b3L;

  /** Odd, so that multiplying loses nothing: the golden ratio, in 64 bits. */
  private static final long ORDER = 0x9e3779b97f4a7c15L;

  private Shingles() {}

  /** A hash for each token, in the order of the text. */
  public static int[] hashes(List<String> tokens) {
    int[] hashes = new int[tokens.size()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = hash(tokens.get(i));
    }

    return hashes;
  }

  /** The hash of one token: as many bits as tell a million words apart but for a hundred pairs. */
  public static int hash(String token) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < token.length(); i++) {
      hash = (hash ^ token.charAt(i)) * FNV_PRIME;
    }

    return (int) mixed(hash);
  }

  /**
   * A hash for each place where a run of tokens begins, in the order of the text; none where there
   * are fewer tokens.
   *
   * @param tokens hashes of the tokens
   * @param size tokens of a run
   */
  public static long[] runs(int[] tokens, int size) {
    long[] runs = new long[Math.max(0, tokens.length - size + 1)];
    for (int i = 0; i < runs.length; i++) {
      long run = 0;
      for (int k = 0; k < size; k++) {
        run = mixed(run * ORDER + tokens[i + k]);
      }

      runs[i] = run;
    }

    return runs;
  }

  /**
   * The distinct runs as a set, sorted: 32 bits of each, since two texts of a thousand tokens share
   * a hash by chance once in ten thousand times.
   *
   * @param tokens hashes of the tokens
   * @param size tokens of a run
   */
  public static int[] set(int[] tokens, int size) {
    long[] runs = runs(tokens, size);
    int[] set = new int[runs.length];
    for (int i = 0; i < set.length; i++) {
      set[i] = (int) (runs[i] >>> Integer.SIZE);
    }

    Arrays.sort(set);
    int distinct = 0;
    for (int i = 0; i < set.length; i++) {
      if (i == 0 || set[i] != set[i - 1]) {
        set[distinct++] = set[i];
      }
    }

    return distinct == set.length ? set : Arrays.copyOf(set, distinct);
  }

  /** How many elements two sorted sets share. */
  public static int common(int[] one, int[] other) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length) {
      int left = one[i];
      int right = other[j];
      common += left == right ? 1 : 0;
      i += left <= right ? 1 : 0;
      j += right <= left ? 1 : 0;
    }

    return common;
  }

  /**
   * The Jaccard index of two sorted sets: shared elements by all elements; 1 for two empty sets.
   */
  public static double jaccard(int[] one, int[] other) {
    int common = common(one, other);
    int all = one.length + other.length - common;
    return all == 0 ? 1 : (double) common / all;
  }

  /** The last step of MurmurHash3: each bit depends on all. */
  private static long mixed(long hash) {
    long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
