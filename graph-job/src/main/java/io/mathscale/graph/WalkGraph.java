package io.mathscale.graph;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Concept;
import io.mathscale.core.data.ConceptEdge;
import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.data.EdgeKind;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The concept graph as a walk needs it: the neighbours of numbered concepts in each of the three
 * sub-graphs (paper, section 3.2).
 */
final class WalkGraph implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ConceptNumbers concepts;
  private final Adjacency topicToTopic;
  private final Adjacency topicToKnowledgePoint;
  private final Adjacency knowledgePointToKnowledgePoint;

  private WalkGraph(ConceptNumbers concepts, Map<EdgeKind, Adjacency> neighbours) {
    this.concepts = concepts;
    this.topicToTopic = neighbours.get(EdgeKind.TOPIC_TOPIC);
    this.topicToKnowledgePoint = neighbours.get(EdgeKind.TOPIC_KNOWLEDGE_POINT);
    this.knowledgePointToKnowledgePoint = neighbours.get(EdgeKind.KNOWLEDGE_POINT_KNOWLEDGE_POINT);
  }

  /** The graph of nodes and edges in any order. */
  static WalkGraph of(List<Concept> nodes, List<ConceptEdge> edges) {
    return of(ConceptNumbers.of(nodes), edges);
  }

  /**
   * The graph of numbered nodes and edges in any order.
   *
   * @throws ConfigException when an edge has an end that is no node
   */
  static WalkGraph of(ConceptNumbers concepts, List<ConceptEdge> edges) {
    Map<String, Integer> topics = concepts.byName(ConceptKind.TOPIC);
    Map<String, Integer> knowledgePoints = concepts.byName(ConceptKind.KNOWLEDGE_POINT);
    Map<EdgeKind, Adjacency> neighbours = new HashMap<>();
    for (EdgeKind kind : EdgeKind.values()) {
      List<ConceptEdge> ofKind = edges.stream().filter(edge -> edge.kind() == kind).toList();
      Adjacency adjacency =
          switch (kind) {
            case TOPIC_TOPIC -> adjacency(concepts.size(), ofKind, topics, topics);
            case TOPIC_KNOWLEDGE_POINT ->
                adjacency(concepts.size(), ofKind, topics, knowledgePoints);
            case KNOWLEDGE_POINT_KNOWLEDGE_POINT ->
                adjacency(concepts.size(), ofKind, knowledgePoints, knowledgePoints);
          };
      neighbours.put(kind, adjacency);
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
  Adjacency topicToTopic() {
    return topicToTopic;
  }

  /** Neighbours of topics among knowledge points. */
  Adjacency topicToKnowledgePoint() {
    return topicToKnowledgePoint;
  }

  /** Neighbours of knowledge points among knowledge points. */
  Adjacency knowledgePointToKnowledgePoint() {
    return knowledgePointToKnowledgePoint;
  }

  /** Edges between concepts of one kind lead both ways, those of two kinds one way. */
  private static Adjacency adjacency(
      int nodes,
      List<ConceptEdge> edges,
      Map<String, Integer> sourceNumbers,
      Map<String, Integer> targetNumbers) {
    boolean isOneWay = sourceNumbers != targetNumbers;
    int arcs = isOneWay ? edges.size() : 2 * edges.size();
    int[] sources = new int[arcs];
    int[] targets = new int[arcs];
    long[] weights = new long[arcs];
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

    return Adjacency.of(nodes, sources, targets, weights);
  }

  private static int number(Map<String, Integer> numbers, String name) {
    Integer number = numbers.get(name);
    if (number == null) {
      throw ConceptNumbers.noNode(name);
    }

    return number;
  }
}
