package io.mathscale.graph.concepts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Distinct concepts before and after each filter.
 *
 * @param unusable names in the seeds that are blank or too long to be one, and left out
 * @param topicNames topics of the seeds before spellings are merged
 * @param knowledgePointNames knowledge points of the seeds before spellings are merged
 * @param topics topics of the seeds
 * @param knowledgePoints knowledge points of the seeds
 * @param keptTopics topics in the graph
 * @param keptKnowledgePoints knowledge points in the graph
 */
public record ConceptCounts(
    long unusable,
    long topicNames,
    long knowledgePointNames,
    long topics,
    long knowledgePoints,
    long keptTopics,
    long keptKnowledgePoints) {

  /** What was left out of the graph: names that cannot be one, and concepts that are too rare. */
  public SortedMap<String, Long> leftOut() {
    return new TreeMap<>(
        Map.of(
            "unusableNames", unusable,
            "rareTopics", topics - keptTopics,
            "rareKnowledgePoints", knowledgePoints - keptKnowledgePoints));
  }

  /** What to tell the user. */
  public List<String> lines(long minCount) {
    return List.of(
        String.format(
            Locale.ROOT,
            "build: %,d names in the seeds are blank or longer than %,d characters, and left out",
            unusable,
            ConceptName.MAX_LENGTH),
        line("topics", topicNames, topics, keptTopics, minCount),
        line(
            "knowledge points",
            knowledgePointNames,
            knowledgePoints,
            keptKnowledgePoints,
            minCount));
  }

  private static String line(String what, long names, long found, long kept, long minCount) {
    return String.format(
        Locale.ROOT,
        "build: %,d names of %s in the seeds are %,d %s, %,d of them in at least %,d seeds",
        names,
        what,
        found,
        what,
        kept,
        minCount);
  }
}
