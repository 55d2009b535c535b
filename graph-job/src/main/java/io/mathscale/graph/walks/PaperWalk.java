package io.mathscale.graph.walks;

import java.util.Arrays;

/**
 * The walk of the paper (section 3.2): from a start topic some steps among topics, one to a
 * knowledge point, some among knowledge points. A concept is listed once, though the walk may pass
 * it again where the rules let it. A walk ends where there is no neighbour to step to.
 */
final class PaperWalk implements WalkMethod {
  private static final long serialVersionUID = 1L;

  private final WalkGraph graph;

  /** Walks over this graph. */
  PaperWalk(WalkGraph graph) {
    this.graph = graph;
  }

  @Override
  public Walk walk(int start, WalkPlan plan) {
    Path topics = new Path(plan.topicSteps() + 1, start);
    topics.go(graph.topicToTopic(), plan.topicSteps(), plan);
    Path knowledgePoints = new Path(plan.knowledgePointSteps() + 1, Neighbours.NONE);
    if (!topics.isAtDeadEnd) {
      knowledgePoints.enter(graph.topicToKnowledgePoint().step(topics.at, plan.draw()));
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
