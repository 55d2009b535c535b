package io.mathscale.graph.walks;

import io.mathscale.graph.network.Hash64;
import java.util.Arrays;

/**
 * Where a walk went.
 *
 * <p>Not a record, for its arrays are not compared.
 */
public final class Walk {
  private final int[] topics;
  private final int[] knowledgePoints;
  private final boolean isWhole;

  /**
   * A walk.
   *
   * @param topics distinct topics, in the order walked
   * @param knowledgePoints distinct knowledge points, in the order walked
   * @param isWhole whether it took all its steps
   */
  public Walk(int[] topics, int[] knowledgePoints, boolean isWhole) {
    this.topics = topics;
    this.knowledgePoints = knowledgePoints;
    this.isWhole = isWhole;
  }

  /** Distinct topics, in the order walked. */
  public int[] topics() {
    return topics;
  }

  /** Distinct knowledge points, in the order walked; none where the walk met a dead end before. */
  public int[] knowledgePoints() {
    return knowledgePoints;
  }

  /** Whether it took all its steps, and met no dead end. */
  boolean isWhole() {
    return isWhole;
  }

  /** Whether it has a topic and a knowledge point. */
  boolean hasBoth() {
    return topics.length > 0 && knowledgePoints.length > 0;
  }

  /** All its concepts, in the order of their numbers: topics have the smaller ones. */
  public int[] sorted() {
    int[] concepts = Arrays.copyOf(topics, topics.length + knowledgePoints.length);
    System.arraycopy(knowledgePoints, 0, concepts, topics.length, knowledgePoints.length);
    Arrays.sort(concepts);
    return concepts;
  }

  /** Sixty-four bits of the set of its concepts, whatever their order; others for other salts. */
  public long hash(long salt) {
    long hash = salt;
    for (int concept : sorted()) {
      hash = Hash64.mix(hash, concept);
    }

    return hash;
  }
}
