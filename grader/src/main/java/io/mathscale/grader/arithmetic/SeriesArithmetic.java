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
final class SeriesArithmetic implements Arithmetic<DoubleInterval[]> {
  private static final BigDecimal LARGEST_EXACT = new BigDecimal(1L << 53);

  private final String variable;
  private final DoubleInterval place;
  private final int order;
  private final StepBudget budget;

  /**
   * Expands at places.
   *
   * @param variable the name of the variable; others have no value
   * @param place where it is expanded: at each of these numbers
   * @param order the highest power that is kept
   */
  SeriesArithmetic(String variable, DoubleInterval place, int order, StepBudget budget) {
    this.variable = variable;
    this.place = place;
    this.order = order;
    this.budget = budget;
  }

  private DoubleInterval[] constant(DoubleInterval value) {
    DoubleInterval[] series = new DoubleInterval[order + 1];
    Arrays.fill(series, DoubleInterval.ZERO);
    series[0] = value;
    return series;
  }

  @Override
  public DoubleInterval[] of(Rational value) {
    BigDecimal numerator = new BigDecimal(value.numerator());
    if (value.isInteger() && numerator.abs().compareTo(LARGEST_EXACT) <= 0) {
      return constant(DoubleInterval.of(numerator.doubleValue()));
    }
    BigDecimal denominator = new BigDecimal(value.denominator());
    double nearest = numerator.divide(denominator, MathContext.DECIMAL64).doubleValue();
    return constant(DoubleInterval.around(nearest));
  }

  @Override
  public DoubleInterval[] of(Node.Constant constant) {
    return switch (constant) {
      case PI -> constant(DoubleInterval.around(Math.PI));
      case E -> constant(DoubleInterval.around(Math.E));
      case I, INFINITY -> throw new UndefinedValueException("no real number");
    };
  }

  @Override
  public DoubleInterval[] variable(String name) {
    if (!name.equals(variable)) {
      throw new UndefinedValueException(name);
    }
    DoubleInterval[] series = constant(place);
    if (order > 0) {
      series[1] = DoubleInterval.ONE;
    }
    return series;
  }

  @Override
  public DoubleInterval[] plus(DoubleInterval[] left, DoubleInterval[] right) {
    budget.spend(1);
    DoubleInterval[] sum = new DoubleInterval[order + 1];
    Arrays.setAll(sum, k -> left[k].plus(right[k]));
    return sum;
  }

