package io.mathscale.graph.walks;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Concept;
import io.mathscale.core.data.ConceptEdge;
import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.data.EdgeKind;
import io.mathscale.graph.network.ConceptIndex;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The concept graph as a walk needs it: the neighbours of numbered concepts in each of the three
 * sub-graphs (paper, section 3.2).
 */
public final class WalkGraph implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ConceptIndex concepts;
  private final Neighbours topicToTopic;
  private final Neighbours topicToKnowledgePoint;
  private final Neighbours knowledgePointToKnowledgePoint;

  private WalkGraph(ConceptIndex concepts, Map<EdgeKind, Neighbours> neighbours) {
    this.concepts = concepts;
    this.topicToTopic = neighbours.get(EdgeKind.TOPIC_TOPIC);
    this.topicToKnowledgePoint = neighbours.get(EdgeKind.TOPIC_KNOWLEDGE_POINT);
    this.knowledgePointToKnowledgePoint = neighbours.get(EdgeKind.KNOWLEDGE_POINT_KNOWLEDGE_POINT);
  }

  /** The graph of nodes and edges in any order, for walks by these rules. */
  static WalkGraph of(List<Concept> nodes, List<ConceptEdge> edges, WalkRules rules) {
    return of(ConceptIndex.of(nodes), edges, rules);
  }

  /**
   * The graph of numbered nodes and edges in any order, for walks by these rules.
   *
   * @throws ConfigException when an edge has an end that is no node
   */
  public static WalkGraph of(ConceptIndex concepts, List<ConceptEdge> edges, WalkRules rules) {
    Map<String, Integer> topics = concepts.byName(ConceptKind.TOPIC);
    Map<String, Integer> knowledgePoints = concepts.byName(ConceptKind.KNOWLEDGE_POINT);
    Map<EdgeKind, Neighbours> neighbours = new HashMap<>();
    for (EdgeKind kind : EdgeKind.values()) {
      List<ConceptEdge> ofKind = edges.stream().filter(edge -> edge.kind() == kind).toList();
      SortedArcs arcs =
          switch (kind) {
            case TOPIC_TOPIC -> arcs(concepts.size(), ofKind, topics, topics);
            case TOPIC_KNOWLEDGE_POINT -> arcs(concepts.size(), ofKind, topics, knowledgePoints);
            case KNOWLEDGE_POINT_KNOWLEDGE_POINT ->
                arcs(concepts.size(), ofKind, knowledgePoints, knowledgePoints);
          };
      neighbours.put(kind, rules.neighbours(arcs));
    }

    return new WalkGraph(concepts, neighbours);
  }

  /** Number of topics; they are numbered from 0. */
  int topics() {
    return concepts.topics();
  }

  /** The name of a concept. */
  String name(int concept) {
    return concepts.name(concept);
  }

  /** Neighbours of topics among topics. */
  Neighbours topicToTopic() {
    return topicToTopic;
  }

  /** Neighbours of topics among knowledge points. */
  Neighbours topicToKnowledgePoint() {
    return topicToKnowledgePoint;
  }

  /** Neighbours of knowledge points among knowledge points. */
  Neighbours knowledgePointToKnowledgePoint() {
    return knowledgePointToKnowledgePoint;
  }

  /** Edges between concepts of one kind lead both ways, those of two kinds one way. */
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
