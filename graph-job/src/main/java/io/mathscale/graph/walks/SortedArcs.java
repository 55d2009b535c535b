package io.mathscale.graph.walks;

import io.mathscale.graph.network.CsrLists;

/** The arcs from every node in one sub-graph, in the order of the nodes that they lead to. */
final class SortedArcs {
  private final int nodes;
  private final CsrLists neighbours;
  private final long[] weights;

  private SortedArcs(int nodes, CsrLists neighbours, long[] weights) {
    this.nodes = nodes;
    this.neighbours = neighbours;
    this.weights = weights;
  }

  /**
   * From arcs in any order, no two alike.
   *
   * @param nodes number of nodes
   * @param sources where each arc begins
   * @param targets where each arc ends
   * @param weights w of each arc
   */
  static SortedArcs of(int nodes, int[] sources, int[] targets, long[] weights) {
    int targetNodes = 1;
    for (int target : targets) {
      targetNodes = Math.max(targetNodes, target + 1);
    }

    CsrLists byTarget = CsrLists.of(targetNodes, targets.length, arc -> targets[arc], arc -> arc);
    CsrLists arcs =
        CsrLists.of(nodes, sources.length, place -> sources[byTarget.item(place)], byTarget::item);
    CsrLists neighbours =
        CsrLists.of(
            nodes,
            sources.length,
            place -> sources[arcs.item(place)],
            place -> targets[arcs.item(place)]);
    long[] sorted = new long[weights.length];
    for (int place = 0; place < sorted.length; place++) {
      sorted[place] = weights[arcs.item(place)];
    }

    return new SortedArcs(nodes, neighbours, sorted);
  }

  /** Number of nodes. */
  int nodes() {
    return nodes;
  }

  /** Number of arcs. */
  int size() {
    return weights.length;
  }

  /** The neighbours of each node, in the order of their numbers. */
  CsrLists neighbours() {
    return neighbours;
  }

  /** The w of the arc at a place of the lists. */
  long weight(int place) {
    return weights[place];
  }
}
