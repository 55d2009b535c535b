package io.mathscale.graph.network;

import java.util.stream.IntStream;

/**
 * Connected components, by union of the ends of all edges. Each is called by its lowest number, as
 * GraphX does.
 */
final class Components {
  private final int[] parents;

  private Components(int size) {
    this.parents = IntStream.range(0, size).toArray();
  }

  /** The component of each node. */
  static int[] of(ConceptNetwork network) {
    Components all = new Components(network.size());
    network.onEach(network.size(), Components::within).forEach(all::uniteWithParents);
    return IntStream.range(0, network.size()).map(all::find).toArray();
  }

  /** For each node one that it is connected with by edges of a block, itself if there is none. */
  private static int[] within(AdjacencyBlock block, int size) {
    Components components = new Components(size);
    for (int place = 0; place < block.nodes().length; place++) {
      for (int arc = block.start(place); arc < block.end(place); arc++) {
        components.unite(block.nodes()[place], block.neighbour(arc));
      }
    }

    return components.parents;
  }

  private void uniteWithParents(int[] others) {
    for (int node = 0; node < others.length; node++) {
      unite(node, others[node]);
    }
  }

  private void unite(int one, int other) {
    int first = find(one);
    int second = find(other);
    parents[Math.max(first, second)] = Math.min(first, second);
  }

  /** The lowest number that a node is known to be connected with; halves the path there. */
  private int find(int node) {
    int at = node;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }

    return at;
  }
}
