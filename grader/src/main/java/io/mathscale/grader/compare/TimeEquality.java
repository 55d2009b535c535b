package io.mathscale.grader.compare;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Call;
import io.mathscale.grader.expression.Node.Num;
import io.mathscale.grader.expression.NodeTraversal;
import io.mathscale.grader.verdict.Rule;
import java.util.ArrayList;
import java.util.List;

/** Compares times of day and dates. */
final class TimeEquality {
  private static final Num HALF_DAY = Num.of(12);

  private TimeEquality() {}

  /** Whether it is a date, or a time of day of which it is known which half of the day is meant. */
  static boolean isTime(Node node) {
    return isCall(node, "time") || isCall(node, "date");
  }

  /** Whether the two are the same time or date, one of which at least is one. */
  static ComparisonResult compare(Node left, Node right) {
    if (isCall(left, "date") && isCall(right, "date")) {
      return dates(NodeTraversal.children(left), NodeTraversal.children(right));
    }
    if (isCall(left, "time") && isCall(right, "time")) {
      return ComparisonResult.of(left.equals(right), Rule.TIME);
    }
    Node time = isTime(left) ? left : right;
    Node other = isTime(left) ? right : left;
    boolean isClock = isCall(other, "clock") || other instanceof Node.Ratio;
    return isCall(time, "time") && isClock
        ? ComparisonResult.of(
            isReadAs(NodeTraversal.children(time), NodeTraversal.children(other)), Rule.TIME)
        : ComparisonResult.wrong(Rule.DIFFERENT_KIND);
  }

  /** A year that only one of the two has leaves it open whether they are the same. */
  private static ComparisonResult dates(List<Node> first, List<Node> second) {
    if (!first.subList(1, 3).equals(second.subList(1, 3))) {
      return ComparisonResult.wrong(Rule.TIME);
    }
    if (first.get(0).equals(second.get(0))) {
      return ComparisonResult.right(Rule.TIME);
    }
    boolean isOpen = first.get(0).equals(Num.of(0)) || second.get(0).equals(Num.of(0));
    return isOpen ? ComparisonResult.undecided(Rule.TIME) : ComparisonResult.wrong(Rule.TIME);
  }

  /** Whether a clock without the half of the day shows this time, in 24 hours or in 12. */
  private static boolean isReadAs(List<Node> time, List<Node> clock) {
    List<Node> shown = new ArrayList<>(clock);
    while (shown.size() < 3) {
      shown.add(Num.of(0));
    }
    if (shown.equals(time)) {
      return true;
    }
    boolean sameMinute = shown.subList(1, shown.size()).equals(time.subList(1, 3));
    if (!sameMinute || !(shown.get(0) instanceof Num hour) || !(time.get(0) instanceof Num whole)) {
      return false;
    }
    boolean isAfternoon = whole.value().compareTo(HALF_DAY.value()) > 0;
    return isAfternoon
        ? hour.value().plus(HALF_DAY.value()).equals(whole.value())
        : whole.value().signum() == 0 && hour.equals(HALF_DAY);
  }

  private static boolean isCall(Node node, String function) {
    return node instanceof Call call && call.function().equals(function);
  }
}
