package io.mathscale.grader.arithmetic;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.limits.StepBudget;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Integrates Taylor series over parts of the range, of which the one with the largest error is
 * halved until the whole is known well enough (Corliss and Rall 1987, "Adaptive, self-validating
 * numerical quadrature"). Each error bound is proved by interval arithmetic.
 */
final class Quadrature {
  /** Even, so that the power of the remainder has one sign. */
  private static final int ORDER = 16;

  private static final int MOST_PARTS = 400;

  /** The width, beside the integral, at which it is known well enough. */
  private static final double WANTED = 1e-12;

  /** A wider result says nothing worth knowing. */
  private static final double WIDEST = 1e-9;

  /** A part this small, beside the range, at which the formula has no bounds holds a pole. */
  private static final double SMALLEST = 1e-9;

  private final Node body;
  private final String variable;
  private final StepBudget budget;

  Quadrature(Node body, String variable, StepBudget budget) {
    this.body = body;
    this.variable = variable;
    this.budget = budget;
  }

  /**
   * The integral from one number to another.
   *
   * @throws UndefinedValueException if no narrow enclosure is found
   */
  DoubleInterval integral(DoubleInterval from, DoubleInterval to) {
    if (from.equals(to)) {
      return DoubleInterval.ZERO;
    }
    if (from.low() > to.high()) {
      return integral(to, from).negate();
    }
    if (from.high() >= to.low()) {
      throw new UndefinedValueException("bounds that lie too near");
    }
    DoubleInterval inner = between(from.high(), to.low());
    DoubleInterval whole = inner.plus(edge(from)).plus(edge(to));
    if (whole.width() > WIDEST * size(whole)) {
      throw new UndefinedValueException("an uneven formula");
    }
    return whole;
  }

  /** What a bound adds that is not known to the last digit. */
  private DoubleInterval edge(DoubleInterval bound) {
    return bound.low() == bound.high()
        ? DoubleInterval.ZERO
        : series(bound, 0)[0].times(new DoubleInterval(0, bound.width()));
  }

  private static double size(DoubleInterval value) {
    return Math.max(Math.abs(value.low()), Math.abs(value.high()));
  }

  private DoubleInterval between(double from, double to) {
    PriorityQueue<Part> parts =
        new PriorityQueue<>(Comparator.comparingDouble(Part::error).reversed());
    parts.add(part(from, to));
    while (parts.size() < MOST_PARTS && !isKnown(parts)) {
      Part worst = parts.remove();
      double middle = middle(worst.from, worst.to);
      boolean isPole = worst.value.isEmpty() && worst.to - worst.from < SMALLEST * (to - from);
      if (isPole || middle <= worst.from || middle >= worst.to) {
        throw new UndefinedValueException("a formula without bounds");
      }
      parts.add(part(worst.from, middle));
      parts.add(part(middle, worst.to));
    }
    return total(parts).orElseThrow(() -> new UndefinedValueException("a formula without bounds"));
  }

  private static boolean isKnown(PriorityQueue<Part> parts) {
    return total(parts).filter(sum -> sum.width() <= WANTED * size(sum)).isPresent();
  }

  private static Optional<DoubleInterval> total(PriorityQueue<Part> parts) {
    DoubleInterval sum = DoubleInterval.ZERO;
    for (Part part : parts) {
      if (part.value.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.plus(part.value.get());
    }
    return Optional.of(sum);
  }

  private static double middle(double from, double to) {
    return from + (to - from) / 2;
  }

  private Part part(double from, double to) {
    try {
      return new Part(from, to, Optional.of(taylor(from, to)));
    } catch (UndefinedValueException noSeries) {
      return new Part(from, to, bounds(from, to));
    }
  }

  /** The integral of the series about the middle, and of the remainder wherever it is expanded. */
  private DoubleInterval taylor(double from, double to) {
    double middle = middle(from, to);
    DoubleInterval[] known = series(DoubleInterval.of(middle), ORDER - 1);
    DoubleInterval remainder = series(new DoubleInterval(from, to), ORDER)[ORDER];
    DoubleInterval left = DoubleInterval.of(from).minus(DoubleInterval.of(middle));
    DoubleInterval right = DoubleInterval.of(to).minus(DoubleInterval.of(middle));
    DoubleInterval leftPower = left;
    DoubleInterval rightPower = right;
    DoubleInterval total = DoubleInterval.ZERO;
    for (int k = 0; k <= ORDER; k++) {
      DoubleInterval coefficient = k < ORDER ? known[k] : remainder;
      DoubleInterval power = rightPower.minus(leftPower).times(DoubleInterval.of(k + 1).inverse());
      total = total.plus(coefficient.times(power));
      leftPower = leftPower.times(left);
      rightPower = rightPower.times(right);
    }
    return total;
  }

  /** Between the least and the largest value times the length, where there is no series. */
  private Optional<DoubleInterval> bounds(double from, double to) {
    try {
      DoubleInterval length = DoubleInterval.of(to).minus(DoubleInterval.of(from));
      return Optional.of(series(new DoubleInterval(from, to), 0)[0].times(length));
    } catch (UndefinedValueException unbounded) {
      return Optional.empty();
    }
  }

  private DoubleInterval[] series(DoubleInterval place, int order) {
    SeriesArithmetic arithmetic = new SeriesArithmetic(variable, place, order, budget);
    return new Evaluator<>(arithmetic, budget).valueOf(body);
  }

  /**
   * A part of the range.
   *
   * @param value its integral; empty if the formula has no bounds in it
   */
  private record Part(double from, double to, Optional<DoubleInterval> value) {
    double error() {
      return value.map(DoubleInterval::width).orElse(Double.MAX_VALUE);
    }
  }
}
