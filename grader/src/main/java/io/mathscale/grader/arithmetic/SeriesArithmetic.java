package io.mathscale.grader.arithmetic;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.limits.StepBudget;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;

/**
 * Arithmetic with the first coefficients of Taylor series in one variable, each an interval that
 * holds it for every place of expansion (Moore, Kearfott, Cloud 2009, chapter 9; the recurrences:
 * Griewank and Walther 2008, "Evaluating Derivatives", table 13.2). Of order zero it is the
 * arithmetic of intervals.
 */
final class SeriesArithmetic implements Arithmetic<Interval[]> {
  private static final BigDecimal LARGEST_EXACT = new BigDecimal(1L << 53);

  private final String variable;
  private final Interval place;
  private final int order;
  private final StepBudget budget;

  /**
   * Expands at places.
   *
   * @param variable the name of the variable; others have no value
   * @param place where it is expanded: at each of these numbers
   * @param order the highest power that is kept
   */
  SeriesArithmetic(String variable, Interval place, int order, StepBudget budget) {
    this.variable = variable;
    this.place = place;
    this.order = order;
    this.budget = budget;
  }

  private Interval[] constant(Interval value) {
    Interval[] series = new Interval[order + 1];
    Arrays.fill(series, Interval.ZERO);
    series[0] = value;
    return series;
  }

  @Override
  public Interval[] of(Rational value) {
    BigDecimal numerator = new BigDecimal(value.numerator());
    if (value.isInteger() && numerator.abs().compareTo(LARGEST_EXACT) <= 0) {
      return constant(Interval.of(numerator.doubleValue()));
    }
    BigDecimal denominator = new BigDecimal(value.denominator());
    double nearest = numerator.divide(denominator, MathContext.DECIMAL64).doubleValue();
    return constant(Interval.around(nearest));
  }

  @Override
  public Interval[] of(Node.Constant constant) {
    return switch (constant) {
      case PI -> constant(Interval.around(Math.PI));
      case E -> constant(Interval.around(Math.E));
      case I, INFINITY -> throw new UndefinedValueException("no real number");
    };
  }

  @Override
  public Interval[] variable(String name) {
    if (!name.equals(variable)) {
      throw new UndefinedValueException(name);
    }
    Interval[] series = constant(place);
    if (order > 0) {
      series[1] = Interval.ONE;
    }
    return series;
  }

  @Override
  public Interval[] plus(Interval[] left, Interval[] right) {
    budget.spend(1);
    Interval[] sum = new Interval[order + 1];
    Arrays.setAll(sum, k -> left[k].plus(right[k]));
    return sum;
  }

  @Override
  public Interval[] times(Interval[] left, Interval[] right) {
    spendForProduct();
    Interval[] product = new Interval[order + 1];
    for (int k = 0; k <= order; k++) {
      Interval total = Interval.ZERO;
      for (int j = 0; j <= k; j++) {
        total = total.plus(left[j].times(right[k - j]));
      }
      product[k] = total;
    }
    return product;
  }

  /** Of the order that integrals take, it is some hundred operations of machine numbers. */
  private void spendForProduct() {
    budget.spend(order == 0 ? 1 : 2);
  }

  @Override
  public Interval[] inverse(Interval[] value) {
    spendForProduct();
    Interval[] inverse = new Interval[order + 1];
    inverse[0] = value[0].inverse();
    for (int k = 1; k <= order; k++) {
      Interval total = Interval.ZERO;
      for (int j = 1; j <= k; j++) {
        total = total.plus(value[j].times(inverse[k - j]));
      }
      inverse[k] = total.times(inverse[0]).negate();
    }
    return inverse;
  }

  @Override
  public Interval[] integerPower(Interval[] base, BigInteger exponent) {
    if (exponent.bitLength() > 10) {
      throw new UndefinedValueException("exponent");
    }
    if (exponent.signum() < 0) {
      return inverse(integerPower(base, exponent.negate()));
    }
    Interval[] result = constant(Interval.ONE);
    for (int i = exponent.bitLength() - 1; i >= 0; i--) {
      result = times(result, result);
      result = exponent.testBit(i) ? times(result, base) : result;
    }
    boolean isEvenAcrossZero = order == 0 && !exponent.testBit(0) && base[0].low() < 0;
    return isEvenAcrossZero ? integerPower(new Interval[] {base[0].abs()}, exponent) : result;
  }

  @Override
  public Interval[] fractionalPower(Interval[] base, Rational exponent) {
    boolean isOddRoot = exponent.denominator().testBit(0);
    if (!isOddRoot || base[0].low() >= 0) {
      return power(base, of(exponent));
    }
    boolean isOdd = exponent.numerator().testBit(0);
    if (base[0].high() <= 0) {
      Interval[] root = power(negate(base), of(exponent));
      return isOdd ? negate(root) : root;
    }
    if (order > 0) {
      throw new UndefinedValueException("root at zero");
    }
    Interval size = of(exponent)[0];
    Interval above = new Interval(0, base[0].high()).power(size);
    Interval below = new Interval(0, -base[0].low()).power(size);
    return constant(above.hull(isOdd ? below.negate() : below));
  }

