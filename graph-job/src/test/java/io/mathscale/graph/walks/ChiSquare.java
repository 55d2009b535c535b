package io.mathscale.graph.walks;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Pearson's test of whether counts follow given chances. */
public final class ChiSquare {
  /** Upper 0.1 percent point of the standard normal distribution. */
  private static final double NORMAL = 3.0902;

  private ChiSquare() {}

  /** The statistic; counts of what has no chance make it infinite. */
  public static <K> double statistic(Map<K, Long> counts, Map<K, Double> chances) {
    double total = counts.values().stream().mapToLong(Long::longValue).sum();
    Set<K> keys = new HashSet<>(counts.keySet());
    keys.addAll(chances.keySet());
    double statistic = 0;
    for (K key : keys) {
      double expected = chances.getOrDefault(key, 0.0) * total;
      double difference = counts.getOrDefault(key, 0L) - expected;
      statistic += expected == 0 && difference == 0 ? 0 : difference * difference / expected;
    }

    return statistic;
  }

  /**
   * What the statistic stays below in 999 of 1,000 samples that do follow the chances (Wilson and
   * Hilferty's approximation).
   */
  public static double limit(int outcomes) {
    double freedom = outcomes - 1.0;
    double part = 2 / (9 * freedom);
    return freedom * Math.pow(1 - part + NORMAL * Math.sqrt(part), 3);
  }
}
