package io.mathscale.graph.network;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;

/** Some nodes of the graph with all of their neighbours, in a few arrays. */
final class AdjacencyBlock implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[] nodes;

  /** Where the neighbours of each node begin, and where those of the last one end. */
  private final int[] starts;

  private final int[] neighbours;
  private final long[] weights;

  private AdjacencyBlock(int[] nodes, int[] starts, int[] neighbours, long[] weights) {
    this.nodes = nodes;
    this.starts = starts;
    this.neighbours = neighbours;
    this.weights = weights;
  }

  /**
   * The block of these arcs.
   *
   * @param arcs in the order of their sources and targets; weights of equal ones are added up
   */
  static AdjacencyBlock of(Iterator<Arc> arcs) {
    int[] nodes = new int[16];
    int[] starts = new int[17];
    int[] neighbours = new int[16];
    long[] weights = new long[16];
    int nodeCount = 0;
    int arcCount = 0;
    while (arcs.hasNext()) {
      Arc arc = arcs.next();
      boolean isSameNode = nodeCount > 0 && nodes[nodeCount - 1] == arc.source();
      if (isSameNode && neighbours[arcCount - 1] == arc.target()) {
        weights[arcCount - 1] += arc.weight();
        continue;
      }

      if (!isSameNode) {
        nodes = nodeCount == nodes.length ? Arrays.copyOf(nodes, 2 * nodeCount) : nodes;
        starts = nodeCount + 1 >= starts.length ? Arrays.copyOf(starts, 2 * nodeCount + 2) : starts;
        starts[nodeCount] = arcCount;
        nodes[nodeCount++] = arc.source();
      }

      if (arcCount == neighbours.length) {
        neighbours = Arrays.copyOf(neighbours, 2 * arcCount);
        weights = Arrays.copyOf(weights, 2 * arcCount);
      }

      neighbours[arcCount] = arc.target();
      weights[arcCount++] = arc.weight();
    }

    starts[nodeCount] = arcCount;
    return new AdjacencyBlock(
        Arrays.copyOf(nodes, nodeCount),
        Arrays.copyOf(starts, nodeCount + 1),
        Arrays.copyOf(neighbours, arcCount),
        Arrays.copyOf(weights, arcCount));
  }

  /** The numbers of its nodes, which have a neighbour each. */
  int[] nodes() {
    return nodes;
  }

  /** Where the neighbours of the node at a place begin. */
  int start(int place) {
    return starts[place];
  }

  /** Where they end. */
  int end(int place) {
    return starts[place + 1];
  }

  /** The neighbour at a place between a start and an end; they are in the order of numbers. */
  int neighbour(int place) {
    return neighbours[place];
  }

  /** The weight of the edge to that neighbour. */
  long weight(int place) {
    return weights[place];
  }
}
