package io.mathscale.graph.walks;

import io.mathscale.core.data.Concept;
import io.mathscale.core.data.ConceptEdge;
import io.mathscale.core.data.EdgeKind;
import io.mathscale.graph.network.ConceptIndex;
import java.io.Serializable;
import java.util.EnumMap;
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
    ConceptIndex concepts = ConceptIndex.of(nodes);
    return of(concepts, GraphArcs.of(concepts, edges), rules);
  }

  /** The graph of numbered nodes and their arcs, for walks by these rules. */
  public static WalkGraph of(ConceptIndex concepts, GraphArcs arcs, WalkRules rules) {
    Map<EdgeKind, Neighbours> neighbours = new EnumMap<>(EdgeKind.class);
    for (EdgeKind kind : EdgeKind.values()) {
      neighbours.put(kind, rules.neighbours(arcs.of(kind)));
    }

    return new WalkGraph(concepts, neighbours);
  }

  /** The concepts that it numbers. */
  ConceptIndex concepts() {
    return concepts;
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
}
