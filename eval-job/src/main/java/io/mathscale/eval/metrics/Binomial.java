package io.mathscale.eval.metrics;

import java.util.SplittableRandom;

/** The binomial distribution. */
final class Binomial {
  /** From this variance on, the normal distribution is taken for it. */
  private static final double MANY = 1_000;

  private Binomial() {}

  /** So many of these trials succeed, at random. */
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

  /**
   * The chance that a fair coin falls at most so often on one given side.
   *
   * @param successes from 0
   * @param trials number of tosses
   */
  static double fairTail(long successes, long trials) {
    double logTerm = -trials * Math.log(2);
    double sum = Math.exp(logTerm);
    for (long i = 1; i <= successes; i++) {
      logTerm += Math.log((double) (trials - i + 1) / i);
      sum += Math.exp(logTerm);
    }

    return Math.min(1, sum);
  }
}
