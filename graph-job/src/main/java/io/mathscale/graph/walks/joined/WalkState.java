package io.mathscale.graph.walks.joined;

import io.mathscale.core.encoder.RecordEncoders;
import io.mathscale.graph.walks.Walk;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * Where a walk is after some of its steps.
 *
 * @param position its place among all walks
 * @param origin what its randomness begins with
 * @param at the concept that it is at
 * @param within neighbours of that of its own kind; 0 where steps need not know
 * @param across knowledge points of that, where it is a topic; 0 where steps need not know
 * @param isAtDeadEnd whether it wanted to step on from there, and could not
 * @param topics distinct topics, in the order walked
 * @param knowledgePoints distinct knowledge points, in the order walked
 */
public record WalkState(
    long position,
    long origin,
    int at,
    int within,
    int across,
    boolean isAtDeadEnd,
    List<Integer> topics,
    List<Integer> knowledgePoints) {
  /** Rows of this type, a column a component. */
  public static final Encoder<WalkState> ENCODER = RecordEncoders.of(WalkState.class);

  /** Copies the lists. */
  public WalkState {
    topics = List.copyOf(topics);
    knowledgePoints = List.copyOf(knowledgePoints);
  }

  /** The walk when it wants to step on, and cannot. */
  WalkState atDeadEnd() {
    return new WalkState(position, origin, at, within, across, true, topics, knowledgePoints);
  }

  /** The walk after a step, where the neighbours of the concept that it is at need no counting. */
  WalkState moved(int to, List<Integer> ofTopics, List<Integer> ofKnowledgePoints) {
    return new WalkState(position, origin, to, 0, 0, false, ofTopics, ofKnowledgePoints);
  }

  /** Where it went. */
  Walk walk() {
    return new Walk(numbers(topics), numbers(knowledgePoints), !isAtDeadEnd);
  }

  private static int[] numbers(List<Integer> concepts) {
    return concepts.stream().mapToInt(Integer::intValue).toArray();
  }
}
