package io.mathscale.grader.arithmetic;

import static io.mathscale.grader.arithmetic.ComplexBall.ROUGH;

import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.limits.StepBudget;
import java.math.BigDecimal;

/** Exponentials, logarithms and angles of complex numbers, with error bounds. */
final class BallExponentials {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** Steps of one function of long numbers, where an operation of exact arithmetic is one step. */
  private static final int COST = 80;

  private final RealFunctions reals;
  private final StepBudget budget;

  BallExponentials(RealFunctions reals, StepBudget budget) {
    this.reals = reals;
    this.budget = budget;
  }

  ComplexBall exp(ComplexBall value) {
    budget.spend(COST);
    if (value.error().compareTo(BigDecimal.ONE) > 0) {
      throw new UndefinedValueException("digits of an exponent");
    }
    BigDecimal size = BallArithmetic.bounded(reals.exp(value.re()));
    BigDecimal error =
        size.multiply(value.error().multiply(TWO), ROUGH).add(reals.lastDigitsOf(size), ROUGH);
    if (value.isReal()) {
      return ComplexBall.real(size, error);
    }
    BigDecimal[] sinCos = reals.sinCos(value.im());
    return new ComplexBall(
        size.multiply(sinCos[1], reals.context),
        size.multiply(sinCos[0], reals.context),
        error.multiply(TWO));
  }

  ComplexBall ln(ComplexBall value) {
    budget.spend(3 * COST);
    BigDecimal nearest = value.leastSize();
    BigDecimal size = reals.ln(length(value));
    BigDecimal angle = reals.angle(value.im(), value.re());
    BigDecimal error = value.error().multiply(TWO).divide(nearest, ROUGH);
    return new ComplexBall(size, angle, error.add(reals.lastDigitsOf(atLeastOne(size)), ROUGH));
  }

  private static BigDecimal atLeastOne(BigDecimal value) {
    return value.abs().max(BigDecimal.ONE);
  }

  /** The sine and the cosine of a real number. */
  ComplexBall[] sinCos(ComplexBall angle) {
    budget.spend(COST);
    BigDecimal[] both = reals.sinCos(angle.re());
    BigDecimal error = angle.error().add(reals.lastDigitsOf(BigDecimal.ONE), ROUGH);
    return new ComplexBall[] {ComplexBall.real(both[0], error), ComplexBall.real(both[1], error)};
  }

  /** The angle of a point with real coordinates, in (−π, π]. */
  ComplexBall angle(ComplexBall y, ComplexBall x) {
    budget.spend(2 * COST);
    ComplexBall point = new ComplexBall(x.re(), y.re(), x.error().max(y.error()));
    BigDecimal nearest = point.leastSize();
    BigDecimal error = point.error().multiply(TWO).divide(nearest, ROUGH);
    return ComplexBall.real(
        reals.angle(point.im(), point.re()), error.add(reals.lastDigitsOf(BigDecimal.ONE), ROUGH));
  }

  /** The distance from zero. */
  BigDecimal length(ComplexBall value) {
    if (value.isReal()) {
      return value.re().abs();
    }
    return reals.sqrt(
        value.re().multiply(value.re()).add(value.im().multiply(value.im()), reals.context));
  }
}
