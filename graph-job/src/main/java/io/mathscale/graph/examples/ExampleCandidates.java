package io.mathscale.graph.examples;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.graph.concepts.ConceptMerge;
import io.mathscale.graph.concepts.ConceptName;
import io.mathscale.graph.network.ConceptIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The seeds by their knowledge points, and which of them can be shown as examples. */
public final class ExampleCandidates {
  private ExampleCandidates() {}

  /**
   * The seeds that have a knowledge point, brought to the driver.
   *
   * @param shown column {@code id}: the seeds that can be examples, each once
   */
  public static List<ExampleIndex.Candidate> of(
      Dataset<ExtractedConcepts> seeds,
      Dataset<Row> shown,
      List<ConceptMerge> merges,
      ConceptIndex concepts) {
    Map<String, String> merged = new HashMap<>();
    for (ConceptMerge merge : merges) {
      if (merge.kind() == ConceptKind.KNOWLEDGE_POINT) {
        merged.put(ConceptName.identity(merge.name()), ConceptName.identity(merge.into()));
      }
    }

    Map<String, Integer> numbers = new HashMap<>();
    for (int concept = concepts.topics(); concept < concepts.size(); concept++) {
      numbers.put(ConceptName.identity(concepts.name(concept)), concept);
    }

    List<ExampleIndex.Candidate> candidates = new ArrayList<>();
    Iterator<Row> rows =
        seeds
            .join(shown.select("id").withColumn("isShown", lit(true)), "id", "left")
            .select(col("id"), col("knowledgePoints"), col("isShown").isNotNull())
            .toLocalIterator();
    while (rows.hasNext()) {
      Row row = rows.next();
      ExampleIndex.Candidate candidate =
          candidate(row.getString(0), row.getList(1), row.getBoolean(2), merged, numbers);
      if (candidate.size() > 0) {
        candidates.add(candidate);
      }
    }

    return candidates;
  }

  private static ExampleIndex.Candidate candidate(
      String id,
      List<String> knowledgePoints,
      boolean isShown,
      Map<String, String> merged,
      Map<String, Integer> numbers) {
    Set<String> identities = new LinkedHashSet<>();
    for (String name : knowledgePoints) {
      String identity = ConceptName.identity(name);
      identities.add(merged.getOrDefault(identity, identity));
    }

    identities.remove("");
    List<Integer> known = identities.stream().map(numbers::get).filter(Objects::nonNull).toList();
    return new ExampleIndex.Candidate(id, identities.size(), known, isShown);
  }
}
