package io.mathscale.core.identity;

import java.util.SplittableRandom;

/**
 * Random generators as a function of the run's seed and an identity, so that a run draws the same
 * numbers at any partition count and after any retry.
 */
public final class StableRandom {
  private StableRandom() {}

  /** A random generator that depends on the run's seed and the given identity alone. */
  public static SplittableRandom of(long seed, Object... identity) {
    return new SplittableRandom(StableHash.hash(seed, identity));
  }
}
