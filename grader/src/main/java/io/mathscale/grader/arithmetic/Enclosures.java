package io.mathscale.grader.arithmetic;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Num;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.limits.LimitReachedException;
import io.mathscale.grader.limits.StepBudget;
import java.math.BigDecimal;
import java.util.List;

/**
 * Encloses numbers that no exact rule gives between two machine numbers. A formula writes such a
 * number as {@code enclosed(low, high)}.
 */
public final class Enclosures {
  /** The name of the function of two bounds whose value lies between them. */
  public static final String ENCLOSED = "enclosed";

  private final StepBudget budget;

  /**
   * Encloses the numbers of one comparison.
   *
   * @param budget what they may take
   */
  public Enclosures(StepBudget budget) {
    this.budget = budget;
  }

  /**
   * The definite integral of a continuous formula between finite bounds.
   *
   * @throws UndefinedValueException if the formula has another variable, is not real or not bounded
   *     between the bounds, or is too uneven to be enclosed
   * @throws LimitReachedException if it takes too much
   */
  public Node integral(Node body, String variable, Node low, Node high) {
    return node(new Quadrature(body, variable, budget).integral(value(low), value(high)));
  }

  private DoubleInterval value(Node constant) {
    return at("", DoubleInterval.ZERO, constant);
  }

  private DoubleInterval at(String variable, DoubleInterval place, Node formula) {
    SeriesArithmetic intervals = new SeriesArithmetic(variable, place, 0, budget);
    return new Evaluator<>(intervals, budget).valueOf(formula)[0];
  }

  /**
   * A sum, or a product, of values of a formula at whole numbers.
   *
   * @param low the first of them
   * @param count how many
   * @throws UndefinedValueException if the formula has another variable, or is not real
   * @throws LimitReachedException if it takes too much
   */
  public Node series(Node body, String variable, Rational low, int count, boolean isSum) {
    DoubleInterval total = isSum ? DoubleInterval.ZERO : DoubleInterval.ONE;
    SeriesArithmetic constants = new SeriesArithmetic("", DoubleInterval.ZERO, 0, budget);
    for (int i = 0; i < count; i++) {
      DoubleInterval place = constants.of(low.plus(Rational.of(i)))[0];
      DoubleInterval term = at(variable, place, body);
      total = isSum ? total.plus(term) : total.times(term);
    }
    return node(total);
  }

  private static Node node(DoubleInterval value) {
    return new Node.Call(ENCLOSED, List.of(number(value.low()), number(value.high())));
  }

  private static Num number(double value) {
    return new Num(Rational.of(new BigDecimal(value)));
  }
}
