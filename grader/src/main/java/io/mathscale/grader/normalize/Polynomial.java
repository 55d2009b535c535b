package io.mathscale.grader.normalize;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Name;
import io.mathscale.grader.expression.Node.Num;
import io.mathscale.grader.expression.Node.Power;
import io.mathscale.grader.expression.Nodes;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.limits.StepBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A polynomial in one variable with fractions as coefficients.
 *
 * @param coefficients from the constant term up; the last is not zero, and zero has none
 */
record Polynomial(List<Rational> coefficients) {
  private static final int LARGEST_DEGREE = 40;

  Polynomial {
    List<Rational> kept = new ArrayList<>(coefficients);
    while (!kept.isEmpty() && kept.get(kept.size() - 1).signum() == 0) {
      kept.remove(kept.size() - 1);
    }
    coefficients = List.copyOf(kept);
  }

  /** The polynomial that a formula is, or empty if it is none or of too high a degree. */
  static Optional<Polynomial> of(Node node, String variable, StepBudget budget) {
    try {
      return Optional.of(read(node, variable, budget));
    } catch (UndefinedValueException notPolynomial) {
      return Optional.empty();
    }
  }

  private static Polynomial read(Node node, String variable, StepBudget budget) {
    budget.spend(1);
    if (node instanceof Num number) {
      return constant(number.value());
    }
    if (node instanceof Node.Decimal decimal) {
      return constant(Rational.of(decimal.value()));
    }
    if (node instanceof Name name && name.name().equals(variable)) {
      return new Polynomial(List.of(Rational.ZERO, Rational.ONE));
    }
    if (node instanceof Node.Sum sum) {
      Polynomial total = constant(Rational.ZERO);
      for (Node term : sum.terms()) {
        total = total.plus(read(term, variable, budget));
      }
      return total;
    }
    if (node instanceof Node.Product product) {
      Polynomial total = constant(Rational.ONE);
      for (Node factor : product.factors()) {
        total = total.times(read(factor, variable, budget), budget);
      }
      return total;
    }
    if (node instanceof Power power
        && power.exponent() instanceof Num exponent
        && exponent.value().isInteger()
        && exponent.value().signum() >= 0
        && exponent.value().compareTo(Rational.of(LARGEST_DEGREE)) <= 0) {
      Polynomial base = read(power.base(), variable, budget);
      Polynomial total = constant(Rational.ONE);
      for (int i = 0; i < exponent.value().numerator().intValue(); i++) {
        total = total.times(base, budget);
      }
      return total;
    }
    throw new UndefinedValueException("no polynomial");
  }

  static Polynomial constant(Rational value) {
    return new Polynomial(List.of(value));
  }

  /** The degree, −1 for zero. */
  int degree() {
    return coefficients.size() - 1;
  }

  Rational coefficient(int power) {
    return power < coefficients.size() ? coefficients.get(power) : Rational.ZERO;
  }

  Polynomial plus(Polynomial other) {
    List<Rational> sums = new ArrayList<>();
    for (int i = 0; i < Math.max(coefficients.size(), other.coefficients.size()); i++) {
      sums.add(coefficient(i).plus(other.coefficient(i)));
    }
    return new Polynomial(sums);
  }

  Polynomial times(Polynomial other, StepBudget budget) {
    if (degree() + other.degree() > LARGEST_DEGREE) {
      throw new UndefinedValueException("degree");
    }
    List<Rational> products = new ArrayList<>();
    for (int i = 0; i < coefficients.size() + other.coefficients.size(); i++) {
      products.add(Rational.ZERO);
    }
    for (int i = 0; i < coefficients.size(); i++) {
      for (int j = 0; j < other.coefficients.size(); j++) {
        budget.spend(1);
        Rational product = coefficients.get(i).times(other.coefficients.get(j));
        products.set(i + j, products.get(i + j).plus(product));
      }
    }
    return new Polynomial(products);
  }

  Polynomial antiderivative() {
    List<Rational> integrals = new ArrayList<>(List.of(Rational.ZERO));
    for (int i = 0; i < coefficients.size(); i++) {
      integrals.add(coefficients.get(i).dividedBy(Rational.of(i + 1)));
    }
    return new Polynomial(integrals);
  }

  Polynomial derivative() {
    List<Rational> slopes = new ArrayList<>();
    for (int i = 1; i < coefficients.size(); i++) {
      slopes.add(coefficients.get(i).times(Rational.of(i)));
    }
    return new Polynomial(slopes);
  }

  /** The polynomial as a formula. */
  Node formula(Node variable) {
    List<Node> terms = new ArrayList<>();
    for (int i = 0; i < coefficients.size(); i++) {
      if (coefficients.get(i).signum() != 0) {
        Num factor = new Num(coefficients.get(i));
        terms.add(
            i == 0
                ? factor
                : Nodes.product(
                    List.of(factor, i == 1 ? variable : new Power(variable, Num.of(i)))));
      }
    }
    return terms.isEmpty() ? Num.of(0) : Nodes.sum(terms);
  }
}
