package io.mathscale.grader.compare;

import io.mathscale.grader.arithmetic.Evaluator;
import io.mathscale.grader.arithmetic.ExactArithmetic;
import io.mathscale.grader.arithmetic.ModularArithmetic;
import io.mathscale.grader.arithmetic.RandomPoints;
import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.NodeTraversal;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.limits.StepBudget;
import io.mathscale.grader.verdict.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares formulas by their exact values at pseudorandom points, the same points for the same
 * variables.
 */
final class ExactEquality {
  /** How many points must agree where variables are integers. */
  private static final int POINTS = 3;

  private static final int TRIES = 14;
  private static final int INTEGER_TRIES = 40;
  private static final int LARGEST_INTEGER = 12;

  private final StepBudget budget;

  ExactEquality(StepBudget budget) {
    this.budget = budget;
  }

  /** Whether two rational expressions are equal, or empty if one of the two is not rational. */
  Optional<Boolean> asRationalExpressions(Node left, Node right) {
    if (!isRationalExpression(left) || !isRationalExpression(right)) {
      return Optional.empty();
    }
    int agreed = 0;
    for (int point = 0; point < TRIES && agreed < 2 * ModularArithmetic.PRIMES.size(); point++) {
      for (long prime : ModularArithmetic.PRIMES) {
        Evaluator<Long> evaluation = new Evaluator<>(new ModularArithmetic(prime, point), budget);
        try {
          if (!evaluation.valueOf(left).equals(evaluation.valueOf(right))) {
            return Optional.of(false);
          }
          agreed++;
        } catch (UndefinedValueException undefined) {
          // a pole at this point; the next one is elsewhere
        }
      }
    }
    return agreed > 0 ? Optional.of(true) : Optional.empty();
  }

  private boolean isRationalExpression(Node node) {
    if (node instanceof Node.Power power) {
      Optional<Rational> exponent = ExactArithmetic.of(power.exponent(), budget);
      return exponent.isPresent()
          && exponent.get().isInteger()
          && isRationalExpression(power.base());
    }
    if (node instanceof Node.Call call) {
      return call.isOpaque() || call.function().equals("percent");
    }
    if (node instanceof Node.Sum || node instanceof Node.Product) {
      return areRationalExpressions(NodeTraversal.children(node));
    }
    return node instanceof Node.Num
        || node instanceof Node.Decimal
        || node instanceof Node.Name
        || (node instanceof Node.Constant && node != Node.Constant.INFINITY);
  }

  private boolean areRationalExpressions(List<Node> nodes) {
    for (int i = 0; i < nodes.size(); i++) {
      if (!isRationalExpression(nodes.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Compares formulas with factorials of variables at small integers. */
  Optional<ComparisonResult> atIntegers(Node left, Node right) {
    if (!hasCounts(left) && !hasCounts(right)) {
      return Optional.empty();
    }
    Set<String> names = new TreeSet<>(NodeTraversal.names(left));
    names.addAll(NodeTraversal.names(right));
    if (names.isEmpty()) {
      return Optional.empty();
    }
    int agreed = 0;
    for (int point = 0; point < INTEGER_TRIES && agreed < 2 * POINTS; point++) {
      Map<String, Rational> variables = new HashMap<>();
      for (String name : names) {
        long value = RandomPoints.longAt(name, point) % LARGEST_INTEGER + 1;
        variables.put(name, Rational.of(value));
      }
      try {
        Rational atLeft = ExactArithmetic.at(variables, left, budget);
        Rational atRight = ExactArithmetic.at(variables, right, budget);
        if (!atLeft.equals(atRight)) {
          return Optional.of(ComparisonResult.wrong(Rule.NUMERIC_FORMULA));
        }
        agreed++;
      } catch (UndefinedValueException undefined) {
        // a factorial of a negative number at this point
      }
    }
    return agreed < POINTS
        ? Optional.empty()
        : Optional.of(ComparisonResult.right(Rule.NUMERIC_FORMULA));
  }

  private static boolean hasCounts(Node node) {
    return NodeTraversal.any(
        node,
        part ->
            part instanceof Node.Call call
                && (call.function().equals("factorial") || call.function().equals("binomial"))
                && NodeTraversal.any(call, Node.Name.class::isInstance));
  }
}
