package io.mathscale.eval.metrics;

import java.util.SplittableRandom;

/** Draws numbers of the binomial distribution. */
final class BinomialSampler {
  /** From this variance on, the normal distribution is taken for it. */
  private static final double MANY = 1_000;

  private BinomialSampler() {}

  /**
   * The number of trials that succeed, drawn at random.
   *
   * @param trials number of trials, from 0
   * @param chance probability that a trial succeeds, from 0 to 1
   */
  static long draw(SplittableRandom random, long trials, double chance) {
    if (chance > 0.5) {
      return trials - draw(random, trials, 1 - chance);
    }

    if (trials == 0 || chance <= 0) {
      return 0;
    }

    double variance = trials * chance * (1 - chance);
    if (variance >= MANY) {
      double normal = Math.sqrt(variance) * random.nextGaussian();
      return Math.max(0, Math.min(trials, Math.round(trials * chance + normal)));
    }

    return countWaits(random, trials, chance);
  }

  /** Counts successes by the number of trials between one and the next (Devroye 1986, X.4.3). */
  private static long countWaits(SplittableRandom random, long trials, double chance) {
    double logMiss = Math.log1p(-chance);
    long successes = -1;
    double passed = 0;
    while (passed <= trials) {
      passed += Math.floor(Math.log(1 - random.nextDouble()) / logMiss) + 1;
      successes++;
    }

    return successes;
  }
}
