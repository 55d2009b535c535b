package io.mathscale.grader.normalize;

import io.mathscale.grader.arithmetic.ExactArithmetic;
import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Group;
import io.mathscale.grader.expression.Node.Labelled;
import io.mathscale.grader.expression.Node.Name;
import io.mathscale.grader.expression.Node.Num;
import io.mathscale.grader.expression.Node.Relation;
import io.mathscale.grader.expression.NodeTraversal;
import io.mathscale.grader.expression.Nodes;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.limits.StepBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/** Solves linear inequalities in one variable. */
final class InequalitySolver {
  private static final Set<String> ORDER_SIGNS = Set.of("<", "<=", ">", ">=");

  private final StepBudget budget;

  InequalitySolver(StepBudget budget) {
    this.budget = budget;
  }

  /** The solution set of an inequality, labelled with its variable; empty if it is not linear. */
  Optional<Node> solve(Relation relation) {
    List<Node> terms = relation.terms();
    List<String> signs = relation.signs();
    if (terms.size() == 2 && signs.get(0).equals("!=") && terms.get(0) instanceof Name name) {
      return realsWithout(List.of(terms.get(1)), budget).map(set -> new Labelled(name.name(), set));
    }
    if (!ORDER_SIGNS.containsAll(signs)) {
      return Optional.empty();
    }
    if (terms.size() == 2) {
      return ofTwo(terms.get(0), signs.get(0), terms.get(1));
    }
    if (terms.size() == 3 && signs.get(0).charAt(0) == signs.get(1).charAt(0)) {
      boolean rises = signs.get(0).startsWith("<");
      Node low = rises ? terms.get(0) : terms.get(2);
      Node high = rises ? terms.get(2) : terms.get(0);
      String lowSign = rises ? signs.get(0) : signs.get(1);
      String highSign = rises ? signs.get(1) : signs.get(0);
      return between(low, isClosed(lowSign), terms.get(1), high, isClosed(highSign));
    }
    return Optional.empty();
  }

  private static boolean isClosed(String sign) {
    return sign.endsWith("=");
  }

  private Optional<Node> ofTwo(Node left, String sign, Node right) {
    boolean isBelow = sign.startsWith("<");
    if (isConstant(right)) {
      return isBelow
          ? between(Nodes.MINUS_INFINITY, false, left, right, isClosed(sign))
          : between(right, isClosed(sign), left, Node.Constant.INFINITY, false);
    }
    if (isConstant(left)) {
      return isBelow
          ? between(left, isClosed(sign), right, Node.Constant.INFINITY, false)
          : between(Nodes.MINUS_INFINITY, false, right, left, isClosed(sign));
    }
    return ofTwo(Nodes.sum(List.of(left, Nodes.negate(right))), sign, Num.of(0));
  }

  private static boolean isConstant(Node node) {
    return !NodeTraversal.hasVariable(node);
  }

  /** The values of the variable for which the formula in the middle lies between two constants. */
  private Optional<Node> between(
      Node low, boolean lowClosed, Node middle, Node high, boolean highClosed) {
    if (!isConstant(low) || !isConstant(high)) {
      return Optional.empty();
    }
    if (middle instanceof Node.Call call && call.function().equals("abs")) {
      return linear(call.arguments().get(0))
          .map(line -> new Labelled(line.name(), absolute(line, low, lowClosed, high, highClosed)));
    }
    return linear(middle)
        .map(line -> new Labelled(line.name(), line.solve(low, lowClosed, high, highClosed)));
  }

  private static Node absolute(
      Line line, Node low, boolean lowClosed, Node high, boolean highClosed) {
    if (low.equals(Nodes.MINUS_INFINITY)) {
      return line.solve(Nodes.negate(high), highClosed, high, highClosed);
    }
    Node negativeHigh = high == Node.Constant.INFINITY ? Nodes.MINUS_INFINITY : Nodes.negate(high);
    return new Node.Union(
        List.of(
            line.solve(negativeHigh, highClosed, Nodes.negate(low), lowClosed),
            line.solve(low, lowClosed, high, highClosed)));
  }

  static Group interval(Node low, boolean lowClosed, Node high, boolean highClosed) {
    return new Group(lowClosed ? "[" : "(", highClosed ? "]" : ")", List.of(low, high));
  }

