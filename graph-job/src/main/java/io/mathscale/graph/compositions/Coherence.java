package io.mathscale.graph.compositions;

import io.mathscale.graph.walks.TopicPoints;
import io.mathscale.graph.walks.Walk;
import java.io.Serializable;

/**
 * How far the concepts of compositions belong together. Coherences of parts of the compositions add
 * up.
 *
 * @param unowned compositions with a topic that none of their knowledge points belongs to
 * @param pairs pairs of a topic and a knowledge point in one composition
 * @param seenPairs those of them that a seed holds together
 */
record Coherence(long unowned, long pairs, long seenPairs) implements Serializable {
  /** Of no composition. */
  static final Coherence NONE = new Coherence(0, 0, 0);

  /** Of one walk. */
  static Coherence of(Walk walk, TopicPoints points) {
    long seen = 0;
    boolean isUnowned = false;
    for (int topic : walk.topics()) {
      int own = 0;
      for (int point : walk.knowledgePoints()) {
        own += points.has(topic, point) ? 1 : 0;
      }

      seen += own;
      isUnowned |= own == 0;
    }

    long pairs = (long) walk.topics().length * walk.knowledgePoints().length;
    return new Coherence(isUnowned ? 1 : 0, pairs, seen);
  }

  /** Of both parts together. */
  Coherence plus(Coherence other) {
    return new Coherence(unowned + other.unowned, pairs + other.pairs, seenPairs + other.seenPairs);
  }
}
