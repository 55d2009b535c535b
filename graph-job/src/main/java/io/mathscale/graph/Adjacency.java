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

  private final int[] starts;
  private final int[] neighbours;

  /** At each neighbour: the sum of the weights of its node's neighbours up to it. */
  private final double[] cumulative;

  private Adjacency(int[] starts, int[] neighbours, double[] cumulative) {
    this.starts = starts;
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
    int[] order =
        stableOrder(nodes, sources, stableOrder(nodes, targets, identity(sources.length)));
    int[] starts = new int[nodes + 1];
    for (int source : sources) {
      starts[source + 1]++;
    }

    for (int node = 0; node < nodes; node++) {
      starts[node + 1] += starts[node];
    }

    int[] neighbours = new int[order.length];
    double[] cumulative = new double[order.length];
    for (int node = 0; node < nodes; node++) {
      long sum = 0;
      for (int place = starts[node]; place < starts[node + 1]; place++) {
        sum += weights[order[place]];
        neighbours[place] = targets[order[place]];
        cumulative[place] = sum + (place - starts[node] + 1) * ConceptEdges.EPSILON;
      }
    }

    return new Adjacency(starts, neighbours, cumulative);
  }

  /**
   * The neighbour that a draw from 0 (inclusive) to 1 (exclusive) leads to, or {@link #NONE} where
   * there is no neighbour.
   */
  int step(int node, double draw) {
    int low = starts[node];
    int high = starts[node + 1] - 1;
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

    return neighbours[low];
  }

  /** How many neighbours a node has. */
  int degree(int node) {
    return starts[node + 1] - starts[node];
  }

  /** Number of arcs. */
  int size() {
    return neighbours.length;
  }

  private static int[] identity(int length) {
    int[] order = new int[length];
    for (int i = 0; i < length; i++) {
      order[i] = i;
    }

    return order;
  }

  /** Counting sort of the given order by key. */
  private static int[] stableOrder(int keys, int[] keyOf, int[] given) {
    int[] next = new int[keys + 1];
    for (int key : keyOf) {
      next[key + 1]++;
    }

    for (int key = 0; key < keys; key++) {
      next[key + 1] += next[key];
    }

    int[] order = new int[given.length];
    for (int item : given) {
      order[next[keyOf[item]]++] = item;
    }

    return order;
  }
}
