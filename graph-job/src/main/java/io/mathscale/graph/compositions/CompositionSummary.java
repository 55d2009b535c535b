package io.mathscale.graph.compositions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mathscale.core.workspace.Workspace;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;

/**
 * What is in the compositions.
 *
 * @param compositions how many there are
 * @param novelKnowledgePointSets those whose set of knowledge points no seed has
 * @param topicsUsed topics in at least one of them
 * @param topics topics in the graph
 * @param knowledgePointsUsed knowledge points in at least one of them
 * @param knowledgePoints knowledge points in the graph
 * @param byTopics compositions by their number of topics
 * @param byKnowledgePoints compositions by their number of knowledge points
 * @param examples how the seeds serve as examples
 * @param unownedTopicShare share of those with a topic that none of their knowledge points belongs
 *     to; null where the graph was walked by joins, which does not measure it
 * @param seenPairShare share of their pairs of a topic and a knowledge point that a seed holds
 *     together; null likewise
 * @param topicEntropy entropy of the uses of topics, in bits
 * @param knowledgePointEntropy entropy of the uses of knowledge points, in bits
 */
public record CompositionSummary(
    long compositions,
    long novelKnowledgePointSets,
    long topicsUsed,
    long topics,
    long knowledgePointsUsed,
    long knowledgePoints,
    SortedMap<Integer, Long> byTopics,
    SortedMap<Integer, Long> byKnowledgePoints,
    ExampleUse examples,
    Double unownedTopicShare,
    Double seenPairShare,
    double topicEntropy,
    double knowledgePointEntropy) {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Sorts the sizes. */
  public CompositionSummary {
    byTopics = new TreeMap<>(byTopics);
    byKnowledgePoints = new TreeMap<>(byKnowledgePoints);
  }

  /** The summary of the graph, which stands in this file of the workspace, with this one in it. */
  public String addedTo(Workspace workspace, String summaryFile) {
    Path file = workspace.path(summaryFile);
    try {
      ObjectNode summary = read(workspace, file);
      summary.set("compositions", JSON.valueToTree(this));
      return JSON.writeValueAsString(summary) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot add to " + file, e);
    }
  }

  /** What to tell the user. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "compose: they use %,d of %,d topics and %,d of %,d knowledge points; %.1f %% have a"
                + " set of knowledge points that no seed has",
            topicsUsed,
            topics,
            knowledgePointsUsed,
            knowledgePoints,
            100.0 * novelKnowledgePointSets / Math.max(1, compositions)));
    lines.add(
        "compose: by number of topics "
            + shown(byTopics)
            + "; of knowledge points "
            + shown(byKnowledgePoints));
    if (unownedTopicShare != null) {
      lines.add(
          String.format(
              Locale.ROOT,
              "compose: %.1f %% have a topic that none of their knowledge points belongs to; seeds"
                  + " hold %.1f %% of their pairs of topic and knowledge point; entropy of topics"
                  + " %.2f bits, of knowledge points %.2f",
              100 * unownedTopicShare,
              100 * seenPairShare,
              topicEntropy,
              knowledgePointEntropy));
    }

    lines.add(
        String.format(
            Locale.ROOT,
            "compose: %,d of %,d seeds are examples, half of them in %,d compositions or more, the"
                + " most used in %,d; the top 1 %% are %.1f %% of all examples",
            examples.used(),
            examples.seeds(),
            examples.median(),
            examples.most(),
            100 * examples.topPercentShare()));
    return lines;
  }

  private String shown(SortedMap<Integer, Long> bySize) {
    return bySize.entrySet().stream()
        .map(
            size ->
                String.format(
                    Locale.ROOT,
                    "%d: %.1f %%",
                    size.getKey(),
                    100.0 * size.getValue() / Math.max(1, compositions)))
        .collect(Collectors.joining(", "));
  }

  private static ObjectNode read(Workspace workspace, Path file) throws IOException {
    try (InputStream stream = workspace.fileSystem().open(file)) {
      JsonNode summary = JSON.readTree(stream);
      return summary instanceof ObjectNode object ? object : JSON.createObjectNode();
    } catch (FileNotFoundException e) {
      return JSON.createObjectNode();
    }
  }
}
