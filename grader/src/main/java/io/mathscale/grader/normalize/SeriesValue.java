package io.mathscale.grader.normalize;

import io.mathscale.grader.arithmetic.ComplexBall;
import io.mathscale.grader.arithmetic.Enclosures;
import io.mathscale.grader.arithmetic.ExactArithmetic;
import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Call;
import io.mathscale.grader.expression.Node.Constant;
import io.mathscale.grader.expression.Node.Name;
import io.mathscale.grader.expression.Node.Num;
import io.mathscale.grader.expression.Node.Power;
import io.mathscale.grader.expression.NodeTraversal;
import io.mathscale.grader.expression.Nodes;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.limits.StepBudget;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluates sums and products over whole numbers. */
final class SeriesValue {
  private static final int MOST_TERMS = 1_000;
  private static final int MOST_EXPANDED = 60;

  private final ConstantValues values;
  private final StepBudget budget;

  SeriesValue(StepBudget budget) {
    this.values = new ConstantValues(budget);
    this.budget = budget;
  }

  /**
   * The value.
   *
   * @throws UndefinedValueException if no rule gives it
   */
  Node of(List<Node> arguments, String variable, boolean isSum) {
    Node body = arguments.get(0);
    Rational low = values.integer(arguments.get(2));
    if (isSum && arguments.get(3) == Constant.INFINITY) {
      return infiniteSum(body, variable, low);
    }
    Rational high = values.integer(arguments.get(3));
    Rational count = high.minus(low).plus(Rational.ONE);
    if (count.signum() <= 0) {
      return Num.of(isSum ? 0 : 1);
    }
    if (count.compareTo(Rational.of(MOST_TERMS)) > 0) {
      throw new UndefinedValueException("terms");
    }
    Optional<Node> exact = exactSeries(body, variable, low, count, isSum);
    return exact.isPresent() ? exact.get() : expanded(body, variable, low, count, isSum);
  }

  private Optional<Node> exactSeries(
      Node body, String variable, Rational low, Rational count, boolean isSum) {
    Rational total = isSum ? Rational.ZERO : Rational.ONE;
    try {
      for (int i = 0; i < count.numerator().intValue(); i++) {
        budget.spend(1);
        Map<String, Rational> at = Map.of(variable, low.plus(Rational.of(i)));
        Rational term = ExactArithmetic.at(at, body, budget);
        total = isSum ? total.plus(term) : total.times(term);
      }
      return Optional.of(new Num(total));
    } catch (UndefinedValueException notExact) {
      return Optional.empty();
    }
  }

  private Node expanded(Node body, String variable, Rational low, Rational count, boolean isSum) {
    if (count.compareTo(Rational.of(MOST_EXPANDED)) > 0) {
      return new Enclosures(budget)
          .series(body, variable, low, count.numerator().intValue(), isSum);
    }
    List<Node> terms = new ArrayList<>();
    for (int i = 0; i < count.numerator().intValue(); i++) {
      budget.spend(10);
      terms.add(ConstantValues.at(body, variable, new Num(low.plus(Rational.of(i)))));
    }
    return isSum ? Nodes.sum(terms) : Nodes.product(terms);
  }

  /** Sums of geometric series, a term for each. */
  private Node infiniteSum(Node body, String variable, Rational low) {
    if (body instanceof Node.Sum sum) {
      return Nodes.sum(sum.terms().stream().map(term -> infiniteSum(term, variable, low)).toList());
    }
    if (!isGeometric(body, variable)) {
      return knownSeries(body, variable, low);
    }
    Node first = ConstantValues.at(body, variable, new Num(low));
    Node second = ConstantValues.at(body, variable, new Num(low.plus(Rational.ONE)));
    Node ratio = Nodes.quotient(second, first);
    ComplexBall size = values.ball(ratio);
    boolean converges =
        size.isReal() && size.re().abs().add(size.error()).compareTo(BigDecimal.ONE) < 0;
    if (!converges && !NodeTraversal.hasVariable(ratio)) {
      throw new UndefinedValueException("a series without a limit");
    }
    return Nodes.quotient(first, Nodes.sum(List.of(Num.of(1), Nodes.negate(ratio))));
  }

  /** ζ(2), ζ(4) and e. */
  private static Node knownSeries(Node body, String variable, Rational low) {
    Name n = new Name(variable);
    boolean fromOne = low.equals(Rational.ONE);
    if (fromOne && isInversePower(body, n, 2)) {
      return Nodes.quotient(new Power(Constant.PI, Num.of(2)), Num.of(6));
    }
    if (fromOne && isInversePower(body, n, 4)) {
      return Nodes.quotient(new Power(Constant.PI, Num.of(4)), Num.of(90));
    }
    Node factorial = new Power(Call.of("factorial", n), Num.of(-1));
    boolean isExponential =
        body.equals(factorial) || body.equals(new Node.Product(List.of(Num.of(1), factorial)));
    if (isExponential && low.signum() == 0) {
      return Constant.E;
    }
    throw new UndefinedValueException("infinite sum");
  }

  private static boolean isInversePower(Node body, Name n, int exponent) {
    Node inverse = new Power(new Power(n, Num.of(exponent)), Num.of(-1));
    return body.equals(inverse)
        || body.equals(new Node.Product(List.of(Num.of(1), inverse)))
        || body.equals(new Power(n, Num.of(-exponent)));
  }

  /** Whether the variable stands in linear exponents of constant bases alone. */
  private boolean isGeometric(Node node, String variable) {
    if (!NodeTraversal.names(node).contains(variable)) {
      return true;
    }
    if (node instanceof Node.Product product) {
      return product.factors().stream().allMatch(factor -> isGeometric(factor, variable));
    }
    if (!(node instanceof Power power)) {
      return false;
    }
    if (!NodeTraversal.names(power.exponent()).contains(variable)) {
      return isGeometric(power.base(), variable);
    }
    return !NodeTraversal.names(power.base()).contains(variable)
        && Polynomial.of(power.exponent(), variable, budget)
            .filter(exponent -> exponent.degree() == 1)
            .isPresent();
  }
}
