package io.mathscale.graph.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AdjacencyTest {
  /** Node 0 has neighbours 1, 2, 3 of weights 1, 2, 7; node 2 has none. */
  private static final Adjacency NEIGHBOURS =
      Adjacency.of(
          SortedArcs.of(
              4, new int[] {0, 1, 0, 0}, new int[] {3, 0, 1, 2}, new long[] {7, 1, 1, 2}));

  @Test
  void aDrawStaysAmongTheNeighboursOfItsNode() {
    assertThat(step(0, 0)).isBetween(1, 3);
    assertThat(step(0, Math.nextDown(1.0))).isBetween(1, 3);
    assertThat(step(1, 0.5)).isZero();
    assertThat(step(2, 0.5)).isEqualTo(Neighbours.NONE);
  }

  @Test
  void stepsAreAsFrequentAsTheirWeights() {
    SplittableRandom random = new SplittableRandom(1);
    Map<Integer, Long> counts = new HashMap<>();
    for (int i = 0; i < 100_000; i++) {
      counts.merge(step(0, random.nextDouble()), 1L, Long::sum);
    }

    double total = 10 + 3e-5;
    Map<Integer, Double> chances =
        Map.of(1, (1 + 1e-5) / total, 2, (2 + 1e-5) / total, 3, (7 + 1e-5) / total);
    assertThat(ChiSquare.statistic(counts, chances)).isLessThan(ChiSquare.limit(3));
  }

  /** All draws of a fine grid, which is as good as exact. */
  @Test
  void everyPartOfTheUnitIntervalLeadsWhereItShould() {
    int draws = 10_000_000;
    long[] counts = new long[4];
    for (int i = 0; i < draws; i++) {
      counts[step(0, (i + 0.5) / draws)]++;
    }

    for (int node = 1; node <= 3; node++) {
      double weight = new double[] {0, 1, 2, 7}[node] + 1e-5;
      assertThat(Math.abs(counts[node] / (double) draws - weight / (10 + 3e-5))).isLessThan(1e-6);
    }
  }

  private static int step(int node, double draw) {
    return NEIGHBOURS.step(node, draw, new int[0], 0);
  }
}
