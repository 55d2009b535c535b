package io.mathscale.graph.network;

/** Hashes numbers to 64 bits, where SHA-256 for each of millions of walks would take too long. */
public final class Hash64 {
  /** 2^64 over the golden ratio: makes neighbouring numbers far apart (Steele et al. 2014). */
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private Hash64() {}

  /** A hash that depends on every bit of both. */
  public static long mix(long first, long second) {
    return mixed(mixed(first + GOLDEN_GAMMA) ^ (second * GOLDEN_GAMMA + 1));
  }

  /** The finalizer of MurmurHash3 in Stafford's variant 13, a bijection. */
  private static long mixed(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
