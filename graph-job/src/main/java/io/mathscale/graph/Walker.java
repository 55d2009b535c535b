package io.mathscale.graph;

import io.mathscale.core.config.IntRange;
import io.mathscale.core.spark.Seeds;
import java.io.Serializable;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Walks the concept graph (paper, section 3.2): from a start topic some steps among topics, one to
 * a knowledge point, some among knowledge points. A concept is listed once, though the walk may
 * pass it again. A walk ends where there is no neighbour to step to. Each walk is a function of the
 * run's seed, its epoch and its start topic alone.
 */
final class Walker implements Serializable {
  private static final long serialVersionUID = 1L;

  private final WalkGraph graph;
  private final IntRange topicSteps;
  private final IntRange knowledgePointSteps;

  /** What the randomness of each start topic's walks begins with. */
  private final long[] origins;

  private Walker(
      WalkGraph graph, IntRange topicSteps, IntRange knowledgePointSteps, long[] origins) {
    this.graph = graph;
    this.topicSteps = topicSteps;
    this.knowledgePointSteps = knowledgePointSteps;
    this.origins = origins;
  }

  /** A walker that takes so many steps, uniformly drawn, in each of the sub-graphs. */
  static Walker on(WalkGraph graph, IntRange topicSteps, IntRange knowledgePointSteps, long seed) {
    long[] origins = new long[graph.topics()];
    for (int topic = 0; topic < origins.length; topic++) {
      origins[topic] = Seeds.hash(seed, "walk", graph.name(topic));
    }

    return new Walker(graph, topicSteps, knowledgePointSteps, origins);
  }

  /** The graph that it walks. */
  WalkGraph graph() {
    return graph;
  }

  /** The walk at a position: epoch times number of topics, plus start topic. */
  Walk walkAt(long position) {
    return walk(position / graph.topics(), (int) (position % graph.topics()));
  }

  /** The walk of an epoch from a topic. */
  Walk walk(long epoch, int start) {
    SplittableRandom random = new SplittableRandom(Mixing.mix(origins[start], epoch));
    int stepsAmongTopics = drawn(topicSteps, random);
    int stepsAmongKnowledgePoints = drawn(knowledgePointSteps, random);

    Path topics = new Path(stepsAmongTopics + 1, start);
    topics.go(graph.topicToTopic(), stepsAmongTopics, random);
    Path knowledgePoints = new Path(stepsAmongKnowledgePoints + 1, Adjacency.NONE);
    if (!topics.isAtDeadEnd) {
      knowledgePoints.enter(graph.topicToKnowledgePoint().step(topics.at, random.nextDouble()));
      knowledgePoints.go(graph.knowledgePointToKnowledgePoint(), stepsAmongKnowledgePoints, random);
    }

    return new Walk(topics.listed(), knowledgePoints.listed());
  }

  private static int drawn(IntRange range, SplittableRandom random) {
    return range.from() + random.nextInt(range.size());
  }

  /** The part of a walk in one sub-graph. */
  private static final class Path {
    private final int[] concepts;
    private int count;
    private int at;
    private boolean isAtDeadEnd;

    Path(int most, int start) {
      this.concepts = new int[most];
      enter(start);
    }

    void enter(int concept) {
      isAtDeadEnd = concept == Adjacency.NONE;
      if (isAtDeadEnd) {
        return;
      }

      at = concept;
      for (int i = 0; i < count; i++) {
        if (concepts[i] == concept) {
          return;
        }
      }

      concepts[count++] = concept;
    }

    void go(Adjacency neighbours, int steps, SplittableRandom random) {
      for (int step = 0; step < steps && !isAtDeadEnd; step++) {
        enter(neighbours.step(at, random.nextDouble()));
      }
    }

    int[] listed() {
      return Arrays.copyOf(concepts, count);
    }
  }
}
