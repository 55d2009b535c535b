package io.mathscale.graph;

import java.io.Serializable;

/** Neighbours of every node in one sub-graph, and the chances of stepping to them. */
final class Adjacency implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What {@link #step} says of a node without neighbours. */
  static final int NONE = -1;

  /** The neighbours of each node, in the order of their numbers. */
  private final Lists neighbours;

  /** Up to which depth the place of a neighbour leads to it. */
  private final double[] thresholds;

  /** The neighbour that its place leads to above that. */
  private final int[] aliases;

  private Adjacency(Lists neighbours, double[] thresholds, int[] aliases) {
    this.neighbours = neighbours;
    this.thresholds = thresholds;
    this.aliases = aliases;
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

    double[] thresholds = new double[sources.length];
    int[] aliases = new int[sources.length];
    for (int node = 0; node < nodes; node++) {
      int start = arcs.start(node);
      long[] ofNode = new long[arcs.end(node) - start];
      for (int place = 0; place < ofNode.length; place++) {
        ofNode[place] = weights[arcs.item(start + place)];
      }

      AliasTable table = AliasTable.of(ofNode);
      for (int place = 0; place < ofNode.length; place++) {
        thresholds[start + place] = table.threshold(place);
        aliases[start + place] = neighbours.item(start + table.alias(place));
      }
    }

    return new Adjacency(neighbours, thresholds, aliases);
  }

  /**
   * The neighbour that a draw from 0 (inclusive) to 1 (exclusive) leads to, or {@link #NONE} where
   * there is no neighbour.
   */
  int step(int node, double draw) {
    int start = neighbours.start(node);
    int degree = neighbours.end(node) - start;
    if (degree == 0) {
      return NONE;
    }

    int place = start + AliasTable.place(draw, degree);
    return AliasTable.depth(draw, degree) < thresholds[place]
        ? neighbours.item(place)
        : aliases[place];
  }
}
