package io.mathscale.grader;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/** Elementary functions of complex numbers, by their exponentials and logarithms. */
final class PreciseFunctions {
  private static final PreciseComplex I =
      new PreciseComplex(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ZERO);
  private static final PreciseComplex HALF = PreciseComplex.exact(new BigDecimal("0.5"));
  private static final int LARGEST_FACTORIAL = 500;

  /** A number farther from an integer is none, however little is known of it. */
  private static final BigDecimal NEAR = new BigDecimal("1e-9");

  private final PreciseArithmetic numbers;
  private final PreciseExponentials exponentials;

  PreciseFunctions(PreciseArithmetic numbers, PreciseExponentials exponentials) {
    this.numbers = numbers;
    this.exponentials = exponentials;
  }

  PreciseComplex call(String function, List<PreciseComplex> arguments) {
    PreciseComplex x = arguments.get(0);
    return switch (function) {
      case "sin" -> sinCos(x)[0];
      case "cos" -> sinCos(x)[1];
      case "tan" -> quotient(sinCos(x)[0], sinCos(x)[1]);
      case "cot" -> quotient(sinCos(x)[1], sinCos(x)[0]);
      case "sec" -> numbers.inverse(sinCos(x)[1]);
      case "csc" -> numbers.inverse(sinCos(x)[0]);
      case "arcsin" -> arcsin(x);
      case "arccos" -> minus(halfPi(), arcsin(x));
      case "arctan" -> arctan(x);
      case "arccot" -> minus(halfPi(), arctan(x));
      case "arcsec" -> minus(halfPi(), arcsin(numbers.inverse(x)));
      case "arccsc" -> arcsin(numbers.inverse(x));
      case "sinh" -> numbers.times(HALF, minus(exponentials.exp(x), exponentials.exp(x.negate())));
      case "cosh" ->
          numbers.times(HALF, numbers.plus(exponentials.exp(x), exponentials.exp(x.negate())));
      case "tanh" -> tanh(x);
      case "coth" -> numbers.inverse(tanh(x));
      case "arcsinh" -> exponentials.ln(numbers.plus(x, root(numbers.plus(square(x), one()))));
      case "arccosh" -> exponentials.ln(numbers.plus(x, root(minus(square(x), one()))));
      case "arctanh" ->
          numbers.times(HALF, exponentials.ln(quotient(numbers.plus(one(), x), minus(one(), x))));
      case "ln" -> exponentials.ln(x);
      case "log" -> quotient(exponentials.ln(x), exponentials.ln(base(arguments)));
      case "abs" -> size(x);
      case "degree" -> numbers.times(x, degree());
      case "percent" -> quotient(x, PreciseComplex.exact(BigDecimal.valueOf(100)));
      case "factorial" -> factorial(x);
      case "binomial" ->
          quotient(
              factorial(x),
              numbers.times(factorial(arguments.get(1)), factorial(minus(x, arguments.get(1)))));
      default -> throw new Undefined(function);
    };
  }

  private PreciseComplex base(List<PreciseComplex> arguments) {
    return arguments.size() > 1 ? arguments.get(1) : PreciseComplex.exact(BigDecimal.TEN);
  }

  private PreciseComplex degree() {
    Rational part = Rational.of(BigInteger.ONE, BigInteger.valueOf(180));
    return numbers.times(numbers.of(Node.Constant.PI), numbers.of(part));
  }

  private PreciseComplex[] sinCos(PreciseComplex x) {
    if (x.isReal()) {
      return exponentials.sinCos(x);
    }
    PreciseComplex plus = exponentials.exp(numbers.times(I, x));
    PreciseComplex minus = numbers.inverse(plus);
    PreciseComplex sin = numbers.times(numbers.times(HALF, I.negate()), minus(plus, minus));
    return new PreciseComplex[] {sin, numbers.times(HALF, numbers.plus(plus, minus))};
  }

  private PreciseComplex arcsin(PreciseComplex x) {
    PreciseComplex cosine = root(minus(one(), square(x)));
    if (x.isReal() && cosine.isReal()) {
      return exponentials.angle(x, cosine);
    }
    PreciseComplex ln = exponentials.ln(numbers.plus(numbers.times(I, x), cosine));
    return numbers.times(I.negate(), ln);
  }

  private PreciseComplex arctan(PreciseComplex x) {
    if (x.isReal()) {
      return exponentials.angle(x, one());
    }
    PreciseComplex turned = numbers.times(I, x);
    PreciseComplex ln =
        minus(exponentials.ln(minus(one(), turned)), exponentials.ln(numbers.plus(one(), turned)));
    return numbers.times(numbers.times(HALF, I), ln);
  }

  private PreciseComplex tanh(PreciseComplex x) {
    PreciseComplex twice = exponentials.exp(numbers.plus(x, x));
    return quotient(minus(twice, one()), numbers.plus(twice, one()));
  }

  private PreciseComplex size(PreciseComplex x) {
    if (x.isReal()) {
      return PreciseComplex.real(x.re().abs(), x.error());
    }
    PreciseComplex conjugate = new PreciseComplex(x.re(), x.im().negate(), x.error());
    return root(numbers.times(x, conjugate));
  }

  private PreciseComplex factorial(PreciseComplex x) {
    BigDecimal nearest = x.re().setScale(0, RoundingMode.HALF_EVEN);
    boolean isCount =
        x.isReal()
            && x.re().subtract(nearest).abs().compareTo(x.error().min(NEAR)) <= 0
            && nearest.signum() >= 0;
    if (!isCount) {
      throw new Undefined("factorial of no natural number");
    }
    if (nearest.compareTo(BigDecimal.valueOf(LARGEST_FACTORIAL)) > 0) {
      throw new LimitReached("factorial");
    }
    PreciseComplex product = one();
    for (int i = 2; i <= nearest.intValueExact(); i++) {
      product = numbers.times(product, PreciseComplex.exact(BigDecimal.valueOf(i)));
    }
    return product;
  }

  private PreciseComplex halfPi() {
    return numbers.times(HALF, numbers.of(Node.Constant.PI));
  }

  private PreciseComplex root(PreciseComplex x) {
    return numbers.squareRoot(x);
  }

  private PreciseComplex square(PreciseComplex x) {
    return numbers.times(x, x);
  }

  private static PreciseComplex one() {
    return PreciseComplex.ONE;
  }

  private PreciseComplex minus(PreciseComplex left, PreciseComplex right) {
    return numbers.plus(left, right.negate());
  }

  private PreciseComplex quotient(PreciseComplex left, PreciseComplex right) {
    return numbers.times(left, numbers.inverse(right));
  }
}