  @Override
  public DoubleInterval[] times(DoubleInterval[] left, DoubleInterval[] right) {
    spendForProduct();
    DoubleInterval[] product = new DoubleInterval[order + 1];
    for (int k = 0; k <= order; k++) {
      DoubleInterval total = DoubleInterval.ZERO;
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
  public DoubleInterval[] inverse(DoubleInterval[] value) {
    spendForProduct();
    DoubleInterval[] inverse = new DoubleInterval[order + 1];
    inverse[0] = value[0].inverse();
    for (int k = 1; k <= order; k++) {
      DoubleInterval total = DoubleInterval.ZERO;
      for (int j = 1; j <= k; j++) {
        total = total.plus(value[j].times(inverse[k - j]));
      }
      inverse[k] = total.times(inverse[0]).negate();
    }
    return inverse;
  }

  @Override
  public DoubleInterval[] integerPower(DoubleInterval[] base, BigInteger exponent) {
    if (exponent.bitLength() > 10) {
      throw new UndefinedValueException("exponent");
    }
    if (exponent.signum() < 0) {
      return inverse(integerPower(base, exponent.negate()));
    }
    DoubleInterval[] result = constant(DoubleInterval.ONE);
    for (int i = exponent.bitLength() - 1; i >= 0; i--) {
      result = times(result, result);
      result = exponent.testBit(i) ? times(result, base) : result;
    }
    boolean isEvenAcrossZero = order == 0 && !exponent.testBit(0) && base[0].low() < 0;
    return isEvenAcrossZero ? integerPower(new DoubleInterval[] {base[0].abs()}, exponent) : result;
  }

  @Override
  public DoubleInterval[] fractionalPower(DoubleInterval[] base, Rational exponent) {
    boolean isOddRoot = exponent.denominator().testBit(0);
    if (!isOddRoot || base[0].low() >= 0) {
      return power(base, of(exponent));
    }
    boolean isOdd = exponent.numerator().testBit(0);
    if (base[0].high() <= 0) {
      DoubleInterval[] root = power(negate(base), of(exponent));
      return isOdd ? negate(root) : root;
    }
    if (order > 0) {
      throw new UndefinedValueException("root at zero");
    }
    DoubleInterval size = of(exponent)[0];
    DoubleInterval above = new DoubleInterval(0, base[0].high()).power(size);
    DoubleInterval below = new DoubleInterval(0, -base[0].low()).power(size);
    return constant(above.hull(isOdd ? below.negate() : below));
  }

  @Override
  public DoubleInterval[] power(DoubleInterval[] base, DoubleInterval[] exponent) {
    if (order == 0) {
      budget.spend(1);
      return constant(base[0].power(exponent[0]));
    }
    return exp(times(exponent, ln(base)));
  }

  @Override
  public DoubleInterval[] call(String function, List<DoubleInterval[]> arguments) {
    DoubleInterval[] x = arguments.get(0);
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
          plus(times(constant(DoubleInterval.of(0.5)), of(Node.Constant.PI)), negate(arcsin(x)));
      case "sinh" -> half(plus(exp(x), negate(exp(negate(x)))));
      case "cosh" -> half(plus(exp(x), exp(negate(x))));
      case "tanh" -> tanh(x);
      case "ln" -> ln(x);
      case "log" ->
          quotient(
              ln(x), ln(arguments.size() > 1 ? arguments.get(1) : constant(DoubleInterval.of(10))));
      case "abs" -> abs(x);
      case Enclosures.ENCLOSED -> constant(x[0].hull(arguments.get(1)[0]));
      default -> throw new UndefinedValueException(function);
    };
  }

  private DoubleInterval[] one() {
    return constant(DoubleInterval.ONE);
  }

  private DoubleInterval[] half(DoubleInterval[] value) {
    return times(constant(DoubleInterval.of(0.5)), value);
  }

  private DoubleInterval[] negate(DoubleInterval[] value) {
    DoubleInterval[] negative = new DoubleInterval[order + 1];
    Arrays.setAll(negative, k -> value[k].negate());
    return negative;
  }

  private DoubleInterval[] quotient(DoubleInterval[] left, DoubleInterval[] right) {
    return times(left, inverse(right));
  }

  private DoubleInterval[] abs(DoubleInterval[] x) {
    if (order > 0 && x[0].mayBeZero()) {
      throw new UndefinedValueException("absolute value at zero");
    }
    if (order == 0) {
      return constant(x[0].abs());
    }
    return x[0].low() > 0 ? x : negate(x);
  }

  private DoubleInterval[] ln(DoubleInterval[] x) {
    return integrated(x[0].ln(), order == 0 ? x : inverse(x), x);
  }

  private DoubleInterval[] arcsin(DoubleInterval[] x) {
    DoubleInterval value = x[0].arcsin();
    if (order == 0) {
      return constant(value);
    }
    DoubleInterval[] cosine =
        fractionalPower(
            plus(one(), negate(times(x, x))), Rational.of(BigInteger.ONE, BigInteger.TWO));
    return integrated(value, inverse(cosine), x);
  }

  private DoubleInterval[] tanh(DoubleInterval[] x) {
    DoubleInterval[] twice = exp(plus(x, x));
    return quotient(plus(twice, negate(one())), plus(twice, one()));
  }

  /** The series of a function of x whose derivative by x is given. */
  private DoubleInterval[] integrated(
      DoubleInterval value, DoubleInterval[] derivative, DoubleInterval[] x) {
    DoubleInterval[] series = constant(value);
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
  private static DoubleInterval slope(DoubleInterval[] x, DoubleInterval[] factor, int k) {
    DoubleInterval total = DoubleInterval.ZERO;
    for (int j = 1; j <= k; j++) {
      total = total.plus(DoubleInterval.of(j).times(x[j]).times(factor[k - j]));
    }
    return total.times(DoubleInterval.of(k).inverse());
  }

  private DoubleInterval[] exp(DoubleInterval[] x) {
    spendForProduct();
    DoubleInterval[] series = constant(x[0].exp());
    for (int k = 1; k <= order; k++) {
      series[k] = slope(x, series, k);
    }
    return series;
  }

  private DoubleInterval[][] sinCos(DoubleInterval[] x) {
    spendForProduct();
    spendForProduct();
    DoubleInterval[] sin = constant(x[0].sin());
    DoubleInterval[] cos = constant(x[0].cos());
    for (int k = 1; k <= order; k++) {
      sin[k] = slope(x, cos, k);
      cos[k] = slope(x, sin, k).negate();
    }
    return new DoubleInterval[][] {sin, cos};
  }
}
