package io.mathscale.grader.arithmetic;

import io.mathscale.grader.expression.CanonicalForm;
import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.limits.LimitReachedException;
import io.mathscale.grader.limits.StepBudget;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Evaluates formulas in one arithmetic.
 *
 * @param <T> its numbers
 */
public final class Evaluator<T> {
  private final Arithmetic<T> arithmetic;
  private final StepBudget budget;

  /**
   * Evaluates in this arithmetic.
   *
   * @param arithmetic the operations
   * @param budget what they may take
   */
  public Evaluator(Arithmetic<T> arithmetic, StepBudget budget) {
    this.arithmetic = arithmetic;
    this.budget = budget;
  }

  /**
   * The value of a formula.
   *
   * @throws UndefinedValueException if it has none here
   * @throws LimitReachedException if it takes too much
   */
  public T valueOf(Node node) {
    budget.spend(1);
    if (node instanceof Node.Num number) {
      return arithmetic.of(number.value());
    }
    if (node instanceof Node.Decimal decimal) {
      return arithmetic.of(Rational.of(decimal.value()));
    }
    if (node instanceof Node.Name name) {
      return arithmetic.variable(name.name());
    }
    if (node instanceof Node.Constant constant) {
      return arithmetic.of(constant);
    }
    if (node instanceof Node.Sum sum) {
      List<Node> terms = sum.terms();
      T total = valueOf(terms.get(0));
      for (int i = 1; i < terms.size(); i++) {
        total = arithmetic.plus(total, valueOf(terms.get(i)));
      }
      return total;
    }
    if (node instanceof Node.Product product) {
      List<Node> factors = product.factors();
      T total = valueOf(factors.get(0));
      for (int i = 1; i < factors.size(); i++) {
        total = arithmetic.times(total, valueOf(factors.get(i)));
      }
      return total;
    }
    if (node instanceof Node.Power power) {
      return power(power);
    }
    if (node instanceof Node.Call call) {
      return call(call);
    }
    throw new UndefinedValueException("not a number");
  }

  private T power(Node.Power power) {
    Optional<Rational> exponent = ExactArithmetic.of(power.exponent(), budget);
    T base = valueOf(power.base());
    if (exponent.isPresent() && exponent.get().isInteger()) {
      BigInteger times = exponent.get().numerator();
      return times.equals(BigInteger.ONE.negate())
          ? arithmetic.inverse(base)
          : arithmetic.integerPower(base, times);
    }
    if (exponent.isPresent()) {
      return arithmetic.fractionalPower(base, exponent.get());
    }
    return arithmetic.power(base, valueOf(power.exponent()));
  }

  private T call(Node.Call call) {
    if (call.isOpaque()) {
      return arithmetic.variable(CanonicalForm.of(call));
    }
    List<T> arguments = new ArrayList<>();
    for (Node argument : call.arguments()) {
      arguments.add(valueOf(argument));
    }
    return arithmetic.call(call.function(), arguments);
  }
}
