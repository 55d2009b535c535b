package io.mathscale.graph;

import java.util.Arrays;

/**
 * Where a walk went.
 *
 * <p>Not a record, for its arrays are not compared.
 */
final class Walk {
  private final int[] topics;
  private final int[] knowledgePoints;

  Walk(int[] topics, int[] knowledgePoints) {
    this.topics = topics;
    this.knowledgePoints = knowledgePoints;
  }

  /** Distinct topics, in the order walked. */
  int[] topics() {
    return topics;
  }

  /** Distinct knowledge points, in the order walked; none where the walk met a dead end before. */
  int[] knowledgePoints() {
    return knowledgePoints;
  }

  /** Whether it is a composition: it has a topic and a knowledge point. */
  boolean isComposition() {
    return topics.length > 0 && knowledgePoints.length > 0;
  }

  /** Sixty-four bits of the set of its concepts, whatever their order; others for other salts. */
  long hash(long salt) {
    return hashSorted(hashSorted(salt, topics), knowledgePoints);
  }

  private static long hashSorted(long start, int[] concepts) {
    int[] sorted = concepts.clone();
    Arrays.sort(sorted);
    long hash = start;
    for (int concept : sorted) {
      hash = Mixing.mix(hash, concept);
    }

    return hash;
  }
}
