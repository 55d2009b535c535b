package io.mathscale.graph;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import io.mathscale.core.data.ConceptKind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Distinct concepts before and after the rare ones are left out.
 *
 * @param topics topics of the seeds
 * @param knowledgePoints knowledge points of the seeds
 * @param keptTopics topics in the graph
 * @param keptKnowledgePoints knowledge points in the graph
 */
record ConceptCounts(long topics, long knowledgePoints, long keptTopics, long keptKnowledgePoints) {

  static ConceptCounts of(Dataset<CountedConcept> concepts, long minCount) {
    Column isKept = col("seeds").geq(minCount);
    Map<String, Row> byKind = new HashMap<>();
    concepts
        .groupBy("kind")
        .agg(count(lit(1)).as("found"), count_if(isKept).as("kept"))
        .collectAsList()
        .forEach(row -> byKind.put(row.getString(0), row));
    return new ConceptCounts(
        number(byKind, ConceptKind.TOPIC, 1),
        number(byKind, ConceptKind.KNOWLEDGE_POINT, 1),
        number(byKind, ConceptKind.TOPIC, 2),
        number(byKind, ConceptKind.KNOWLEDGE_POINT, 2));
  }

  List<String> lines(long minCount) {
    return List.of(
        line("topics", keptTopics, topics, minCount),
        line("knowledge points", keptKnowledgePoints, knowledgePoints, minCount));
  }

  private static String line(String what, long kept, long found, long minCount) {
    return String.format(
        Locale.ROOT,
        "build: %,d %s in the seeds, %,d of them in at least %d seeds",
        found,
        what,
        kept,
        minCount);
  }

  private static long number(Map<String, Row> byKind, ConceptKind kind, int column) {
    return byKind.containsKey(kind.name()) ? byKind.get(kind.name()).getLong(column) : 0;
  }
}
