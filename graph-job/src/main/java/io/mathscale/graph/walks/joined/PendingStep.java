package io.mathscale.graph.walks.joined;

import io.mathscale.core.encoder.RecordEncoders;
import io.mathscale.graph.walks.AliasTable;
import io.mathscale.graph.walks.WalkPlan;
import io.mathscale.graph.walks.WalkRules;
import org.apache.spark.sql.Encoder;

/**
 * A walk about to take a step.
 *
 * @param walk where it is
 * @param list the neighbours that it steps to; a number that no list has and no other walk, where
 *     the walk is over
 * @param place the place in the alias table of that list
 * @param depth how far into the place its draw falls
 */
public record PendingStep(WalkState walk, long list, int place, double depth) {
  /** Rows of this type, a column a component. */
  public static final Encoder<PendingStep> ENCODER = RecordEncoders.of(PendingStep.class);

  /** The aim of a walk of an epoch at one of its steps, counted from 0. */
  static PendingStep at(int step, WalkState walk, long epoch, WalkRules rules) {
    WalkPlan plan = rules.plan(walk.origin(), epoch);
    if (walk.isAtDeadEnd() || plan.isOver(step)) {
      return over(walk);
    }

    boolean isAcross = plan.isAcross(step);
    int neighbours = isAcross ? walk.across() : walk.within();
    if (neighbours == 0) {
      return over(walk.atDeadEnd());
    }

    double draw = plan.draw(step);
    return new PendingStep(
        walk,
        isAcross ? AliasRows.across(walk.at()) : AliasRows.within(walk.at()),
        AliasTable.place(draw, neighbours),
        AliasTable.depth(draw, neighbours));
  }

  private static PendingStep over(WalkState walk) {
    return new PendingStep(walk, -1 - walk.position(), 0, 0);
  }
}