  /** The formula as a line with rational slope, if it is linear in a single variable. */
  private Optional<Line> linear(Node middle) {
    SortedSet<String> names = NodeTraversal.names(middle);
    if (names.size() != 1) {
      return Optional.empty();
    }
    String name = names.first();
    try {
      Rational atZero = ExactArithmetic.at(Map.of(name, Rational.ZERO), middle, budget);
      Rational atOne = ExactArithmetic.at(Map.of(name, Rational.ONE), middle, budget);
      Rational atSeven = ExactArithmetic.at(Map.of(name, Rational.of(7)), middle, budget);
      Rational atThirteen = ExactArithmetic.at(Map.of(name, Rational.of(-13)), middle, budget);
      Rational slope = atOne.minus(atZero);
      boolean isLine =
          slope.signum() != 0
              && atSeven.equals(slope.times(Rational.of(7)).plus(atZero))
              && atThirteen.equals(slope.times(Rational.of(-13)).plus(atZero));
      return isLine ? Optional.of(new Line(name, slope, atZero)) : Optional.empty();
    } catch (UndefinedValueException undefined) {
      return Optional.empty();
    }
  }

  /** {@code x > 1 and x < 3} is an interval; empty for anything else. */
  static Optional<Node> between(List<Node> members, StepBudget budget) {
    if (members.size() != 2
        || !(members.get(0) instanceof Labelled first)
        || !(members.get(1) instanceof Labelled second)
        || !first.label().equals(second.label())
        || !isInterval(first.value())
        || !isInterval(second.value())) {
      return Optional.empty();
    }
    boolean firstIsAbove =
        NodeTraversal.children(first.value()).get(1).equals(Node.Constant.INFINITY);
    Group above = (Group) (firstIsAbove ? first : second).value();
    Group below = (Group) (firstIsAbove ? second : first).value();
    boolean areOpposite =
        above.members().get(1).equals(Node.Constant.INFINITY)
            && below.members().get(0).equals(Nodes.MINUS_INFINITY);
    Optional<Rational> low = ExactArithmetic.of(above.members().get(0), budget);
    Optional<Rational> high = ExactArithmetic.of(below.members().get(1), budget);
    boolean isProper =
        areOpposite && low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) < 0;
    return isProper
        ? Optional.of(
            new Labelled(
                first.label(),
                new Group(
                    above.open(),
                    below.close(),
                    List.of(above.members().get(0), below.members().get(1)))))
        : Optional.empty();
  }

  private static boolean isInterval(Node node) {
    return node instanceof Group group && !group.isUnordered() && group.members().size() == 2;
  }

  /** All real numbers except these, if they can be put in order. */
  static Optional<Node> realsWithout(List<Node> points, StepBudget budget) {
    TreeMap<Rational, Node> ordered = new TreeMap<>();
    for (Node point : points) {
      Optional<Rational> value = ExactArithmetic.of(point, budget);
      if (value.isEmpty() && points.size() > 1) {
        return Optional.empty();
      }
      ordered.put(value.orElse(Rational.ZERO), point);
    }
    List<Node> parts = new ArrayList<>();
    Node low = Nodes.MINUS_INFINITY;
    for (Node point : ordered.values()) {
      parts.add(interval(low, false, point, false));
      low = point;
    }
    parts.add(interval(low, false, Node.Constant.INFINITY, false));
    return Optional.of(parts.size() == 1 ? parts.get(0) : new Node.Union(parts));
  }

  /**
   * A line.
   *
   * @param name its variable
   * @param slope not zero
   * @param atZero its value where the variable is zero
   */
  private record Line(String name, Rational slope, Rational atZero) {
    Group solve(Node low, boolean lowClosed, Node high, boolean highClosed) {
      return slope.signum() > 0
          ? interval(solve(low), lowClosed, solve(high), highClosed)
          : interval(solve(high), highClosed, solve(low), lowClosed);
    }

    private Node solve(Node value) {
      if (value == Node.Constant.INFINITY || value.equals(Nodes.MINUS_INFINITY)) {
        boolean isPositive = (value == Node.Constant.INFINITY) == (slope.signum() > 0);
        return isPositive ? Node.Constant.INFINITY : Nodes.MINUS_INFINITY;
      }
      if (atZero.signum() == 0 && slope.equals(Rational.ONE)) {
        return value;
      }
      Node shifted = Nodes.sum(List.of(value, new Num(atZero.negate())));
      return Nodes.quotient(shifted, new Num(slope));
    }
  }
}
