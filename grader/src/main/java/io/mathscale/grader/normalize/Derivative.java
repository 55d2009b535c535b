package io.mathscale.grader.normalize;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Call;
import io.mathscale.grader.expression.Node.Name;
import io.mathscale.grader.expression.Node.Num;
import io.mathscale.grader.expression.Node.Power;
import io.mathscale.grader.expression.NodeTraversal;
import io.mathscale.grader.expression.Nodes;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.limits.StepBudget;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Differentiates formulas by the rules of calculus. */
final class Derivative {
  private static final Num HALF = new Num(Rational.of(BigInteger.ONE, BigInteger.TWO));

  private final String variable;
  private final StepBudget budget;

  Derivative(String variable, StepBudget budget) {
    this.variable = variable;
    this.budget = budget;
  }

  /**
   * The derivative of a formula.
   *
   * @throws UndefinedValueException if a function in it has none that is known
   */
  Node of(Node node) {
    budget.spend(2);
    if (!NodeTraversal.names(node).contains(variable)) {
      return Num.of(0);
    }
    if (node instanceof Name) {
      return Num.of(1);
    }
    if (node instanceof Node.Sum sum) {
      return Nodes.sum(sum.terms().stream().map(this::of).toList());
    }
    if (node instanceof Node.Product product) {
      return product(product);
    }
    if (node instanceof Power power) {
      return power(power);
    }
    if (node instanceof Call call && call.arguments().size() == 1) {
      Node inner = call.arguments().get(0);
      return Nodes.product(List.of(outer(call.function(), inner), of(inner)));
    }
    throw new UndefinedValueException("derivative");
  }

  private Node product(Node.Product product) {
    List<Node> terms = new ArrayList<>();
    for (int i = 0; i < product.factors().size(); i++) {
      Node slope = of(product.factors().get(i));
      if (slope.equals(Num.of(0))) {
        continue;
      }
      List<Node> factors = new ArrayList<>(product.factors());
      factors.set(i, slope);
      terms.add(Nodes.product(factors));
    }
    return Nodes.sum(terms);
  }

  private Node power(Power power) {
    boolean hasConstantExponent = !NodeTraversal.names(power.exponent()).contains(variable);
    if (hasConstantExponent) {
      Node lower =
          power.exponent() instanceof Num exponent
              ? new Num(exponent.value().minus(Rational.ONE))
              : Nodes.sum(List.of(power.exponent(), Num.of(-1)));
      Node reduced = lower.equals(Num.of(1)) ? power.base() : new Power(power.base(), lower);
      return lower.equals(Num.of(0))
          ? of(power.base())
          : Nodes.product(List.of(power.exponent(), reduced, of(power.base())));
    }
    // u^v = e^(v ln u)
    Node logarithm = power.base() == Node.Constant.E ? Num.of(1) : Call.of("ln", power.base());
    Node exponent = Nodes.product(List.of(power.exponent(), logarithm));
    return Nodes.product(List.of(power, of(exponent)));
  }

  private static Node outer(String function, Node x) {
    return switch (function) {
      case "sin" -> Call.of("cos", x);
      case "cos" -> Nodes.negate(Call.of("sin", x));
      case "tan" -> new Power(Call.of("cos", x), Num.of(-2));
      case "cot" -> Nodes.negate(new Power(Call.of("sin", x), Num.of(-2)));
      case "sec" -> Nodes.product(List.of(Call.of("sec", x), Call.of("tan", x)));
      case "csc" -> Nodes.negate(Nodes.product(List.of(Call.of("csc", x), Call.of("cot", x))));
      case "sinh" -> Call.of("cosh", x);
      case "cosh" -> Call.of("sinh", x);
      case "tanh" -> new Power(Call.of("cosh", x), Num.of(-2));
      case "ln" -> Nodes.inverse(x);
      case "arcsin" -> Nodes.inverse(root(Nodes.sum(List.of(Num.of(1), Nodes.negate(square(x))))));
      case "arccos" ->
          Nodes.negate(Nodes.inverse(root(Nodes.sum(List.of(Num.of(1), Nodes.negate(square(x)))))));
      case "arctan" -> Nodes.inverse(Nodes.sum(List.of(Num.of(1), square(x))));
      default -> throw new UndefinedValueException("derivative of " + function);
    };
  }

  private static Node square(Node x) {
    return new Power(x, Num.of(2));
  }

  private static Node root(Node x) {
    return new Power(x, HALF);
  }
}
