package io.mathscale.graph.concepts;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.spark.TaskSlots;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Which concepts are one by the likeness of their names. */
final class SimilarNames implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Names whose embedding takes longer than to start a task. */
  private static final int FEWEST_IN_TASK = 16;

  /** Merges nothing. */
  static final SimilarNames NONE = new SimilarNames(Map.of());

  private final Map<ConceptKind, Merged> byKind;

  private SimilarNames(Map<ConceptKind, Merged> byKind) {
    this.byKind = byKind;
  }

  /**
   * Of one kind.
   *
   * @param identities the identity that stands for others, by those
   * @param scores how alike two of them are, by both, in either order
   */
  private record Merged(Map<String, String> identities, Map<List<String>, Double> scores)
      implements Serializable {}

  /** Merges concepts of which all names have at least this cosine with each other. */
  static SimilarNames among(
      SparkSession spark, List<ConceptFrequency> concepts, double similarity) {
    Map<ConceptKind, Merged> byKind = new EnumMap<>(ConceptKind.class);
    List<NameEmbedding> names =
        NameEmbedder.of(
                spark
                    .createDataset(concepts, ConceptFrequency.ENCODER)
                    .repartition(TaskSlots.of(spark).tasksOf(concepts.size(), FEWEST_IN_TASK)))
            .orderBy(col("kind"), col("identity"))
            .collectAsList();
    for (ConceptKind kind : ConceptKind.values()) {
      List<NameEmbedding> ofKind =
          names.stream().filter(name -> name.kind().equals(kind.name())).toList();
      byKind.put(kind, merged(ofKind, SimilarPairs.among(spark, ofKind, similarity)));
    }

    return new SimilarNames(byKind);
  }

  private static Merged merged(List<NameEmbedding> names, List<SimilarPair> pairs) {
    int[] clusters = CompleteLinkage.of(names.size(), pairs);
    Map<String, String> identities = new HashMap<>();
    Map<List<String>, Double> scores = new HashMap<>();
    for (SimilarPair pair : pairs) {
      int cluster = clusters[pair.one()];
      if (cluster == clusters[pair.other()]) {
        String one = names.get(pair.one()).identity();
        String other = names.get(pair.other()).identity();
        identities.put(one, names.get(cluster).identity());
        identities.put(other, names.get(cluster).identity());
        scores.put(List.of(one, other), pair.score());
        scores.put(List.of(other, one), pair.score());
      }
    }

    return new Merged(identities, scores);
  }

  /** The identity of the concept that one of this identity is part of. */
  String merged(ConceptKind kind, String identity) {
    Merged merged = byKind.get(kind);
    return merged == null ? identity : merged.identities().getOrDefault(identity, identity);
  }

  /** How alike two concepts are that are one now; 1 where they were one before. */
  double score(ConceptKind kind, String one, String other) {
    Merged merged = byKind.get(kind);
    return merged == null ? 1 : merged.scores().getOrDefault(List.of(one, other), 1.0);
  }
}
