package io.mathscale.graph;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.data.ConceptKind;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;

/**
 * Distinct concepts before and after the rare ones are left out.
 *
 * @param topics topics of the seeds
 * @param knowledgePoints knowledge points of the seeds
 * @param keptTopics topics in the graph
 * @param keptKnowledgePoints knowledge points in the graph
 */
record ConceptCounts(long topics, long knowledgePoints, long keptTopics, long keptKnowledgePoints) {

  static ConceptCounts of(Dataset<CountedConcept> found, Dataset<NumberedConcept> kept) {
    return new ConceptCounts(
        count(found, ConceptKind.TOPIC),
        count(found, ConceptKind.KNOWLEDGE_POINT),
        count(kept, ConceptKind.TOPIC),
        count(kept, ConceptKind.KNOWLEDGE_POINT));
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

  private static long count(Dataset<?> concepts, ConceptKind kind) {
    return concepts.where(col("kind").equalTo(kind.name())).count();
  }
}
