package io.mathscale.graph.walks;

import io.mathscale.core.config.ComposeConfig;
import io.mathscale.core.config.ComposeConfig.DeadEnds;
import io.mathscale.core.config.ComposeConfig.Revisits;
import io.mathscale.core.config.IntRange;
import io.mathscale.core.identity.StableHash;
import java.io.Serializable;

/**
 * How walks are walked (paper, section 3.2, and what we decide where it is silent).
 *
 * @param topicSteps steps from topic to topic
 * @param knowledgePointSteps steps from knowledge point to knowledge point
 * @param deadEnds what becomes of a walk that cannot take all its steps
 * @param revisits whether a walk may pass a concept again
 * @param seed of the run
 */
public record WalkRules(
    IntRange topicSteps,
    IntRange knowledgePointSteps,
    DeadEnds deadEnds,
    Revisits revisits,
    long seed)
    implements Serializable {

  /** What the settings say, for a run with this seed. */
  public static WalkRules of(ComposeConfig config, long seed) {
    return new WalkRules(
        config.topicSteps(),
        config.knowledgePointSteps(),
        config.deadEnds(),
        config.revisits(),
        seed);
  }

  /** What the randomness of a start topic's walks begins with. */
  public long origin(String topic) {
    return StableHash.hash(seed, "walk", topic);
  }

  /** The plan of the walk that begins at an origin in an epoch. */
  public WalkPlan plan(long origin, long epoch) {
    return WalkPlan.of(origin, epoch, topicSteps, knowledgePointSteps);
  }

  /** Whether a walk makes a composition. */
  public boolean accept(Walk walk) {
    return switch (deadEnds) {
      case KEEP -> walk.hasBoth();
      case DROP -> walk.hasBoth() && walk.isWhole();
    };
  }

  /** What walks step along. */
  Neighbours neighbours(SortedArcs arcs) {
    return switch (revisits) {
      case PASS -> Adjacency.of(arcs);
      case AVOID -> NonRevisitingAdjacency.of(arcs);
    };
  }

  /** The most steps that a walk takes, the one from a topic to a knowledge point included. */
  public int mostSteps() {
    return topicSteps.to() + 1 + knowledgePointSteps.to();
  }
}
