package io.mathscale.graph.walks;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.ConceptEdge;
import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.data.EdgeKind;
import io.mathscale.graph.network.ConceptIndex;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The arcs between numbered concepts in each of the three sub-graphs (paper, section 3.2). */
public final class GraphArcs {
  private final Map<EdgeKind, SortedArcs> bySubGraph;

  private GraphArcs(Map<EdgeKind, SortedArcs> bySubGraph) {
    this.bySubGraph = bySubGraph;
  }

  /**
   * The arcs of edges in any order.
   *
   * @throws ConfigException when an edge has an end that is no node
   */
  static GraphArcs of(ConceptIndex concepts, List<ConceptEdge> edges) {
    Map<String, Integer> topics = concepts.byName(ConceptKind.TOPIC);
    Map<String, Integer> knowledgePoints = concepts.byName(ConceptKind.KNOWLEDGE_POINT);
    Map<EdgeKind, SortedArcs> bySubGraph = new EnumMap<>(EdgeKind.class);
    for (EdgeKind kind : EdgeKind.values()) {
      List<ConceptEdge> ofKind = edges.stream().filter(edge -> edge.kind() == kind).toList();
      SortedArcs arcs =
          switch (kind) {
            case TOPIC_TOPIC -> arcs(concepts.size(), ofKind, topics, topics);
            case TOPIC_KNOWLEDGE_POINT -> arcs(concepts.size(), ofKind, topics, knowledgePoints);
            case KNOWLEDGE_POINT_KNOWLEDGE_POINT ->
                arcs(concepts.size(), ofKind, knowledgePoints, knowledgePoints);
          };
      bySubGraph.put(kind, arcs);
    }

    return new GraphArcs(bySubGraph);
  }

  /** The arcs of one sub-graph: both ways between concepts of one kind, else from the topic. */
  SortedArcs of(EdgeKind kind) {
    return bySubGraph.get(kind);
  }

  private static SortedArcs arcs(
      int nodes,
      List<ConceptEdge> edges,
      Map<String, Integer> sourceNumbers,
      Map<String, Integer> targetNumbers) {
    boolean isOneWay = sourceNumbers != targetNumbers;
    int count = isOneWay ? edges.size() : 2 * edges.size();
    int[] sources = new int[count];
    int[] targets = new int[count];
    long[] weights = new long[count];
    for (int i = 0; i < edges.size(); i++) {
      ConceptEdge edge = edges.get(i);
      sources[i] = number(sourceNumbers, edge.source());
      targets[i] = number(targetNumbers, edge.target());
      weights[i] = edge.weight();
      if (!isOneWay) {
        sources[edges.size() + i] = targets[i];
        targets[edges.size() + i] = sources[i];
        weights[edges.size() + i] = edge.weight();
      }
    }

    return SortedArcs.of(nodes, sources, targets, weights);
  }

  private static int number(Map<String, Integer> numbers, String name) {
    Integer number = numbers.get(name);
    if (number == null) {
      throw ConceptIndex.noNode(name);
    }

    return number;
  }
}
