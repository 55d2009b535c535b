package io.mathscale.grader.normalize;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Call;
import io.mathscale.grader.expression.Node.Constant;
import io.mathscale.grader.expression.Node.Num;
import io.mathscale.grader.expression.Node.Power;
import io.mathscale.grader.expression.NodeTraversal;
import io.mathscale.grader.expression.Nodes;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.limits.StepBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Evaluates limits. */
final class LimitValue {
  private static final int MOST_STEPS = 4;

  /** Functions that jump, so that a limit is not the value. */
  private static final Set<String> STEPS = Set.of("floor", "ceil", "mod", "factorial", "binomial");

  private final ConstantValues values;
  private final StepBudget budget;

  LimitValue(StepBudget budget) {
    this.values = new ConstantValues(budget);
    this.budget = budget;
  }

  /**
   * The value.
   *
   * @throws UndefinedValueException if no rule gives it
   */
  Node of(Node body, String variable, Node place) {
    if (hasSteps(body)) {
      throw new UndefinedValueException("limit of a function that jumps");
    }
    if (place == Constant.INFINITY) {
      return limitAtInfinity(body, variable);
    }
    if (ConstantValues.isInfinite(place)) {
      throw new UndefinedValueException("limit at minus infinity");
    }
    return limitAt(body, variable, place, 0);
  }

  private static boolean hasSteps(Node node) {
    return NodeTraversal.any(
        node,
        part -> part instanceof Call call && (STEPS.contains(call.function()) || call.isOpaque()));
  }

  /** The value if there is one, else by the rule of L'Hôpital. */
  private Node limitAt(Node body, String variable, Node place, int steps) {
    Node value = ConstantValues.at(body, variable, place);
    if (values.isDefined(value)) {
      return value;
    }
    List<Node> above = new ArrayList<>();
    List<Node> below = new ArrayList<>();
    split(body, above, below);
    Node numerator = above.isEmpty() ? Num.of(1) : Nodes.product(above);
    boolean isZeroByZero =
        !below.isEmpty()
            && steps < MOST_STEPS
            && values.isZero(ConstantValues.at(numerator, variable, place))
            && values.isZero(ConstantValues.at(Nodes.product(below), variable, place));
    if (!isZeroByZero) {
      throw new UndefinedValueException("limit");
    }
    Derivative derivative = new Derivative(variable, budget);
    Node quotient =
        Nodes.product(
            List.of(derivative.of(numerator), Nodes.inverse(derivative.of(Nodes.product(below)))));
    return limitAt(quotient, variable, place, steps + 1);
  }

  private static void split(Node body, List<Node> above, List<Node> below) {
    for (Node factor : body instanceof Node.Product product ? product.factors() : List.of(body)) {
      if (factor instanceof Power power
          && power.exponent() instanceof Num exponent
          && exponent.value().signum() < 0) {
        Num positive = new Num(exponent.value().negate());
        below.add(positive.equals(Num.of(1)) ? power.base() : new Power(power.base(), positive));
      } else {
        above.add(factor);
      }
    }
  }

  /** Rational formulas by their degrees, and powers that tend to one with e. */
  private Node limitAtInfinity(Node body, String variable) {
    if (body instanceof Power power && NodeTraversal.names(power.exponent()).contains(variable)) {
      Node small = Nodes.sum(List.of(power.base(), Num.of(-1)));
      if (limitOfFraction(power.base(), variable).equals(Num.of(1))) {
        Node exponent = limitOfFraction(Nodes.product(List.of(power.exponent(), small)), variable);
        return new Power(Constant.E, exponent);
      }
      throw new UndefinedValueException("limit of a power");
    }
    return limitOfFraction(body, variable);
  }

  /**
   * The finite limit at infinity, term by term.
   *
   * @throws UndefinedValueException if no rule gives it, or it is not finite
   */
  Node ofConvergent(Node body, String variable) {
    budget.spend(5);
    if (body instanceof Node.Sum sum) {
      return Nodes.sum(sum.terms().stream().map(term -> ofConvergent(term, variable)).toList());
    }
    if (vanishes(body, variable)) {
      return Num.of(0);
    }
    boolean isRightAngle =
        body instanceof Call call
            && call.function().equals("arctan")
            && rises(call.arguments().get(0), variable);
    if (isRightAngle) {
      return Nodes.quotient(Constant.PI, Num.of(2));
    }
    if (body instanceof Node.Product product) {
      return Nodes.product(
          product.factors().stream().map(factor -> ofConvergent(factor, variable)).toList());
    }
    if (!NodeTraversal.names(body).contains(variable)) {
      return body;
    }
    Node limit = limitOfFraction(body, variable);
    if (ConstantValues.isInfinite(limit)) {
      throw new UndefinedValueException("no finite limit");
    }
    return limit;
  }

