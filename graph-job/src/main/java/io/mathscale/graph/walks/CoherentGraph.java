package io.mathscale.graph.walks;

import io.mathscale.core.data.Concept;
import io.mathscale.core.data.EdgeKind;
import io.mathscale.graph.network.ConceptIndex;
import java.io.Serializable;
import java.util.List;

/**
 * The concept graph as a coherent walk needs it.
 *
 * @param topicSteps arcs among topics, to those alone that have a knowledge point
 * @param points arcs from topics to their knowledge points
 * @param affinity how near knowledge points are to concepts
 */
record CoherentGraph(SortedArcs topicSteps, SortedArcs points, ConceptAffinity affinity)
    implements Serializable {

  /** The graph of all nodes, in any order, and the arcs between them. */
  static CoherentGraph of(ConceptIndex concepts, List<Concept> nodes, GraphArcs arcs) {
    SortedArcs points = arcs.of(EdgeKind.TOPIC_KNOWLEDGE_POINT);
    return new CoherentGraph(
        arcs.of(EdgeKind.TOPIC_TOPIC).leadingTo(topic -> points.degree(topic) > 0),
        points,
        ConceptAffinity.of(concepts, nodes, arcs));
  }

  /** Whether a topic has a knowledge point. */
  boolean isOwner(int topic) {
    return points.degree(topic) > 0;
  }
}