  @Override
  public Interval[] power(Interval[] base, Interval[] exponent) {
    if (order == 0) {
      budget.spend(1);
      return constant(base[0].power(exponent[0]));
    }
    return exp(times(exponent, ln(base)));
  }

  @Override
  public Interval[] call(String function, List<Interval[]> arguments) {
    Interval[] x = arguments.get(0);
    return switch (function) {
      case "sin" -> sinCos(x)[0];
      case "cos" -> sinCos(x)[1];
      case "tan" -> quotient(sinCos(x)[0], sinCos(x)[1]);
      case "cot" -> quotient(sinCos(x)[1], sinCos(x)[0]);
      case "sec" -> inverse(sinCos(x)[1]);
      case "csc" -> inverse(sinCos(x)[0]);
      case "arctan" -> integrated(x[0].arctan(), inverse(plus(one(), times(x, x))), x);
      case "arcsin" -> arcsin(x);
      case "arccos" ->
          plus(times(constant(Interval.of(0.5)), of(Node.Constant.PI)), negate(arcsin(x)));
      case "sinh" -> half(plus(exp(x), negate(exp(negate(x)))));
      case "cosh" -> half(plus(exp(x), exp(negate(x))));
      case "tanh" -> tanh(x);
      case "ln" -> ln(x);
      case "log" ->
          quotient(ln(x), ln(arguments.size() > 1 ? arguments.get(1) : constant(Interval.of(10))));
      case "abs" -> abs(x);
      case Enclosures.ENCLOSED -> constant(x[0].hull(arguments.get(1)[0]));
      default -> throw new UndefinedValueException(function);
    };
  }

  private Interval[] one() {
    return constant(Interval.ONE);
  }

  private Interval[] half(Interval[] value) {
    return times(constant(Interval.of(0.5)), value);
  }

  private Interval[] negate(Interval[] value) {
    Interval[] negative = new Interval[order + 1];
    Arrays.setAll(negative, k -> value[k].negate());
    return negative;
  }

  private Interval[] quotient(Interval[] left, Interval[] right) {
    return times(left, inverse(right));
  }

  private Interval[] abs(Interval[] x) {
    if (order > 0 && x[0].mayBeZero()) {
      throw new UndefinedValueException("absolute value at zero");
    }
    if (order == 0) {
      return constant(x[0].abs());
    }
    return x[0].low() > 0 ? x : negate(x);
  }

  private Interval[] ln(Interval[] x) {
    return integrated(x[0].ln(), order == 0 ? x : inverse(x), x);
  }

  private Interval[] arcsin(Interval[] x) {
    Interval value = x[0].arcsin();
    if (order == 0) {
      return constant(value);
    }
    Interval[] cosine =
        fractionalPower(
            plus(one(), negate(times(x, x))), Rational.of(BigInteger.ONE, BigInteger.TWO));
    return integrated(value, inverse(cosine), x);
  }

  private Interval[] tanh(Interval[] x) {
    Interval[] twice = exp(plus(x, x));
    return quotient(plus(twice, negate(one())), plus(twice, one()));
  }

  /** The series of a function of x whose derivative by x is given. */
  private Interval[] integrated(Interval value, Interval[] derivative, Interval[] x) {
    Interval[] series = constant(value);
    if (order == 0) {
      return series;
    }
    spendForProduct();
    for (int k = 1; k <= order; k++) {
      series[k] = slope(x, derivative, k);
    }
    return series;
  }

  /** The coefficient of the k-th power in the integral of x' times a factor. */
  private static Interval slope(Interval[] x, Interval[] factor, int k) {
    Interval total = Interval.ZERO;
    for (int j = 1; j <= k; j++) {
      total = total.plus(Interval.of(j).times(x[j]).times(factor[k - j]));
    }
    return total.times(Interval.of(k).inverse());
  }

  private Interval[] exp(Interval[] x) {
    spendForProduct();
    Interval[] series = constant(x[0].exp());
    for (int k = 1; k <= order; k++) {
      series[k] = slope(x, series, k);
    }
    return series;
  }

  private Interval[][] sinCos(Interval[] x) {
    spendForProduct();
    spendForProduct();
    Interval[] sin = constant(x[0].sin());
    Interval[] cos = constant(x[0].cos());
    for (int k = 1; k <= order; k++) {
      sin[k] = slope(x, cos, k);
      cos[k] = slope(x, sin, k).negate();
    }
    return new Interval[][] {sin, cos};
  }
}
