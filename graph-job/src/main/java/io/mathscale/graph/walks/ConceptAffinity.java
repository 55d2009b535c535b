package io.mathscale.graph.walks;

import io.mathscale.core.data.Concept;
import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.data.EdgeKind;
import io.mathscale.graph.network.ConceptIndex;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * How near a knowledge point is to a concept: the cosine of the seeds that hold them, {@code w /
 * sqrt(seeds of one * seeds of the other)}, with a little added so that concepts that no seed joins
 * are far but not out of reach.
 */
final class ConceptAffinity implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * The little that is added to both sides of the fraction. On the concepts that a language model
   * named for 100 seeds 0.01 and 0.1 leave the same share of topics unowned; 0.1 keeps more
   * knowledge points within reach.
   */
  private static final double ADDED = 0.1;

  private final int topics;
  private final SortedArcs ofTopics;
  private final SortedArcs ofKnowledgePoints;

  /** The square root of the seeds that hold each concept. */
  private final double[] roots;

  private ConceptAffinity(
      int topics, SortedArcs ofTopics, SortedArcs ofKnowledgePoints, double[] roots) {
    this.topics = topics;
    this.ofTopics = ofTopics;
    this.ofKnowledgePoints = ofKnowledgePoints;
    this.roots = roots;
  }

  /** The affinities in a graph. */
  static ConceptAffinity of(ConceptIndex concepts, List<Concept> nodes, GraphArcs arcs) {
    Map<String, Integer> topics = concepts.byName(ConceptKind.TOPIC);
    Map<String, Integer> knowledgePoints = concepts.byName(ConceptKind.KNOWLEDGE_POINT);
    double[] roots = new double[concepts.size()];
    for (Concept node : nodes) {
      Map<String, Integer> numbers = node.kind() == ConceptKind.TOPIC ? topics : knowledgePoints;
      roots[numbers.get(node.name())] = Math.sqrt((double) Math.max(1, node.seeds()));
    }

    return new ConceptAffinity(
        concepts.topics(),
        arcs.of(EdgeKind.TOPIC_KNOWLEDGE_POINT),
        arcs.of(EdgeKind.KNOWLEDGE_POINT_KNOWLEDGE_POINT),
        roots);
  }

  /** The square root of the number of seeds that hold a concept. */
  double root(int concept) {
    return roots[concept];
  }

  /** How near a knowledge point is to a topic or another knowledge point; more than 0. */
  double of(int concept, int knowledgePoint) {
    return (weight(concept, knowledgePoint) + ADDED)
        / (roots[concept] * roots[knowledgePoint] + ADDED);
  }

  private long weight(int concept, int knowledgePoint) {
    if (concept < topics) {
      return ofTopics.weightBetween(concept, knowledgePoint);
    }

    // Found sooner among the fewer neighbours.
    return ofKnowledgePoints.degree(concept) < ofKnowledgePoints.degree(knowledgePoint)
        ? ofKnowledgePoints.weightBetween(concept, knowledgePoint)
        : ofKnowledgePoints.weightBetween(knowledgePoint, concept);
  }
}
