package io.mathscale.graph.walks.joined;

import io.mathscale.graph.walks.NeighbourList;
import io.mathscale.graph.walks.Neighbours;
import io.mathscale.graph.walks.NonRevisitingAdjacency;
import io.mathscale.graph.walks.WalkPlan;
import io.mathscale.graph.walks.WalkRules;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/**
 * Steps to neighbours not visited yet, as {@link NonRevisitingAdjacency} does: the walks at a
 * concept meet its whole list of neighbours, which is read once for all of them.
 */
final class NonRevisitingSteps implements JoinedSteps {
  private final Dataset<NeighbourList> lists;
  private final int topics;
  private final WalkRules rules;

  private NonRevisitingSteps(Dataset<NeighbourList> lists, int topics, WalkRules rules) {
    this.lists = lists;
    this.topics = topics;
    this.rules = rules;
  }

  /** Steps along these lists of neighbours in a graph of so many topics. */
  static NonRevisitingSteps along(Dataset<NeighbourList> lists, int topics, WalkRules rules) {
    return new NonRevisitingSteps(lists, topics, rules);
  }

  @Override
  public Dataset<WalkState> after(int step, Dataset<WalkState> walks) {
    return walks
        .groupByKey(new Aim(step, topics, rules), Encoders.LONG())
        .cogroup(
            lists.groupByKey(
                (MapFunction<NeighbourList, Long>) NeighbourList::list, Encoders.LONG()),
            new Take(step, topics, rules),
            WalkState.ENCODER);
  }

  /**
   * The list that a walk steps along; a number that no list has and no other walk where it is over.
   */
  private record Aim(int step, int topics, WalkRules rules)
      implements MapFunction<WalkState, Long> {
    @Override
    public Long call(WalkState walk) {
      WalkPlan plan = rules.plan(walk.origin(), walk.position() / topics);
      if (walk.isAtDeadEnd() || plan.isOver(step)) {
        return -1 - walk.position();
      }

      return plan.isAcross(step) ? AliasRows.across(walk.at()) : AliasRows.within(walk.at());
    }
  }

  private record Take(int step, int topics, WalkRules rules)
      implements CoGroupFunction<Long, WalkState, NeighbourList, WalkState> {
    @Override
    public Iterator<WalkState> call(
        Long list, Iterator<WalkState> walks, Iterator<NeighbourList> lists) {
      if (list < 0) {
        return walks;
      }

      NonRevisitingAdjacency adjacency =
          NonRevisitingAdjacency.of(
              lists.hasNext() ? lists.next().arcs() : new NeighbourList(list, List.of()).arcs());
      return StreamSupport.stream(Spliterators.spliteratorUnknownSize(walks, 0), false)
          .map(walk -> taken(walk, adjacency))
          .iterator();
    }

    private WalkState taken(WalkState walk, NonRevisitingAdjacency adjacency) {
      WalkPlan plan = rules.plan(walk.origin(), walk.position() / topics);
      List<Integer> ofKind = walk.at() < topics ? walk.topics() : walk.knowledgePoints();
      List<Integer> visited = plan.isAcross(step) ? List.of() : ofKind;
      int[] numbers = visited.stream().mapToInt(Integer::intValue).toArray();
      int next = adjacency.step(0, plan.draw(step), numbers, numbers.length);
      if (next == Neighbours.NONE) {
        return walk.atDeadEnd();
      }

      return next < topics
          ? walk.moved(next, with(walk.topics(), next), walk.knowledgePoints())
          : walk.moved(next, walk.topics(), with(walk.knowledgePoints(), next));
    }

    private static List<Integer> with(List<Integer> concepts, int next) {
      List<Integer> more = new ArrayList<>(concepts);
      more.add(next);
      return more;
    }
  }
}
