package io.mathscale.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AdjacencyTest {
  /** Node 0 has neighbours 1, 2, 3 of weights 1, 2, 7; node 2 has none. */
  private static final Adjacency NEIGHBOURS =
      Adjacency.of(4, new int[] {0, 1, 0, 0}, new int[] {3, 0, 1, 2}, new long[] {7, 1, 1, 2});

  @Test
  void aNodeWithoutNeighboursIsADeadEnd() {
    assertThat(NEIGHBOURS.step(2, 0.5)).isEqualTo(Adjacency.NONE);
  }

  @Test
  void stepsAreAsFrequentAsTheirWeights() {
    SplittableRandom random = new SplittableRandom(1);
    Map<Integer, Long> counts = new HashMap<>();
    for (int i = 0; i < 100_000; i++) {
      counts.merge(NEIGHBOURS.step(0, random.nextDouble()), 1L, Long::sum);
    }

    double total = 10 + 3e-5;
    Map<Integer, Double> chances =
        Map.of(1, (1 + 1e-5) / total, 2, (2 + 1e-5) / total, 3, (7 + 1e-5) / total);
    assertThat(ChiSquare.statistic(counts, chances)).isLessThan(ChiSquare.limit(3));
  }
}
