package io.mathscale.graph.walks;

import io.mathscale.graph.network.CsrLists;
import java.util.function.IntToDoubleFunction;

/** Steps to any neighbour, whether the walk has visited it or not, by alias tables. */
final class Adjacency implements Neighbours {
  private static final long serialVersionUID = 1L;

  /** The neighbours of each node, in the order of their numbers. */
  private final CsrLists neighbours;

  /** Up to which depth the place of a neighbour leads to it. */
  private final double[] thresholds;

  /** The neighbour that its place leads to above that. */
  private final int[] aliases;

  private Adjacency(CsrLists neighbours, double[] thresholds, int[] aliases) {
    this.neighbours = neighbours;
    this.thresholds = thresholds;
    this.aliases = aliases;
  }

  /** Of these arcs. */
  static Adjacency of(SortedArcs arcs) {
    return of(
        arcs,
        (start, count) -> {
          long[] weights = new long[count];
          for (int place = 0; place < count; place++) {
            weights[place] = arcs.weight(start + place);
          }

          return AliasTable.of(weights);
        });
  }

  /**
   * Of these arcs, each taken with other chances than equation 2 gives it.
   *
   * @param shareOf the share of an arc in the chances of its node, by its place; more than 0
   */
  static Adjacency of(SortedArcs arcs, IntToDoubleFunction shareOf) {
    return of(
        arcs,
        (start, count) -> {
          double[] shares = new double[count];
          for (int place = 0; place < count; place++) {
            shares[place] = shareOf.applyAsDouble(start + place);
          }

          return AliasTable.ofShares(shares);
        });
  }

  /** Makes the alias table of so many arcs that begin at a place. */
  private interface Tables {
    AliasTable of(int start, int count);
  }

  private static Adjacency of(SortedArcs arcs, Tables tables) {
    CsrLists neighbours = arcs.neighbours();
    double[] thresholds = new double[arcs.size()];
    int[] aliases = new int[arcs.size()];
    for (int node = 0; node < arcs.nodes(); node++) {
      int start = neighbours.start(node);
      int count = neighbours.end(node) - start;
      AliasTable table = tables.of(start, count);
      for (int place = 0; place < count; place++) {
        thresholds[start + place] = table.threshold(place);
        aliases[start + place] = neighbours.item(start + table.alias(place));
      }
    }

    return new Adjacency(neighbours, thresholds, aliases);
  }

  @Override
  public int step(int node, double draw, int[] visited, int count) {
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
