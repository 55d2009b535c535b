package io.mathscale.eval.metrics;

import java.util.Comparator;

/**
 * How many answers to one problem were graded, and how many are right.
 *
 * @param samples answers that were graded, at least 1
 * @param right those of them that are right
 */
public record SampleCounts(int samples, int right) implements Comparable<SampleCounts> {
  private static final Comparator<SampleCounts> ORDER =
      Comparator.comparingInt(SampleCounts::samples).thenComparingInt(SampleCounts::right);

  /** Checks that there is a sample, and no more right ones than there are. */
  public SampleCounts {
    if (samples < 1) {
      throw new IllegalArgumentException("samples must be at least 1: " + samples);
    }

    if (right < 0 || right > samples) {
      throw new IllegalArgumentException("right must be from 0 to " + samples + ": " + right);
    }
  }

  /** Share of the answers that are right. */
  public double share() {
    return (double) right / samples;
  }

  /**
   * The chance that at least one of k answers, drawn from these without replacement, is right: the
   * unbiased estimate of pass@k (Chen et al. 2021, section 2.1).
   */
  double passAt(int k) {
    int wrong = samples - right;
    if (wrong < k) {
      return 1;
    }

    double allWrong = 1;
    for (int i = 0; i < k; i++) {
      allWrong *= (double) (wrong - i) / (samples - i);
    }

    return 1 - allWrong;
  }

  @Override
  public int compareTo(SampleCounts other) {
    return ORDER.compare(this, other);
  }
}
