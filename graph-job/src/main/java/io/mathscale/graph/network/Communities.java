package io.mathscale.graph.network;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Communities of the concept graph by label propagation (Raghavan et al. 2007): each node takes the
 * label that weighs most among its neighbours and itself, for some rounds. GraphX's own breaks ties
 * by the order in which messages come in, which is not the same on any two clusters; here the
 * smallest of the labels that weigh most is taken.
 */
final class Communities {
  /** The labels of most nodes settle in five rounds (Raghavan et al. 2007, section IV). */
  private static final int ROUNDS = 5;

  private Communities() {}

  /** The label of each node, the number of a node. */
  static int[] of(ConceptNetwork network) {
    int[] labels = IntStream.range(0, network.size()).toArray();
    for (int round = 0; round < ROUNDS; round++) {
      List<int[]> taken = network.onEach(labels, Communities::taken);
      int[] next = labels.clone();
      for (int block = 0; block < taken.size(); block++) {
        int[] nodes = network.nodes().get(block);
        for (int place = 0; place < nodes.length; place++) {
          next[nodes[place]] = taken.get(block)[place];
        }
      }

      labels = next;
    }

    return labels;
  }

  /**
   * The labels that the nodes of a block take. A node's own label weighs as much as its heaviest
   * edge, or two neighbours would swap labels in every round.
   */
  private static int[] taken(AdjacencyBlock block, int[] labels) {
    int[] taken = new int[block.nodes().length];
    long[] weights = new long[labels.length];
    for (int place = 0; place < taken.length; place++) {
      int own = labels[block.nodes()[place]];
      long heaviest = 0;
      for (int arc = block.start(place); arc < block.end(place); arc++) {
        weights[labels[block.neighbour(arc)]] += block.weight(arc);
        heaviest = Math.max(heaviest, block.weight(arc));
      }

      weights[own] += heaviest;
      int best = own;
      for (int arc = block.start(place); arc < block.end(place); arc++) {
        int label = labels[block.neighbour(arc)];
        boolean isHeavier = weights[label] > weights[best];
        if (isHeavier || (weights[label] == weights[best] && label < best)) {
          best = label;
        }
      }

      taken[place] = best;
      weights[own] = 0;
      for (int arc = block.start(place); arc < block.end(place); arc++) {
        weights[labels[block.neighbour(arc)]] = 0;
      }
    }

    return taken;
  }
}
