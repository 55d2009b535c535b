package io.mathscale.graph;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Concept;
import io.mathscale.core.data.ConceptEdge;
import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.data.EdgeKind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The concept graph as a walk needs it: numbers for concepts, topics first, each kind in the order
 * of its names, and the neighbours in each of the three sub-graphs (paper, section 3.2).
 */
final class WalkGraph implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String[] names;
  private final int topics;
  private final Adjacency topicToTopic;
  private final Adjacency topicToKnowledgePoint;
  private final Adjacency knowledgePointToKnowledgePoint;

  private WalkGraph(String[] names, int topics, Map<EdgeKind, Adjacency> neighbours) {
    this.names = names;
    this.topics = topics;
    this.topicToTopic = neighbours.get(EdgeKind.TOPIC_TOPIC);
    this.topicToKnowledgePoint = neighbours.get(EdgeKind.TOPIC_KNOWLEDGE_POINT);
    this.knowledgePointToKnowledgePoint = neighbours.get(EdgeKind.KNOWLEDGE_POINT_KNOWLEDGE_POINT);
  }

  /**
   * The graph of nodes and edges in any order.
   *
   * @throws ConfigException when an edge has an end that is no node
   */
  static WalkGraph of(List<Concept> nodes, List<ConceptEdge> edges) {
    List<Concept> ordered = new ArrayList<>(nodes);
    ordered.sort(Comparator.comparing(Concept::kind).thenComparing(Concept::name));
    int topics = (int) ordered.stream().filter(node -> node.kind() == ConceptKind.TOPIC).count();
    String[] names = ordered.stream().map(Concept::name).toArray(String[]::new);
    Numbers numbers = new Numbers(numbers(names, 0, topics), numbers(names, topics, names.length));

    Map<EdgeKind, Adjacency> neighbours = new HashMap<>();
    for (EdgeKind kind : EdgeKind.values()) {
      List<ConceptEdge> ofKind = edges.stream().filter(edge -> edge.kind() == kind).toList();
      neighbours.put(kind, adjacency(kind, ofKind, numbers, names.length));
    }

    return new WalkGraph(names, topics, neighbours);
  }

  /** Number of topics; they are numbered from 0. */
  int topics() {
    return topics;
  }

  /** Number of concepts of both kinds. */
  int size() {
    return names.length;
  }

  /** The name of a concept. */
  String name(int concept) {
    return names[concept];
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

  private static Map<String, Integer> numbers(String[] names, int from, int to) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int number = from; number < to; number++) {
      numbers.put(names[number], number);
    }

    return numbers;
  }

  private static Adjacency adjacency(
      EdgeKind kind, List<ConceptEdge> edges, Numbers numbers, int nodes) {
    boolean isOneWay = kind == EdgeKind.TOPIC_KNOWLEDGE_POINT;
    int arcs = isOneWay ? edges.size() : 2 * edges.size();
    int[] sources = new int[arcs];
    int[] targets = new int[arcs];
    long[] weights = new long[arcs];
    for (int i = 0; i < edges.size(); i++) {
      ConceptEdge edge = edges.get(i);
      sources[i] = numbers.source(edge);
      targets[i] = numbers.target(edge);
      weights[i] = edge.weight();
      if (!isOneWay) {
        sources[edges.size() + i] = targets[i];
        targets[edges.size() + i] = sources[i];
        weights[edges.size() + i] = edge.weight();
      }
    }

    return Adjacency.of(nodes, sources, targets, weights);
  }

  private record Numbers(Map<String, Integer> topics, Map<String, Integer> knowledgePoints) {
    int source(ConceptEdge edge) {
      boolean isTopic = edge.kind() != EdgeKind.KNOWLEDGE_POINT_KNOWLEDGE_POINT;
      return number(isTopic ? topics : knowledgePoints, edge.source());
    }

    int target(ConceptEdge edge) {
      boolean isTopic = edge.kind() == EdgeKind.TOPIC_TOPIC;
      return number(isTopic ? topics : knowledgePoints, edge.target());
    }

    private static int number(Map<String, Integer> numbers, String name) {
      Integer number = numbers.get(name);
      if (number == null) {
        throw new ConfigException(
            "tables graph/nodes and graph/edges must be of one graph, run build again: an edge has"
                + " the concept \""
                + name
                + "\", which is no node");
      }

      return number;
    }
  }
}
