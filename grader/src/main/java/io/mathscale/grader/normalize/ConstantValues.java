package io.mathscale.grader.normalize;

import io.mathscale.grader.arithmetic.BallArithmetic;
import io.mathscale.grader.arithmetic.ComplexBall;
import io.mathscale.grader.arithmetic.Evaluator;
import io.mathscale.grader.arithmetic.ExactArithmetic;
import io.mathscale.grader.arithmetic.RealFunctions;
import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Constant;
import io.mathscale.grader.expression.Node.Name;
import io.mathscale.grader.expression.NodeTraversal;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.limits.StepBudget;
import java.math.BigDecimal;
import java.util.Optional;

/** Values of formulas without variables. */
final class ConstantValues {
  private static final RealFunctions FIFTY_DIGITS = new RealFunctions(50);
  private static final BigDecimal NEAR_ZERO = new BigDecimal("1e-40");

  private final StepBudget budget;

  ConstantValues(StepBudget budget) {
    this.budget = budget;
  }

  /** Whether infinity stands in it. */
  static boolean isInfinite(Node node) {
    return NodeTraversal.any(node, Constant.INFINITY::equals);
  }

  /** The formula with a value in place of a variable. */
  static Node at(Node node, String variable, Node value) {
    Name name = new Name(variable);
    return NodeTraversal.map(node, part -> part.equals(name) ? value : part);
  }

  /**
   * The value to fifty digits.
   *
   * @throws UndefinedValueException if it has none
   */
  ComplexBall ball(Node node) {
    return new Evaluator<>(new BallArithmetic(FIFTY_DIGITS, 0, false, budget), budget)
        .valueOf(node);
  }

  /**
   * The value if it is a whole number.
   *
   * @throws UndefinedValueException if it is none
   */
  Rational integer(Node node) {
    Optional<Rational> value = ExactArithmetic.of(node, budget);
    if (value.isEmpty() || !value.get().isInteger()) {
      throw new UndefinedValueException("bound");
    }
    return value.get();
  }

  /** Whether it is certainly above zero, or exactly zero where that will do. */
  boolean isPositive(Node node, boolean mayBeZero) {
    if (NodeTraversal.hasVariable(node)) {
      return false;
    }
    Optional<Rational> exact = ExactArithmetic.of(node, budget);
    if (exact.isPresent()) {
      return exact.get().signum() > 0 || (mayBeZero && exact.get().signum() == 0);
    }
    ComplexBall value = ball(node);
    return value.isReal() && value.re().subtract(value.error()).signum() > 0;
  }

  /** Whether it has a value. */
  boolean isDefined(Node node) {
    try {
      ball(node);
      return true;
    } catch (UndefinedValueException undefined) {
      return false;
    }
  }

  /** Whether nothing tells it from zero. */
  boolean isZero(Node node) {
    try {
      ComplexBall value = ball(node);
      return value.mayBeZero() && value.error().compareTo(NEAR_ZERO) < 0;
    } catch (UndefinedValueException undefined) {
      return false;
    }
  }
}
