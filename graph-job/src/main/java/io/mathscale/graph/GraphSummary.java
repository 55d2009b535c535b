package io.mathscale.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mathscale.core.data.Concept;
import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.data.EdgeKind;
import io.mathscale.graph.concepts.ConceptCounts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is in the concept graph.
 *
 * @param concepts distinct concepts before and after the rare ones are left out
 * @param edges edges of each sub-graph
 * @param components connected components
 * @param largestComponent nodes in the largest of them
 * @param isolated nodes without a neighbour
 * @param communities communities by label propagation
 * @param topTopics the topics that most seeds hold
 * @param topKnowledgePoints the knowledge points that most seeds hold
 */
public record GraphSummary(
    ConceptCounts concepts,
    Map<EdgeKind, Long> edges,
    long components,
    long largestComponent,
    long isolated,
    long communities,
    List<TopConcept> topTopics,
    List<TopConcept> topKnowledgePoints) {
  /** Where it stands in the workspace. */
  public static final String FILE = "graph/summary.json";

  private static final int TOP = 20;
  private static final int TOP_SHOWN = 5;
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * A concept and how many seeds hold it.
   *
   * @param name the concept
   * @param seeds number of seeds
   */
  record TopConcept(String name, long seeds) {}

  /**
   * The summary of a graph.
   *
   * @param counts its concepts before and after each filter
   * @param nodes its nodes
   * @param edges number of its edges in each sub-graph
   */
  static GraphSummary of(ConceptCounts counts, List<Concept> nodes, Map<EdgeKind, Long> edges) {
    Map<Long, Long> sizes =
        nodes.stream().collect(Collectors.groupingBy(Concept::component, Collectors.counting()));
    return new GraphSummary(
        counts,
        edges,
        sizes.size(),
        Collections.max(sizes.values()),
        nodes.stream().filter(node -> node.degree() == 0).count(),
        nodes.stream().mapToLong(Concept::community).distinct().count(),
        top(nodes, ConceptKind.TOPIC),
        top(nodes, ConceptKind.KNOWLEDGE_POINT));
  }

  String json() {
    try {
      return JSON.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A summary can always be written as JSON", e);
    }
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "build: %,d topic-topic, %,d topic-knowledge point, %,d knowledge point-knowledge point"
                + " edges",
            edges.get(EdgeKind.TOPIC_TOPIC),
            edges.get(EdgeKind.TOPIC_KNOWLEDGE_POINT),
            edges.get(EdgeKind.KNOWLEDGE_POINT_KNOWLEDGE_POINT)));
    lines.add(
        String.format(
            Locale.ROOT,
            "build: %,d connected components, the largest of %,d concepts; %,d without a neighbour;"
                + " %,d communities",
            components,
            largestComponent,
            isolated,
            communities));
    lines.add("build: most frequent topics: " + shown(topTopics));
    lines.add("build: most frequent knowledge points: " + shown(topKnowledgePoints));
    return lines;
  }

  /** The nodes of a kind that most seeds hold; of equally frequent ones the first by number. */
  private static List<TopConcept> top(List<Concept> nodes, ConceptKind kind) {
    return nodes.stream()
        .filter(node -> node.kind() == kind)
        .sorted(Comparator.comparingLong(Concept::seeds).reversed())
        .limit(TOP)
        .map(node -> new TopConcept(node.name(), node.seeds()))
        .toList();
  }

  private static String shown(List<TopConcept> top) {
    return String.join(
        ", ",
        top.stream()
            .limit(TOP_SHOWN)
            .map(held -> String.format(Locale.ROOT, "%s (%,d)", held.name(), held.seeds()))
            .toList());
  }
}
