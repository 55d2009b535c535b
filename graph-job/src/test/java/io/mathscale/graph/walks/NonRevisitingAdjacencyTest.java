package io.mathscale.graph.walks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NonRevisitingAdjacencyTest {
  private static final int DRAWS = 1_000_000;

  /** Node 0 has neighbours 1, 2, 3 of weights 1, 2, 7; node 2 has none. */
  private static final NonRevisitingAdjacency NEIGHBOURS =
      NonRevisitingAdjacency.of(
          SortedArcs.of(
              4, new int[] {0, 1, 0, 0}, new int[] {3, 0, 1, 2}, new long[] {7, 1, 1, 2}));

  /** All draws of a fine grid, which is as good as exact; visited nodes are digits. */
  @ParameterizedTest
  @CsvSource({"'',1,2,7", "0,1,2,7", "1,0,2,7", "2,1,0,7", "3,1,2,0", "31,0,2,0", "320,1,0,0"})
  void theOthersKeepTheChancesThatTheyHaveAmongEachOther(
      String visited, long one, long two, long three) {
    int[] nodes = visited.chars().map(digit -> digit - '0').toArray();
    long[] counts = new long[4];
    for (int i = 0; i < DRAWS; i++) {
      counts[NEIGHBOURS.step(0, (i + 0.5) / DRAWS, nodes, nodes.length)]++;
    }

    double[] shares = {0, share(one), share(two), share(three)};
    double sum = shares[1] + shares[2] + shares[3];
    for (int node = 0; node < 4; node++) {
      assertThat(Math.abs(counts[node] / (double) DRAWS - shares[node] / sum)).isLessThan(2e-6);
    }
  }

  @Test
  void thereIsNoStepWhereEveryNeighbourIsVisited() {
    assertThat(NEIGHBOURS.step(0, 0.5, new int[] {2, 3, 1}, 3)).isEqualTo(Neighbours.NONE);
    assertThat(NEIGHBOURS.step(2, 0.5, new int[0], 0)).isEqualTo(Neighbours.NONE);
    assertThat(NEIGHBOURS.step(1, 0.5, new int[] {0}, 1)).isEqualTo(Neighbours.NONE);
    assertThat(NEIGHBOURS.step(1, 0.5, new int[] {0}, 0)).isZero();
  }

  @Test
  void theLastDrawLeadsToTheLastNeighbour() {
    assertThat(NEIGHBOURS.step(0, Math.nextDown(1.0), new int[] {3}, 1)).isEqualTo(2);
    assertThat(NEIGHBOURS.step(0, 0, new int[] {1}, 1)).isEqualTo(2);
  }

  private static double share(long weight) {
    return weight == 0 ? 0 : weight + 1e-5;
  }
}
