package io.mathscale.graph.walks;

import io.mathscale.core.data.EdgeKind;
import java.io.Serializable;

/** Which knowledge points belong to which topics: those that a seed holds together with them. */
public final class TopicPoints implements Serializable {
  private static final long serialVersionUID = 1L;

  private final SortedArcs points;

  private TopicPoints(SortedArcs points) {
    this.points = points;
  }

  /** Of the arcs of a graph. */
  public static TopicPoints of(GraphArcs arcs) {
    return new TopicPoints(arcs.of(EdgeKind.TOPIC_KNOWLEDGE_POINT));
  }

  /** Whether a seed holds both. */
  public boolean has(int topic, int knowledgePoint) {
    return points.weightBetween(topic, knowledgePoint) > 0;
  }
}
