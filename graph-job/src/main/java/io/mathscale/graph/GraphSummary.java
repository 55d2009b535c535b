package io.mathscale.graph;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.lit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mathscale.core.data.Concept;
import io.mathscale.core.data.ConceptEdge;
import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.data.EdgeKind;
import io.mathscale.graph.concepts.ConceptCounts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

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
    List<Held> topTopics,
    List<Held> topKnowledgePoints) {
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
  record Held(String name, long seeds) {}

  static GraphSummary of(ConceptCounts counts, Dataset<Concept> nodes, Dataset<ConceptEdge> edges) {
    Map<EdgeKind, Long> byKind = new EnumMap<>(EdgeKind.class);
    for (EdgeKind kind : EdgeKind.values()) {
      byKind.put(kind, 0L);
    }

    edges
        .groupBy("kind")
        .count()
        .collectAsList()
        .forEach(row -> byKind.put(EdgeKind.valueOf(row.getString(0)), row.getLong(1)));

    Dataset<Row> sizes = nodes.groupBy("component").agg(count(lit(1)).as("nodes"));
    Row largest = sizes.orderBy(desc("nodes")).first();
    return new GraphSummary(
        counts,
        byKind,
        sizes.count(),
        largest.getLong(1),
        nodes.where(col("degree").equalTo(0)).count(),
        nodes.select("community").distinct().count(),
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

  private static List<Held> top(Dataset<Concept> nodes, ConceptKind kind) {
    return nodes
        .where(col("kind").equalTo(kind.name()))
        .orderBy(desc("seeds"), col("name"))
        .limit(TOP)
        .collectAsList()
        .stream()
        .map(concept -> new Held(concept.name(), concept.seeds()))
        .toList();
  }

  private static String shown(List<Held> top) {
    return String.join(
        ", ",
        top.stream()
            .limit(TOP_SHOWN)
            .map(held -> String.format(Locale.ROOT, "%s (%,d)", held.name(), held.seeds()))
            .toList());
  }
}
