package io.mathscale.graph.network;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/**
 * PageRank, blind to weights (Brin and Page 1998), by the arithmetic of GraphX: every node begins
 * with the same rank, and in the end the ranks are scaled so that they add up to 1. Each sum is
 * taken in the order of the neighbours' numbers, so it is the same however the graph is spread.
 */
final class PageRanks {
  /** Chance that the surfer starts anew: damping 0.85 (Brin and Page 1998, section 2.1.1). */
  private static final double RESTART = 0.15;

  /** After so many rounds the start weighs 0.85^20 = 4 percent at the worst, far less as a rule. */
  private static final int ROUNDS = 20;

  /** Decimals kept. */
  private static final int DECIMALS = 10;

  private PageRanks() {}

  /** The rank of each node, given the degrees of all. */
  static double[] of(ConceptNetwork network, int[] degrees) {
    double[] ranks = new double[degrees.length];
    Arrays.fill(ranks, 1);
    for (int round = 0; round < ROUNDS; round++) {
      double[] sent = new double[ranks.length];
      for (int node = 0; node < sent.length; node++) {
        sent[node] = ranks[node] * (1.0 / degrees[node]);
      }

      Arrays.fill(ranks, RESTART);
      List<double[]> received = network.onEach(sent, PageRanks::received);
      for (int block = 0; block < received.size(); block++) {
        int[] nodes = network.nodes().get(block);
        for (int place = 0; place < nodes.length; place++) {
          ranks[nodes[place]] = RESTART + (1 - RESTART) * received.get(block)[place];
        }
      }
    }

    double scale = ranks.length / Arrays.stream(ranks).sum();
    return Arrays.stream(ranks).map(rank -> rounded(rank * scale / ranks.length)).toArray();
  }

  private static double[] received(AdjacencyBlock block, double[] sent) {
    double[] sums = new double[block.nodes().length];
    for (int place = 0; place < sums.length; place++) {
      for (int arc = block.start(place); arc < block.end(place); arc++) {
        sums[place] += sent[block.neighbour(arc)];
      }
    }

    return sums;
  }

  private static double rounded(double rank) {
    return BigDecimal.valueOf(rank).setScale(DECIMALS, RoundingMode.HALF_UP).doubleValue();
  }
}
