package io.mathscale.grader.arithmetic;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.limits.LimitReachedException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/** Elementary functions of complex numbers, computed from exponentials and logarithms. */
final class BallFunctions {
  private static final ComplexBall I =
      new ComplexBall(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ZERO);
  private static final ComplexBall HALF = ComplexBall.exact(new BigDecimal("0.5"));
  private static final int LARGEST_FACTORIAL = 500;

  /** A number farther than this from an integer is not one, however large its error. */
  private static final BigDecimal NEAR = new BigDecimal("1e-9");

  private final BallArithmetic numbers;
  private final BallExponentials exponentials;

  BallFunctions(BallArithmetic numbers, BallExponentials exponentials) {
    this.numbers = numbers;
    this.exponentials = exponentials;
  }

  ComplexBall call(String function, List<ComplexBall> arguments) {
    ComplexBall x = arguments.get(0);
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
      case "floor" -> rounded(x, RoundingMode.FLOOR);
      case "ceil" -> rounded(x, RoundingMode.CEILING);
      case "degree" -> numbers.times(x, degree());
      case "percent" -> quotient(x, ComplexBall.exact(BigDecimal.valueOf(100)));
      case "factorial" -> factorial(x);
      case "binomial" ->
          quotient(
              factorial(x),
              numbers.times(factorial(arguments.get(1)), factorial(minus(x, arguments.get(1)))));
      case Enclosures.ENCLOSED -> between(x, arguments.get(1));
      default -> throw new UndefinedValueException(function);
    };
  }

  private static ComplexBall between(ComplexBall low, ComplexBall high) {
    BigDecimal middle = low.re().add(high.re()).divide(BigDecimal.valueOf(2));
    return ComplexBall.real(middle, high.re().subtract(low.re()).round(ComplexBall.ROUGH));
  }

  private ComplexBall base(List<ComplexBall> arguments) {
    return arguments.size() > 1 ? arguments.get(1) : ComplexBall.exact(BigDecimal.TEN);
  }

  private ComplexBall degree() {
    Rational part = Rational.of(BigInteger.ONE, BigInteger.valueOf(180));
    return numbers.times(numbers.of(Node.Constant.PI), numbers.of(part));
  }

  private ComplexBall[] sinCos(ComplexBall x) {
    if (x.isReal()) {
      return exponentials.sinCos(x);
    }
    ComplexBall plus = exponentials.exp(numbers.times(I, x));
    ComplexBall minus = numbers.inverse(plus);
    ComplexBall sin = numbers.times(numbers.times(HALF, I.negate()), minus(plus, minus));
    return new ComplexBall[] {sin, numbers.times(HALF, numbers.plus(plus, minus))};
  }

  private ComplexBall arcsin(ComplexBall x) {
    ComplexBall cosine = root(minus(one(), square(x)));
    if (x.isReal() && cosine.isReal()) {
      return exponentials.angle(x, cosine);
    }
    ComplexBall ln = exponentials.ln(numbers.plus(numbers.times(I, x), cosine));
    return numbers.times(I.negate(), ln);
  }

  private ComplexBall arctan(ComplexBall x) {
    if (x.isReal()) {
      return exponentials.angle(x, one());
    }
    ComplexBall turned = numbers.times(I, x);
    ComplexBall ln =
        minus(exponentials.ln(minus(one(), turned)), exponentials.ln(numbers.plus(one(), turned)));
    return numbers.times(numbers.times(HALF, I), ln);
  }

  private ComplexBall tanh(ComplexBall x) {
    ComplexBall twice = exponentials.exp(numbers.plus(x, x));
    return quotient(minus(twice, one()), numbers.plus(twice, one()));
  }

  private ComplexBall size(ComplexBall x) {
    if (x.isReal()) {
      return ComplexBall.real(x.re().abs(), x.error());
    }
    ComplexBall conjugate = new ComplexBall(x.re(), x.im().negate(), x.error());
    return root(numbers.times(x, conjugate));
  }

  /** The next integer in one direction, if the error leaves no doubt which one that is. */
  private static ComplexBall rounded(ComplexBall x, RoundingMode direction) {
    BigDecimal low = x.re().subtract(x.error()).setScale(0, direction);
    BigDecimal high = x.re().add(x.error()).setScale(0, direction);
    if (!x.isReal() || low.compareTo(high) != 0) {
      throw new UndefinedValueException("rounding of a number near an integer");
    }
    return ComplexBall.exact(low);
  }

  private ComplexBall factorial(ComplexBall x) {
    BigDecimal nearest = x.re().setScale(0, RoundingMode.HALF_EVEN);
    boolean isCount =
        x.isReal()
            && x.re().subtract(nearest).abs().compareTo(x.error().min(NEAR)) <= 0
            && nearest.signum() >= 0;
    if (!isCount) {
      throw new UndefinedValueException("factorial of no natural number");
    }
    if (nearest.compareTo(BigDecimal.valueOf(LARGEST_FACTORIAL)) > 0) {
      throw new LimitReachedException("factorial");
    }
    ComplexBall product = one();
    for (int i = 2; i <= nearest.intValueExact(); i++) {
      product = numbers.times(product, ComplexBall.exact(BigDecimal.valueOf(i)));
    }
    return product;
  }

  private ComplexBall halfPi() {
    return numbers.times(HALF, numbers.of(Node.Constant.PI));
  }

  private ComplexBall root(ComplexBall x) {
    return numbers.squareRoot(x);
  }

  private ComplexBall square(ComplexBall x) {
    return numbers.times(x, x);
  }

  private static ComplexBall one() {
    return ComplexBall.ONE;
  }

  private ComplexBall minus(ComplexBall left, ComplexBall right) {
    return numbers.plus(left, right.negate());
  }

  private ComplexBall quotient(ComplexBall left, ComplexBall right) {
    return numbers.times(left, numbers.inverse(right));
  }
}
