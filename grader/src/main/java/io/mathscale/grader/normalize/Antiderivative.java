package io.mathscale.grader.normalize;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Integrates sums of polynomials, powers, exponentials, sines and cosines of linear formulas, and
 * their products with polynomials. All are continuous wherever they are defined.
 */
final class Antiderivative {
  private final String variable;
  private final StepBudget budget;

  Antiderivative(String variable, StepBudget budget) {
    this.variable = variable;
    this.budget = budget;
  }

  /**
   * An antiderivative of a formula.
   *
   * @throws UndefinedValueException if none is known
   */
  Node of(Node node) {
    budget.spend(5);
    Optional<Polynomial> polynomial = Polynomial.of(node, variable, budget);
    if (polynomial.isPresent()) {
      return polynomial.get().antiderivative().formula(new Name(variable));
    }
    if (!varies(node)) {
      return Nodes.product(List.of(node, new Name(variable)));
    }
    if (node instanceof Node.Sum sum) {
      return Nodes.sum(sum.terms().stream().map(this::of).toList());
    }
    if (node instanceof Node.Product product) {
      return product(product);
    }
    return simple(node);
  }

  private boolean varies(Node node) {
    return NodeTraversal.names(node).contains(variable);
  }

  private Node product(Node.Product product) {
    List<Node> constants = new ArrayList<>();
    List<Node> powers = new ArrayList<>();
    List<Node> others = new ArrayList<>();
    for (Node factor : product.factors()) {
      if (!varies(factor)) {
        constants.add(factor);
      } else if (Polynomial.of(factor, variable, budget).isPresent()) {
        powers.add(factor);
      } else {
        others.add(factor);
      }
    }
    if (others.size() != 1) {
      throw new UndefinedValueException("antiderivative of a product");
    }
    Node integral =
        powers.isEmpty()
            ? simple(others.get(0))
            : byParts(
                Polynomial.of(Nodes.product(powers), variable, budget)
                    .orElseThrow(() -> new UndefinedValueException("degree")),
                others.get(0));
    constants.add(integral);
    return Nodes.product(constants);
  }

  /** ∫ p f = p F − ∫ p' F, until the polynomial has no derivative any more. */
  private Node byParts(Polynomial polynomial, Node factor) {
    boolean isRepeated =
        (factor instanceof Power power && !varies(power.base()))
            || (factor instanceof Call call
                && (call.function().equals("sin") || call.function().equals("cos")));
    if (!isRepeated) {
      return powerTimesPolynomial(polynomial, factor);
    }
    Node integral = simple(factor);
    Node first = Nodes.product(List.of(polynomial.formula(new Name(variable)), integral));
    Polynomial slope = polynomial.derivative();
    if (slope.degree() < 0) {
      return first;
    }
    // the integral is a constant times a function of the same kind
    Node rest = of(Nodes.product(List.of(slope.formula(new Name(variable)), integral)));
    return Nodes.sum(List.of(first, Nodes.negate(rest)));
  }

  /** A polynomial times a power of the variable itself, term by term. */
  private Node powerTimesPolynomial(Polynomial polynomial, Node factor) {
    boolean isOfVariable =
        factor instanceof Power power
            && power.base().equals(new Name(variable))
            && power.exponent() instanceof Num;
    if (!isOfVariable) {
      throw new UndefinedValueException("antiderivative of a product");
    }
    Rational exponent = ((Num) ((Power) factor).exponent()).value();
    List<Node> terms = new ArrayList<>();
    for (int i = 0; i <= polynomial.degree(); i++) {
      if (polynomial.coefficient(i).signum() != 0) {
        Node term = power(new Name(variable), exponent.plus(Rational.of(i)), Rational.ONE);
        terms.add(Nodes.product(List.of(new Num(polynomial.coefficient(i)), term)));
      }
    }
    return Nodes.sum(terms);
  }

  private Node simple(Node node) {
    if (node instanceof Power inverse && inverse.exponent().equals(Num.of(-1))) {
      Optional<Polynomial> below = Polynomial.of(inverse.base(), variable, budget);
      boolean isArctangent =
          below.isPresent()
              && below.get().degree() == 2
              && below.get().coefficient(1).signum() == 0
              && below.get().coefficient(0).signum() > 0
              && below.get().coefficient(2).signum() > 0;
      if (isArctangent) {
        return arctangent(below.get());
      }
    }
    if (node instanceof Power power && power.exponent() instanceof Num exponent) {
      return power(power.base(), exponent.value(), slope(power.base()));
    }
    if (node instanceof Power power && !varies(power.base())) {
      Node factor = new Num(slope(power.exponent()).inverse());
      Node logarithm =
          power.base() == Constant.E ? Num.of(1) : Nodes.inverse(Call.of("ln", power.base()));
      return Nodes.product(List.of(factor, logarithm, power));
    }
    if (node instanceof Call call && call.arguments().size() == 1) {
      Node inner = call.arguments().get(0);
      Num factor = new Num(slope(inner).inverse());
      return switch (call.function()) {
        case "sin" -> Nodes.product(List.of(Num.of(-1), factor, Call.of("cos", inner)));
        case "cos" -> Nodes.product(List.of(factor, Call.of("sin", inner)));
        case "sinh" -> Nodes.product(List.of(factor, Call.of("cosh", inner)));
        case "cosh" -> Nodes.product(List.of(factor, Call.of("sinh", inner)));
        case "ln" ->
            Nodes.product(
                List.of(
                    factor,
                    Nodes.sum(
                        List.of(
                            Nodes.product(List.of(inner, Call.of("ln", inner))),
                            Nodes.negate(inner)))));
        default -> throw new UndefinedValueException("antiderivative of " + call.function());
      };
    }
    throw new UndefinedValueException("antiderivative");
  }

  /** ∫ 1/(c + a x²) = arctan(x √(a/c)) / √(a c). */
  private Node arctangent(Polynomial below) {
    Rational a = below.coefficient(2);
    Rational c = below.coefficient(0);
    Num half = new Num(Rational.ONE.dividedBy(Rational.of(2)));
    Node root = new Power(new Num(a.dividedBy(c)), half);
    Node size = new Power(new Num(a.times(c)), half);
    return Nodes.product(
        List.of(
            Nodes.inverse(size),
            Call.of("arctan", Nodes.product(List.of(root, new Name(variable))))));
  }

  /** The integral of a power of a linear formula. */
  private Node power(Node base, Rational exponent, Rational slope) {
    if (exponent.equals(Rational.MINUS_ONE)) {
      return Nodes.product(List.of(new Num(slope.inverse()), Call.of("ln", Call.of("abs", base))));
    }
    Rational higher = exponent.plus(Rational.ONE);
    return Nodes.product(
        List.of(new Num(higher.times(slope).inverse()), new Power(base, new Num(higher))));
  }

  /** The slope of a linear formula. */
  private Rational slope(Node node) {
    Optional<Polynomial> line = Polynomial.of(node, variable, budget);
    if (line.isEmpty() || line.get().degree() != 1) {
      throw new UndefinedValueException("no linear formula");
    }
    return line.get().coefficient(1);
  }
}