  /** Whether it is a power that tends to zero, times nothing that grows as fast. */
  private boolean vanishes(Node body, String variable) {
    List<Node> factors = body instanceof Node.Product product ? product.factors() : List.of(body);
    boolean isBounded =
        factors.stream()
            .allMatch(
                factor ->
                    isWave(factor)
                        || !NodeTraversal.names(factor).contains(variable)
                        || isFallingPower(factor, variable));
    boolean isTame =
        factors.stream()
            .allMatch(
                factor ->
                    isWave(factor)
                        || falls(factor, variable)
                        || Polynomial.of(factor, variable, budget).isPresent()
                        || !NodeTraversal.names(factor).contains(variable));
    return (isBounded && factors.stream().anyMatch(factor -> isFallingPower(factor, variable)))
        || (isTame && factors.stream().anyMatch(factor -> falls(factor, variable)));
  }

  private static boolean isWave(Node node) {
    return node instanceof Call call
        && (call.function().equals("sin") || call.function().equals("cos"));
  }

  /** A negative power of a line that rises. */
  private boolean isFallingPower(Node node, String variable) {
    return node instanceof Power power
        && power.exponent() instanceof Num exponent
        && exponent.value().signum() < 0
        && slope(power.base(), variable) > 0;
  }

  /** Whether it is an exponential that tends to zero. */
  private boolean falls(Node node, String variable) {
    if (!(node instanceof Power power) || NodeTraversal.names(power.base()).contains(variable)) {
      return false;
    }
    Node above = Nodes.sum(List.of(power.base(), Num.of(-1)));
    boolean isAboveOne = values.isPositive(above, false);
    boolean isBelowOne =
        values.isPositive(power.base(), false) && values.isPositive(Nodes.negate(above), false);
    int slope = slope(power.exponent(), variable);
    return (isAboveOne && slope < 0) || (isBelowOne && slope > 0);
  }

  /** Whether it is a line that rises, or positive numbers times one. */
  private boolean rises(Node node, String variable) {
    List<Node> factors = node instanceof Node.Product product ? product.factors() : List.of(node);
    return factors.stream()
            .allMatch(factor -> slope(factor, variable) > 0 || values.isPositive(factor, false))
        && factors.stream().filter(factor -> slope(factor, variable) > 0).count() == 1;
  }

  /** The sign of the slope of a line; zero if it is no line. */
  private int slope(Node line, String variable) {
    return Polynomial.of(line, variable, budget)
        .filter(found -> found.degree() == 1)
        .map(found -> found.coefficient(1).signum())
        .orElse(0);
  }

  private Node limitOfFraction(Node body, String variable) {
    Polynomial[] fraction = fraction(body, variable);
    if (fraction[1].degree() < 0) {
      throw new UndefinedValueException("division by zero");
    }
    int difference = fraction[0].degree() - fraction[1].degree();
    Rational leading = fraction[1].coefficient(fraction[1].degree());
    if (fraction[0].degree() < 0 || difference < 0) {
      return Num.of(0);
    }
    Rational ratio = fraction[0].coefficient(fraction[0].degree()).dividedBy(leading);
    if (difference == 0) {
      return new Num(ratio);
    }
    return ratio.signum() > 0 ? Constant.INFINITY : Nodes.MINUS_INFINITY;
  }

  /** Numerator and denominator of a rational formula. */
  private Polynomial[] fraction(Node node, String variable) {
    Polynomial one = Polynomial.constant(Rational.ONE);
    if (node instanceof Node.Sum sum) {
      Polynomial[] total = {Polynomial.constant(Rational.ZERO), one};
      for (Node term : sum.terms()) {
        Polynomial[] next = fraction(term, variable);
        total =
            new Polynomial[] {
              total[0].times(next[1], budget).plus(next[0].times(total[1], budget)),
              total[1].times(next[1], budget)
            };
      }
      return total;
    }
    if (node instanceof Node.Product product) {
      Polynomial[] total = {one, one};
      for (Node factor : product.factors()) {
        Polynomial[] next = fraction(factor, variable);
        total = new Polynomial[] {total[0].times(next[0], budget), total[1].times(next[1], budget)};
      }
      return total;
    }
    if (node instanceof Power power
        && power.exponent() instanceof Num exponent
        && exponent.value().isInteger()
        && exponent.value().signum() < 0) {
      Num positive = new Num(exponent.value().negate());
      Polynomial[] inverse =
          fraction(
              positive.equals(Num.of(1)) ? power.base() : new Power(power.base(), positive),
              variable);
      return new Polynomial[] {inverse[1], inverse[0]};
    }
    return new Polynomial[] {
      Polynomial.of(node, variable, budget)
          .orElseThrow(() -> new UndefinedValueException("no rational formula")),
      one
    };
  }
}
