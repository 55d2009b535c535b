package io.mathscale.grader.arithmetic;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.NodeTraversal;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.limits.GradingLimits;
import io.mathscale.grader.limits.LimitReachedException;
import io.mathscale.grader.limits.StepBudget;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Exact arithmetic with fractions. */
public final class ExactArithmetic implements Arithmetic<Rational> {
  private static final Rational HUNDREDTH = Rational.of(BigInteger.ONE, BigInteger.valueOf(100));

  private static final Set<String> FUNCTIONS =
      Set.of(
          "factorial",
          "binomial",
          "percent",
          "abs",
          "floor",
          "ceil",
          "min",
          "max",
          "gcd",
          "lcm",
          "mod",
          "numeral",
          "base");

  /** Integers of so many bits are doubles, and so are the roots of squares among them. */
  private static final int EXACT_BITS = 53;

  private final Map<String, Rational> variables;
  private final StepBudget budget;

  ExactArithmetic(Map<String, Rational> variables, StepBudget budget) {
    this.variables = variables;
    this.budget = budget;
  }

  /** The value of a formula if it is a fraction that can be computed exactly, else empty. */
  public static Optional<Rational> of(Node node, StepBudget budget) {
    if (node instanceof Node.Num number) {
      return Optional.of(number.value());
    }
    if (!mayBeExact(node)) {
      return Optional.empty();
    }
    try {
      return Optional.of(at(Map.of(), node, budget));
    } catch (UndefinedValueException undefined) {
      return Optional.empty();
    }
  }

