package io.mathscale.graph.walks;

import io.mathscale.core.config.IntRange;
import io.mathscale.graph.network.Hash64;
import java.util.SplittableRandom;

/**
 * What chance decides of one walk: how many steps it takes in each sub-graph, each number equally
 * likely (the paper is silent), and a draw for each of them. A function of the walk's origin and
 * epoch alone.
 */
public final class WalkPlan {
  private final SplittableRandom random;
  private final int topicSteps;
  private final int knowledgePointSteps;

  private WalkPlan(SplittableRandom random, int topicSteps, int knowledgePointSteps) {
    this.random = random;
    this.topicSteps = topicSteps;
    this.knowledgePointSteps = knowledgePointSteps;
  }

  /**
   * The plan of an epoch's walk.
   *
   * @param origin what the randomness of the start topic's walks begins with
   * @param epoch which epoch
   * @param topicSteps from and to how many steps among topics
   * @param knowledgePointSteps from and to how many steps among knowledge points
   */
  static WalkPlan of(long origin, long epoch, IntRange topicSteps, IntRange knowledgePointSteps) {
    SplittableRandom random = new SplittableRandom(Hash64.mix(origin, epoch));
    return new WalkPlan(random, drawn(topicSteps, random), drawn(knowledgePointSteps, random));
  }

  private static int drawn(IntRange range, SplittableRandom random) {
    return range.from() + random.nextInt(range.size());
  }

  /** Steps from topic to topic. */
  int topicSteps() {
    return topicSteps;
  }

  /** Steps from knowledge point to knowledge point, after the one from a topic. */
  int knowledgePointSteps() {
    return knowledgePointSteps;
  }

  /** Whether a walk has no step of this number, counted from 0. */
  public boolean isOver(int step) {
    return step > topicSteps + knowledgePointSteps;
  }

  /** Whether this step, counted from 0, leads from a topic to a knowledge point. */
  public boolean isAcross(int step) {
    return step == topicSteps;
  }

  /** The draw of a step, counted from 0, where none was drawn before. */
  public double draw(int step) {
    for (int before = 0; before < step; before++) {
      draw();
    }

    return draw();
  }

  /** The draw of the next step, from 0 (inclusive) to 1 (exclusive). */
  double draw() {
    return random.nextDouble();
  }
}
