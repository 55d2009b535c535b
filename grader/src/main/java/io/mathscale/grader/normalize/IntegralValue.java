package io.mathscale.grader.normalize;

import io.mathscale.grader.arithmetic.Enclosures;
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
import java.util.List;
import java.util.Optional;

/** Evaluates definite integrals. */
final class IntegralValue {
  private final ConstantValues values;
  private final StepBudget budget;

  IntegralValue(StepBudget budget) {
    this.values = new ConstantValues(budget);
    this.budget = budget;
  }

  /**
   * The value.
   *
   * @throws UndefinedValueException if no rule gives it
   */
  Node of(List<Node> arguments, String variable) {
    Node body = withPlainPowers(arguments.get(0));
    Node low = arguments.get(2);
    Node high = arguments.get(3);
    boolean isToInfinity = high == Constant.INFINITY;
    if (ConstantValues.isInfinite(low) || (ConstantValues.isInfinite(high) && !isToInfinity)) {
      throw new UndefinedValueException("integral to minus infinity");
    }
    try {
      return byAntiderivative(body, variable, low, high);
    } catch (UndefinedValueException noRule) {
      if (isToInfinity) {
        throw noRule;
      }
      return new Enclosures(budget).integral(body, variable, low, high);
    }
  }

  private Node byAntiderivative(Node body, String variable, Node low, Node high) {
    if (hasPole(body, variable, low, high)) {
      throw new UndefinedValueException("improper integral");
    }
    Node integral = new Antiderivative(variable, budget).of(body);
    Node atHigh =
        high == Constant.INFINITY
            ? new LimitValue(budget).ofConvergent(integral, variable)
            : ConstantValues.at(integral, variable, high);
    return Nodes.sum(List.of(atHigh, Nodes.negate(ConstantValues.at(integral, variable, low))));
  }

  /**
   * Whether a denominator, root or logarithm may be zero or negative between the bounds. A linear
   * formula is not if it is positive at both.
   */
  private boolean hasPole(Node body, String variable, Node low, Node high) {
    return NodeTraversal.any(
        body,
        part -> {
          Node critical = critical(part);
          if (critical == null || !NodeTraversal.names(critical).contains(variable)) {
            return false;
          }
          if (isAlwaysPositive(critical, variable)) {
            return false;
          }
          boolean isLine =
              Polynomial.of(critical, variable, budget)
                  .filter(line -> line.degree() == 1)
                  .isPresent();
          boolean mayBeZero =
              part instanceof Power power
                  && power.exponent() instanceof Num exponent
                  && exponent.value().signum() > 0;
          return !isLine
              || !isPositiveAt(low, critical, variable, mayBeZero)
              || !isPositiveAt(high, critical, variable, mayBeZero);
        });
  }

  private boolean isPositiveAt(Node bound, Node line, String variable, boolean mayBeZero) {
    // a line that is positive somewhere stays so if it rises
    return bound == Constant.INFINITY
        ? values.isPositive(new Derivative(variable, budget).of(line), false)
        : values.isPositive(ConstantValues.at(line, variable, bound), mayBeZero);
  }

  /** The formula with powers of powers with whole exponents as one power. */
  private static Node withPlainPowers(Node node) {
    return NodeTraversal.map(
        node,
        part ->
            part instanceof Power outer
                    && outer.exponent() instanceof Num times
                    && times.value().isInteger()
                    && outer.base() instanceof Power inner
                    && inner.exponent() instanceof Num exponent
                ? new Power(inner.base(), new Num(exponent.value().times(times.value())))
                : part);
  }

  private static Node critical(Node node) {
    if (node instanceof Power power) {
      boolean isHarmless =
          power.exponent() instanceof Num exponent
              && exponent.value().isInteger()
              && exponent.value().signum() > 0;
      return isHarmless ? null : power.base();
    }
    boolean isLogarithm =
        node instanceof Call call
            && (call.function().equals("ln") || call.function().equals("log"));
    return isLogarithm ? ((Call) node).arguments().get(0) : null;
  }

  /** Whether it is a quadratic formula without a root, with its arms upwards. */
  private boolean isAlwaysPositive(Node critical, String variable) {
    Optional<Polynomial> quadratic =
        Polynomial.of(critical, variable, budget).filter(found -> found.degree() == 2);
    if (quadratic.isEmpty() || quadratic.get().coefficient(2).signum() < 0) {
      return false;
    }
    Rational b = quadratic.get().coefficient(1);
    Rational product = quadratic.get().coefficient(2).times(quadratic.get().coefficient(0));
    return b.times(b).compareTo(product.times(Rational.of(4))) < 0;
  }
}
