package io.mathscale.graph;

import java.io.Serializable;

/**
 * Neighbours of every node in one sub-graph, and the chances of stepping to them: {@code w + 1e-5}
 * over their sum, which is what equation 2 of the paper comes to.
 */
final class Adjacency implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What {@link #step} says of a node without neighbours. */
  static final int NONE = -1;

  /** The neighbours of each node, in the order of their numbers. */
  private final Lists neighbours;

  /** At each neighbour: the sum of the weights of its node's neighbours up to it. */
  private final double[] cumulative;

  private Adjacency(Lists neighbours, double[] cumulative) {
    this.neighbours = neighbours;
    this.cumulative = cumulative;
  }

  /**
   * From arcs in any order, no two alike.
   *
   * @param nodes number of nodes
   * @param sources where each arc begins
   * @param targets where each arc ends
   * @param weights w of each arc
   */
  static Adjacency of(int nodes, int[] sources, int[] targets, long[] weights) {
    Lists byTarget = Lists.of(nodes, targets.length, arc -> targets[arc], arc -> arc);
    Lists arcs =
        Lists.of(nodes, sources.length, place -> sources[byTarget.item(place)], byTarget::item);
    Lists neighbours =
        Lists.of(
            nodes,
            sources.length,
            place -> sources[arcs.item(place)],
            place -> targets[arcs.item(place)]);

    double[] cumulative = new double[sources.length];
    for (int node = 0; node < nodes; node++) {
      long sum = 0;
      for (int place = arcs.start(node); place < arcs.end(node); place++) {
        sum += weights[arcs.item(place)];
        cumulative[place] = sum + (place - arcs.start(node) + 1) * ConceptEdges.EPSILON;
      }
    }

    return new Adjacency(neighbours, cumulative);
  }

  /**
   * The neighbour that a draw from 0 (inclusive) to 1 (exclusive) leads to, or {@link #NONE} where
   * there is no neighbour.
   */
  int step(int node, double draw) {
    int low = neighbours.start(node);
    int high = neighbours.end(node) - 1;
    if (high < low) {
      return NONE;
    }

    double aim = draw * cumulative[high];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulative[middle] > aim) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }

    return neighbours.item(low);
  }

  /** Number of arcs. */
  int size() {
    return neighbours.size();
  }
}
