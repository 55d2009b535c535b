package io.mathscale.graph.walks;

import io.mathscale.graph.network.CsrLists;
import java.io.Serializable;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** The arcs from every node in one sub-graph, in the order of the nodes that they lead to. */
final class SortedArcs implements Serializable {
  private static final long serialVersionUID = 1L;

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

  /** Those of the arcs that lead to nodes of a kind. */
  SortedArcs leadingTo(IntPredicate isOfKind) {
    int[] sources = new int[size()];
    int[] targets = new int[size()];
    long[] kept = new long[size()];
    int count = 0;
    for (int node = 0; node < nodes; node++) {
      for (int place = neighbours.start(node); place < neighbours.end(node); place++) {
        if (isOfKind.test(neighbours.item(place))) {
          sources[count] = node;
          targets[count] = neighbours.item(place);
          kept[count++] = weights[place];
        }
      }
    }

    return of(
        nodes,
        Arrays.copyOf(sources, count),
        Arrays.copyOf(targets, count),
        Arrays.copyOf(kept, count));
  }

  /** How many arcs begin at a node. */
  int degree(int node) {
    return neighbours.end(node) - neighbours.start(node);
  }

  /** The w of the arc from one node to another; 0 where there is none. */
  long weightBetween(int source, int target) {
    int low = neighbours.start(source);
    int high = neighbours.end(source) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int at = neighbours.item(middle);
      if (at == target) {
        return weights[middle];
      }

      if (at < target) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }

    return 0;
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