  /**
   * Whether there is nothing in a formula without variables that has no exact value; to know it
   * before costs less than an exception.
   */
  private static boolean mayBeExact(Node node) {
    if (node instanceof Node.Num || node instanceof Node.Decimal) {
      return true;
    }
    if (node instanceof Node.Power power) {
      return mayBeExact(power.base())
          && mayBeExact(power.exponent())
          && !isIrrationalRoot(power.base(), power.exponent());
    }
    boolean isOfParts =
        node instanceof Node.Sum
            || node instanceof Node.Product
            || (node instanceof Node.Call call && FUNCTIONS.contains(call.function()));
    if (!isOfParts) {
      return false;
    }
    List<Node> parts = NodeTraversal.children(node);
    for (int i = 0; i < parts.size(); i++) {
      if (!mayBeExact(parts.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether this is a square root of a number that is no square. */
  private static boolean isIrrationalRoot(Node base, Node exponent) {
    return base instanceof Node.Num number
        && exponent instanceof Node.Num root
        && root.value().denominator().equals(BigInteger.TWO)
        && (number.value().signum() < 0
            || isNoSquare(number.value().numerator())
            || isNoSquare(number.value().denominator()));
  }

  private static boolean isNoSquare(BigInteger value) {
    if (value.bitLength() > EXACT_BITS) {
      return false;
    }
    long root = (long) Math.sqrt(value.doubleValue());
    return root * root != value.longValue();
  }

  /**
   * The value of a formula where its variables have these values.
   *
   * @throws UndefinedValueException if it is not a fraction there
   */
  public static Rational at(Map<String, Rational> variables, Node node, StepBudget budget) {
    return new Evaluator<>(new ExactArithmetic(variables, budget), budget).valueOf(node);
  }

  @Override
  public Rational of(Rational value) {
    return value;
  }

  @Override
  public Rational of(Node.Constant constant) {
    throw new UndefinedValueException("no fraction");
  }

  @Override
  public Rational variable(String name) {
    Rational value = variables.get(name);
    if (value == null) {
      throw new UndefinedValueException(name);
    }
    return value;
  }

  @Override
  public Rational plus(Rational left, Rational right) {
    spendFor(left, right);
    return left.plus(right);
  }

  @Override
  public Rational times(Rational left, Rational right) {
    spendFor(left, right);
    return left.times(right);
  }

  @Override
  public Rational inverse(Rational value) {
    return value.inverse();
  }

  @Override
  public Rational integerPower(Rational base, BigInteger exponent) {
    Rational power = base.power(exponent);
    budget.spend(power.bits() >> 7);
    return power;
  }

  /** Long fractions take time, mostly to reduce them: the square of their length. */
  private void spendFor(Rational left, Rational right) {
    int words = (left.bits() + right.bits()) >> 5;
    boolean areIntegers = left.isInteger() && right.isInteger();
    budget.spend(areIntegers ? words >> 4 : (words * words) >> 9);
  }

  @Override
  public Rational fractionalPower(Rational base, Rational exponent) {
    BigInteger index = exponent.denominator();
    if (index.bitLength() > 10 || (base.signum() < 0 && !index.testBit(0))) {
      throw new UndefinedValueException("no real root");
    }
    BigInteger numerator = root(base.numerator().abs(), index.intValue());
    BigInteger denominator = root(base.denominator(), index.intValue());
    Rational root = Rational.of(base.signum() < 0 ? numerator.negate() : numerator, denominator);
    return integerPower(root, exponent.numerator());
  }

  @Override
  public Rational power(Rational base, Rational exponent) {
    return exponent.isInteger()
        ? integerPower(base, exponent.numerator())
        : fractionalPower(base, exponent);
  }

  /** The integer whose power with this index is the value. */
  private BigInteger root(BigInteger value, int index) {
    if (value.bitLength() <= 1) {
      return value;
    }
    if (index >= value.bitLength() || value.bitLength() > 4096) {
      throw new UndefinedValueException("no exact root");
    }
    budget.spend(20);
    BigInteger low = BigInteger.ONE;
    BigInteger high = BigInteger.ONE.shiftLeft(value.bitLength() / index + 1);
    while (low.compareTo(high) < 0) {
      BigInteger middle = low.add(high).add(BigInteger.ONE).shiftRight(1);
      if (middle.pow(index).compareTo(value) <= 0) {
        low = middle;
      } else {
        high = middle.subtract(BigInteger.ONE);
      }
    }
    if (!low.pow(index).equals(value)) {
      throw new UndefinedValueException("no exact root");
    }
    return low;
  }

  @Override
  public Rational call(String function, List<Rational> arguments) {
    Rational first = arguments.get(0);
    return switch (function) {
      case "factorial" -> Rational.of(factorial(integer(first)));
      case "binomial" -> binomial(integer(first), integer(arguments.get(1)));
      case "percent" -> first.times(HUNDREDTH);
      case "abs" -> first.abs();
      case "floor" -> Rational.of(floor(first));
      case "ceil" -> Rational.of(floor(first.negate()).negate());
      case "min" -> arguments.stream().min(Rational::compareTo).orElseThrow();
      case "max" -> arguments.stream().max(Rational::compareTo).orElseThrow();
      case "gcd" ->
          Rational.of(
              arguments.stream()
                  .map(ExactArithmetic::integer)
                  .reduce(BigInteger::gcd)
                  .orElseThrow());
      case "lcm" -> leastCommonMultiple(arguments);
      case "mod" -> remainder(integer(first), integer(arguments.get(1)));
      case "numeral" -> first;
      case "base" -> inBase(integer(first), integer(arguments.get(1)));
      default -> throw new UndefinedValueException(function);
    };
  }

  private static BigInteger integer(Rational value) {
    if (!value.isInteger()) {
      throw new UndefinedValueException("no integer");
    }
    return value.numerator();
  }

  private static BigInteger floor(Rational value) {
    BigInteger[] parts = value.numerator().divideAndRemainder(value.denominator());
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  private static Rational leastCommonMultiple(List<Rational> numbers) {
    Rational multiple = Rational.ONE;
    for (Rational number : numbers) {
      BigInteger value = integer(number);
      if (value.signum() == 0) {
        throw new UndefinedValueException("multiple of zero");
      }
      BigInteger divisor = multiple.numerator().gcd(value);
      multiple = multiple.times(Rational.of(value.abs().divide(divisor)));
    }
    return multiple;
  }

  private static Rational remainder(BigInteger value, BigInteger modulus) {
    if (modulus.signum() <= 0) {
      throw new UndefinedValueException("modulus");
    }
    return Rational.of(value.mod(modulus));
  }

  private BigInteger factorial(BigInteger n) {
    if (n.signum() < 0) {
      throw new UndefinedValueException("factorial of a negative number");
    }
    if (n.bitLength() > 31 || n.intValue() > GradingLimits.MAX_FACTORIAL) {
      throw new LimitReachedException("factorial");
    }
    budget.spend(n.intValue());
    return product(1, n.intValue());
  }

  /** The product of consecutive integers, in halves so that factors are of similar length. */
  private static BigInteger product(int from, int to) {
    if (to - from < 8) {
      BigInteger product = BigInteger.ONE;
      for (int i = from; i <= to; i++) {
        product = product.multiply(BigInteger.valueOf(i));
      }
      return product;
    }
    int middle = (from + to) >>> 1;
    return product(from, middle).multiply(product(middle + 1, to));
  }

  private Rational binomial(BigInteger n, BigInteger k) {
    if (k.signum() < 0 || n.compareTo(k) < 0) {
      return Rational.ZERO;
    }
    BigInteger small = k.min(n.subtract(k));
    if (small.bitLength() > 12) {
      throw new LimitReachedException("binomial");
    }
    budget.spend(small.intValue());
    BigInteger value = BigInteger.ONE;
    for (int i = 0; i < small.intValue(); i++) {
      value = value.multiply(n.subtract(BigInteger.valueOf(i))).divide(BigInteger.valueOf(i + 1L));
      budget.spend(value.bitLength() >> 9);
      if (value.bitLength() > GradingLimits.MAX_BITS) {
        throw new LimitReachedException("bits of a binomial");
      }
    }
    return Rational.of(value);
  }

  private static Rational inBase(BigInteger digits, BigInteger base) {
    if (base.bitLength() > 6 || base.intValue() < 2 || base.intValue() > 36) {
      throw new UndefinedValueException("base");
    }
    String numeral = digits.toString();
    for (int i = 0; i < numeral.length(); i++) {
      if (Character.digit(numeral.charAt(i), base.intValue()) < 0) {
        throw new UndefinedValueException("digit beyond the base");
      }
    }
    return Rational.of(new BigInteger(numeral, base.intValue()));
  }
}
