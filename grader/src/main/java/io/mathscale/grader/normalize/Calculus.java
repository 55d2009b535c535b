package io.mathscale.grader.normalize;

import io.mathscale.grader.arithmetic.ComplexBall;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Evaluates sums, products, integrals, limits and derivatives; what has no value by rules or by an
 * enclosure stays as it is.
 */
final class Calculus {
  private static final Set<String> KNOWN =
      Set.of("big sum", "big prod", "big int", "big lim", "big diff");
  private static final String LEFT = "big left ";

  private final ConstantValues values;
  private final StepBudget budget;

  Calculus(StepBudget budget) {
    this.values = new ConstantValues(budget);
    this.budget = budget;
  }

  /** Whether it is a call with a bound variable. */
  static boolean isKnown(Call call) {
    return KNOWN.contains(call.function());
  }

  /** Whether it was found to have no value that the rules give. */
  static boolean isLeft(Call call) {
    return call.function().startsWith(LEFT);
  }

  /** The formula with the values of all calls within it that have one. */
  Node valuesWithin(Node node) {
    return NodeTraversal.map(
        node, part -> part instanceof Call call && isKnown(call) ? value(call) : part);
  }

  /** Whether a term may have this value; collections have none. */
  boolean mayBe(Node term, Num number) {
    if (term instanceof Node.Quantity quantity) {
      return mayBe(quantity.value(), number);
    }
    if (term instanceof Node.Decimal decimal) {
      Rational difference = Rational.of(decimal.value()).minus(number.value()).abs();
      return difference.compareTo(Rational.of(decimal.value().ulp())) <= 0;
    }
    if (term instanceof Num other) {
      return other.equals(number);
    }
    boolean isFormula =
        term instanceof Node.Sum
            || term instanceof Node.Product
            || term instanceof Power
            || term instanceof Constant
            || term instanceof Call;
    if (!isFormula) {
      return false;
    }
    Optional<Rational> exact = ExactArithmetic.of(term, budget);
    if (exact.isPresent()) {
      return exact.get().equals(number.value());
    }
    try {
      ComplexBall value = values.ball(Nodes.sum(List.of(term, Nodes.negate(number))));
      return value.mayBeZero();
    } catch (UndefinedValueException unknown) {
      return true;
    }
  }

  /** The value, or the call under a name that says that it has none. */
  Node value(Call call) {
    budget.spend(10);
    List<Node> arguments = new ArrayList<>(call.arguments());
    arguments.set(0, valuesWithin(arguments.get(0)));
    String variable = arguments.get(1) instanceof Name name ? name.name() : "";
    try {
      return switch (call.function()) {
        case "big sum" -> new SeriesValue(budget).of(arguments, variable, true);
        case "big prod" -> new SeriesValue(budget).of(arguments, variable, false);
        case "big int" -> new IntegralValue(budget).of(arguments, variable);
        case "big lim" -> new LimitValue(budget).of(arguments.get(0), variable, arguments.get(2));
        default -> derivative(arguments, variable);
      };
    } catch (UndefinedValueException unknown) {
      return new Call(LEFT + call.function(), arguments);
    }
  }

  private Node derivative(List<Node> arguments, String variable) {
    Node node = arguments.get(0);
    Rational order = ((Num) arguments.get(2)).value();
    for (int i = 0; i < order.numerator().intValue(); i++) {
      node = new Derivative(variable, budget).of(node);
    }
    return node;
  }
}
