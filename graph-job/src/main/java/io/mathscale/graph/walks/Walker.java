package io.mathscale.graph.walks;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Walks the concept graph (paper, section 3.2): from a start topic some steps among topics, one to
 * a knowledge point, some among knowledge points. A concept is listed once, though the walk may
 * pass it again where the rules let it. A walk ends where there is no neighbour to step to. Each
 * walk is a function of the run's seed, its epoch and its start topic alone.
 */
public final class Walker implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int[] NOTHING_VISITED = {};

  private final WalkGraph graph;
  private final WalkRules rules;

  /** What the randomness of each start topic's walks begins with. */
  private final long[] origins;

  private Walker(WalkGraph graph, WalkRules rules, long[] origins) {
    this.graph = graph;
    this.rules = rules;
    this.origins = origins;
  }

  /** A walker by these rules. */
  public static Walker on(WalkGraph graph, WalkRules rules) {
    long[] origins = new long[graph.topics()];
    for (int topic = 0; topic < origins.length; topic++) {
      origins[topic] = rules.origin(graph.name(topic));
    }

    return new Walker(graph, rules, origins);
  }

  /** The graph that it walks. */
  WalkGraph graph() {
    return graph;
  }

  /** The rules that it walks by. */
  WalkRules rules() {
    return rules;
  }

  /** The walk at a position: epoch times number of topics, plus start topic. */
  Walk walkAt(long position) {
    return walk(position / graph.topics(), (int) (position % graph.topics()));
  }

  /** The walk of an epoch from a topic. */
  Walk walk(long epoch, int start) {
    WalkPlan plan = rules.plan(origins[start], epoch);
    Path topics = new Path(plan.topicSteps() + 1, start);
    topics.go(graph.topicToTopic(), plan.topicSteps(), plan);
    Path knowledgePoints = new Path(plan.knowledgePointSteps() + 1, Neighbours.NONE);
    if (!topics.isAtDeadEnd) {
      knowledgePoints.enter(
          graph.topicToKnowledgePoint().step(topics.at, plan.draw(), NOTHING_VISITED, 0));
      knowledgePoints.go(graph.knowledgePointToKnowledgePoint(), plan.knowledgePointSteps(), plan);
    }

    return new Walk(topics.listed(), knowledgePoints.listed(), !knowledgePoints.isAtDeadEnd);
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
      isAtDeadEnd = concept == Neighbours.NONE;
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

    void go(Neighbours neighbours, int steps, WalkPlan plan) {
      for (int step = 0; step < steps && !isAtDeadEnd; step++) {
        enter(neighbours.step(at, plan.draw(), concepts, count));
      }
    }

    int[] listed() {
      return Arrays.copyOf(concepts, count);
    }
  }
}
