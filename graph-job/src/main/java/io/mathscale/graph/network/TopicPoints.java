package io.mathscale.graph.network;

import io.mathscale.core.data.ConceptEdge;
import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.data.EdgeKind;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Which knowledge points belong to which topics: those that a seed holds together with them. */
public final class TopicPoints implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The knowledge points of each topic, in the order of their numbers. */
  private final int[][] points;

  private TopicPoints(int[][] points) {
    this.points = points;
  }

  /** Of the edges of a graph, in any order. */
  public static TopicPoints of(ConceptIndex concepts, List<ConceptEdge> edges) {
    Map<String, Integer> topics = concepts.byName(ConceptKind.TOPIC);
    Map<String, Integer> knowledgePoints = concepts.byName(ConceptKind.KNOWLEDGE_POINT);
    List<ConceptEdge> across =
        edges.stream().filter(edge -> edge.kind() == EdgeKind.TOPIC_KNOWLEDGE_POINT).toList();
    CsrLists byTopic =
        CsrLists.of(
            concepts.topics(),
            across.size(),
            edge -> topics.get(across.get(edge).source()),
            edge -> knowledgePoints.get(across.get(edge).target()));
    int[][] points = new int[concepts.topics()][];
    for (int topic = 0; topic < points.length; topic++) {
      points[topic] = new int[byTopic.end(topic) - byTopic.start(topic)];
      for (int place = 0; place < points[topic].length; place++) {
        points[topic][place] = byTopic.item(byTopic.start(topic) + place);
      }

      Arrays.sort(points[topic]);
    }

    return new TopicPoints(points);
  }

  /** Whether a seed holds both. */
  public boolean has(int topic, int knowledgePoint) {
    return Arrays.binarySearch(points[topic], knowledgePoint) >= 0;
  }
}
