package io.mathscale.grader.compare;

import io.mathscale.grader.arithmetic.ExactArithmetic;
import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Name;
import io.mathscale.grader.expression.Node.Num;
import io.mathscale.grader.expression.Node.Power;
import io.mathscale.grader.expression.Node.Relation;
import io.mathscale.grader.expression.NodeTraversal;
import io.mathscale.grader.expression.Nodes;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.limits.StepBudget;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Rewrites the equation of a curve without roots and fractions, where that leaves the same points:
 * a root that is equal to a number, and a variable in a denominator that cannot be zero.
 */
final class CurveForm {
  private static final Node HALF = new Num(Rational.of(BigInteger.ONE, BigInteger.TWO));

  private final StepBudget budget;

  CurveForm(StepBudget budget) {
    this.budget = budget;
  }

  /** The rewritten equation, or the equation itself. */
  Relation of(Relation equation) {
    return withoutDenominator(withoutRoot(equation));
  }

  /** {@code √f = c} is {@code f = c²} where c is not negative. */
  private Relation withoutRoot(Relation equation) {
    for (int side = 0; side < 2; side++) {
      Node root = equation.terms().get(side);
      Optional<Rational> value = ExactArithmetic.of(equation.terms().get(1 - side), budget);
      boolean isRoot =
          root instanceof Power power
              && power.exponent().equals(HALF)
              && NodeTraversal.hasVariable(root);
      if (isRoot && value.isPresent() && value.get().signum() >= 0) {
        return equation(((Power) root).base(), new Num(value.get().times(value.get())));
      }
    }
    return equation;
  }

  /** {@code y = 1/x} is {@code xy = 1}, since x = 0 does not fulfil that. */
  private Relation withoutDenominator(Relation equation) {
    Node difference =
        Nodes.sum(List.of(equation.terms().get(0), Nodes.negate(equation.terms().get(1))));
    for (String name : NodeTraversal.names(difference)) {
      if (isDenominator(difference, name)) {
        Node cleared = cleared(difference, name);
        if (isConstantNotZero(cleared, name)) {
          return equation(cleared, Num.of(0));
        }
      }
    }
    return equation;
  }

  private static boolean isDenominator(Node node, String name) {
    return NodeTraversal.any(node, part -> isInverse(part, name));
  }

  private static boolean isInverse(Node node, String name) {
    return node instanceof Power power
        && power.base().equals(new Name(name))
        && power.exponent().equals(Num.of(-1));
  }

  /** The sum times the variable, term by term. */
  private static Node cleared(Node node, String name) {
    List<Node> terms = new ArrayList<>();
    for (Node term : node instanceof Node.Sum sum ? flat(sum) : List.of(node)) {
      List<Node> factors =
          new ArrayList<>(term instanceof Node.Product p ? p.factors() : List.of(term));
      boolean isCleared = factors.removeIf(factor -> isInverse(factor, name));
      if (!isCleared) {
        factors.add(new Name(name));
      }
      terms.add(factors.isEmpty() ? Num.of(1) : Nodes.product(factors));
    }
    return Nodes.sum(terms);
  }

  private static List<Node> flat(Node.Sum sum) {
    List<Node> terms = new ArrayList<>();
    for (Node term : sum.terms()) {
      if (term instanceof Node.Sum inner) {
        terms.addAll(flat(inner));
      } else {
        terms.add(term);
      }
    }
    return terms;
  }

  /** Whether the formula is a number other than zero where the variable is zero. */
  private boolean isConstantNotZero(Node formula, String name) {
    SortedSet<String> names = NodeTraversal.names(formula);
    Node atZero =
        NodeTraversal.map(formula, part -> part.equals(new Name(name)) ? Num.of(0) : part);
    try {
      Map<String, Rational> first = new java.util.HashMap<>();
      Map<String, Rational> second = new java.util.HashMap<>();
      int i = 2;
      for (String other : names) {
        first.put(other, Rational.of(i));
        second.put(other, Rational.of(3L * i + 5));
        i += 3;
      }
      Rational value = ExactArithmetic.at(first, atZero, budget);
      return value.signum() != 0 && value.equals(ExactArithmetic.at(second, atZero, budget));
    } catch (UndefinedValueException undefined) {
      return false;
    }
  }

  private static Relation equation(Node left, Node right) {
    return new Relation(List.of(left, right), List.of("="), List.of("", ""));
  }
}
