package io.mathscale.graph;

/** The arcs from every node in one sub-graph, in the order of the nodes that they lead to. */
final class SortedArcs {
  private final int nodes;
  private final Lists neighbours;
  private final long[] weights;

  private SortedArcs(int nodes, Lists neighbours, long[] weights) {
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

    Lists byTarget = Lists.of(targetNodes, targets.length, arc -> targets[arc], arc -> arc);
    Lists arcs =
        Lists.of(nodes, sources.length, place -> sources[byTarget.item(place)], byTarget::item);
    Lists neighbours =
        Lists.of(
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
  Lists neighbours() {
    return neighbours;
  }

  /** The w of the arc at a place of the lists. */
  long weight(int place) {
    return weights[place];
  }
}
