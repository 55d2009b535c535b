package io.mathscale.graph.walks;

import io.mathscale.graph.network.ConceptEdges;
import io.mathscale.graph.network.CsrLists;

/**
 * Steps to a neighbour that the walk has not visited, with the chances of equation 2 of the paper
 * among those. The shares are whole numbers, so that sums are exact: a visited neighbour has no
 * chance at all.
 */
public final class NonRevisitingAdjacency implements Neighbours {
  private static final long serialVersionUID = 1L;

  /** What w + 1e-5 is multiplied by to be a whole number. */
  private static final long SHARES_OF_ONE = Math.round(1 / ConceptEdges.EPSILON);

  /** The neighbours of each node, in the order of their numbers. */
  private final CsrLists neighbours;

  /** The share of each neighbour and of those before it in its list. */
  private final long[] ends;

  private NonRevisitingAdjacency(CsrLists neighbours, long[] ends) {
    this.neighbours = neighbours;
    this.ends = ends;
  }

  /** Of these arcs. */
  public static NonRevisitingAdjacency of(SortedArcs arcs) {
    CsrLists neighbours = arcs.neighbours();
    long[] ends = new long[arcs.size()];
    for (int node = 0; node < arcs.nodes(); node++) {
      long end = 0;
      for (int place = neighbours.start(node); place < neighbours.end(node); place++) {
        end = Math.addExact(end, arcs.weight(place) * SHARES_OF_ONE + 1);
        ends[place] = end;
      }
    }

    return new NonRevisitingAdjacency(neighbours, ends);
  }

  @Override
  public int step(int node, double draw, int[] visited, int count) {
    int start = neighbours.start(node);
    int[] excluded = new int[count];
    int excludedCount = 0;
    long free = begin(start, neighbours.end(node));
    for (int i = 0; i < count; i++) {
      int place = place(node, visited[i]);
      if (place >= start) {
        free -= share(start, place);
        insert(excluded, excludedCount++, place);
      }
    }

    if (free == 0) {
      return NONE;
    }

    // A point among the shares of the neighbours not visited, moved to where it is among all.
    long point = Math.min((long) (draw * free), free - 1);
    for (int i = 0; i < excludedCount && point >= begin(start, excluded[i]); i++) {
      point += share(start, excluded[i]);
    }

    return neighbours.item(at(node, point));
  }

  /** The share of all neighbours before a place of the list that has this start. */
  private long begin(int start, int place) {
    return place == start ? 0 : ends[place - 1];
  }

  private long share(int start, int place) {
    return ends[place] - begin(start, place);
  }

  /** The place of a neighbour of a node, or -1. */
  private int place(int node, int neighbour) {
    int low = neighbours.start(node);
    int high = neighbours.end(node) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Integer.compare(neighbours.item(middle), neighbour);
      if (order == 0) {
        return middle;
      }

      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }

    return -1;
  }

  /** The place of a node's list in whose share a point falls. */
  private int at(int node, long point) {
    int low = neighbours.start(node);
    int high = neighbours.end(node) - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] > point) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }

    return low;
  }

  private static void insert(int[] sorted, int count, int place) {
    int i = count;
    while (i > 0 && sorted[i - 1] > place) {
      sorted[i] = sorted[i - 1];
      i--;
    }

    sorted[i] = place;
  }
}
