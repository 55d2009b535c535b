package io.mathscale.graph.concepts;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;

import io.mathscale.core.data.ConceptKind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

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

  /**
   * Counts concepts.
   *
   * @param unusable names left out
   * @param spellings the names of the concepts
   * @param concepts the concepts of the seeds
   * @param minCount how many seeds must have a concept that is kept
   */
  public static ConceptCounts of(
      long unusable,
      Dataset<ConceptFrequency> spellings,
      Dataset<ConceptFrequency> concepts,
      long minCount) {
    Map<String, Row> names = byKind(spellings, countDistinct(lower(col("name"))), lit(0L));
    Column isKept = col("seeds").geq(minCount);
    Map<String, Row> found = byKind(concepts, count(lit(1)), count_if(isKept));
    return new ConceptCounts(
        unusable,
        number(names, ConceptKind.TOPIC, 1),
        number(names, ConceptKind.KNOWLEDGE_POINT, 1),
        number(found, ConceptKind.TOPIC, 1),
        number(found, ConceptKind.KNOWLEDGE_POINT, 1),
        number(found, ConceptKind.TOPIC, 2),
        number(found, ConceptKind.KNOWLEDGE_POINT, 2));
  }

  private static Map<String, Row> byKind(
      Dataset<ConceptFrequency> concepts, Column found, Column kept) {
    Map<String, Row> byKind = new HashMap<>();
    concepts
        .groupBy("kind")
        .agg(found.as("found"), kept.as("kept"))
        .collectAsList()
        .forEach(row -> byKind.put(row.getString(0), row));
    return byKind;
  }

  private static long number(Map<String, Row> byKind, ConceptKind kind, int column) {
    return byKind.containsKey(kind.name()) ? byKind.get(kind.name()).getLong(column) : 0;
  }

  /** What was left out of the graph: names that cannot be one, and concepts that are too rare. */
  public SortedMap<String, Long> leftOut() {
    return new TreeMap<>(
        Map.of(
            "unusableNames", unusable,
            "rareTopics", topics - keptTopics,
            "rareKnowledgePoints", knowledgePoints - keptKnowledgePoints));
  }

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
