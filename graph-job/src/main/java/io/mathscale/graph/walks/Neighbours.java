package io.mathscale.graph.walks;

import java.io.Serializable;

/** Neighbours of every node in one sub-graph, and the chances of stepping to them. */
public interface Neighbours extends Serializable {
  /** What {@link #step} says where there is no neighbour to step to. */
  int NONE = -1;

  /**
   * The neighbour that a draw from 0 (inclusive) to 1 (exclusive) leads to, or {@link #NONE} where
   * there is none.
   *
   * @param node where the walk is
   * @param draw of this step
   * @param visited nodes that the walk has visited, distinct, in any order
   * @param count how many of them
   */
  int step(int node, double draw, int[] visited, int count);

  /** The neighbour that a draw leads to where the walk has visited none of them. */
  default int step(int node, double draw) {
    return step(node, draw, new int[0], 0);
  }
}
