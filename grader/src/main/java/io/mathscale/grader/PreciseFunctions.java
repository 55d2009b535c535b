package io.mathscale.grader;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/** Elementary functions of complex numbers, by their exponentials and logarithms. */
final class PreciseFunctions {
  private static final PreciseComplex I = new PreciseComplex(BigDecimal.ZERO, BigDecimal.ONE);
  private static final PreciseComplex HALF = PreciseComplex.real(new BigDecimal("0.5"));
  private static final int LARGEST_FACTORIAL = 500;

  private final PreciseArithmetic numbers;

  PreciseFunctions(PreciseArithmetic numbers) {
    this.numbers = numbers;
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
      case "sinh" -> numbers.times(HALF, minus(numbers.exp(x), numbers.exp(x.negate())));
      case "cosh" -> numbers.times(HALF, numbers.plus(numbers.exp(x), numbers.exp(x.negate())));
      case "tanh" -> tanh(x);
      case "coth" -> numbers.inverse(tanh(x));
      case "arcsinh" -> numbers.ln(numbers.plus(x, root(numbers.plus(square(x), one()))));
      case "arccosh" -> numbers.ln(numbers.plus(x, root(minus(square(x), one()))));
      case "arctanh" ->
          numbers.times(HALF, numbers.ln(quotient(numbers.plus(one(), x), minus(one(), x))));
      case "ln" -> numbers.ln(x);
      case "log" -> quotient(numbers.ln(x), numbers.ln(base(arguments)));
      case "abs" -> size(x);
      case "degree" -> numbers.times(x, PreciseComplex.real(degree()));
      case "percent" -> quotient(x, PreciseComplex.real(BigDecimal.valueOf(100)));
      case "factorial" -> factorial(x);
      case "binomial" ->
          quotient(
              factorial(x),
              numbers.times(factorial(arguments.get(1)), factorial(minus(x, arguments.get(1)))));
      default -> throw new Undefined(function);
    };
  }

  private PreciseComplex base(List<PreciseComplex> arguments) {
    return arguments.size() > 1 ? arguments.get(1) : PreciseComplex.real(BigDecimal.TEN);
  }

  private BigDecimal degree() {
    return numbers
        .times(
            PreciseComplex.real(numbers.pi()),
            numbers.of(Rational.of(BigInteger.ONE, BigInteger.valueOf(180))))
        .re();
  }

  private PreciseComplex[] sinCos(PreciseComplex x) {
    if (x.isReal()) {
      BigDecimal[] both = numbers.sinCos(x.re());
      return new PreciseComplex[] {PreciseComplex.real(both[0]), PreciseComplex.real(both[1])};
    }
    PreciseComplex plus = numbers.exp(numbers.times(I, x));
    PreciseComplex minus = numbers.inverse(plus);
    PreciseComplex sin = numbers.times(numbers.times(HALF, I.negate()), minus(plus, minus));
    return new PreciseComplex[] {sin, numbers.times(HALF, numbers.plus(plus, minus))};
  }

  private PreciseComplex arcsin(PreciseComplex x) {
    PreciseComplex cosine = root(minus(one(), square(x)));
    if (x.isReal() && cosine.isReal()) {
      return PreciseComplex.real(numbers.angle(x.re(), cosine.re()));
    }
    PreciseComplex ln = numbers.ln(numbers.plus(numbers.times(I, x), cosine));
    return numbers.times(I.negate(), ln);
  }

  private PreciseComplex arctan(PreciseComplex x) {
    if (x.isReal()) {
      return PreciseComplex.real(numbers.angle(x.re(), BigDecimal.ONE));
    }
    PreciseComplex turned = numbers.times(I, x);
    PreciseComplex ln =
        minus(numbers.ln(minus(one(), turned)), numbers.ln(numbers.plus(one(), turned)));
    return numbers.times(numbers.times(HALF, I), ln);
  }

  private PreciseComplex tanh(PreciseComplex x) {
    PreciseComplex twice = numbers.exp(numbers.plus(x, x));
    return quotient(minus(twice, one()), numbers.plus(twice, one()));
  }

  private PreciseComplex size(PreciseComplex x) {
    if (x.isReal()) {
      return PreciseComplex.real(x.re().abs());
    }
    PreciseComplex conjugate = new PreciseComplex(x.re(), x.im().negate());
    return root(PreciseComplex.real(numbers.times(x, conjugate).re()));
  }

  private PreciseComplex factorial(PreciseComplex x) {
    BigDecimal nearest = x.re().setScale(0, RoundingMode.HALF_EVEN);
    boolean isCount = x.isReal() && x.re().compareTo(nearest) == 0 && nearest.signum() >= 0;
    if (!isCount) {
      throw new Undefined("factorial of no natural number");
    }
    if (nearest.compareTo(BigDecimal.valueOf(LARGEST_FACTORIAL)) > 0) {
      throw new LimitReached("factorial");
    }
    PreciseComplex product = one();
    for (int i = 2; i <= nearest.intValueExact(); i++) {
      product = numbers.times(product, PreciseComplex.real(BigDecimal.valueOf(i)));
    }
    return product;
  }

  private PreciseComplex halfPi() {
    return numbers.times(HALF, PreciseComplex.real(numbers.pi()));
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
