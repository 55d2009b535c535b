package io.mathscale.grader.compare;

import io.mathscale.grader.arithmetic.ExactArithmetic;
import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Decimal;
import io.mathscale.grader.expression.Node.Num;
import io.mathscale.grader.expression.Node.Quantity;
import io.mathscale.grader.expression.Nodes;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.expression.Units;
import io.mathscale.grader.limits.StepBudget;
import io.mathscale.grader.verdict.Rule;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares answers one of which at least has a unit. */
final class MeasureEquality {
  private static final int SECONDS_OF_DEGREE = 3_600;

  /** Digits of a decimal that a conversion gives; with more it is a fraction. */
  private static final int MOST_PLACES = 12;

  private static final int[] SMALL_PRIMES = {2, 3, 5, 7, 11};

  /** How far answers may differ whose conversion is mostly rounded, as of miles. */
  private static final Rational ROUNDED = Rational.of(BigInteger.TWO, BigInteger.valueOf(100));

  /** Kinds of which some units have several sizes. */
  private static final Set<String> LOOSE = Set.of("data");

  /** Places of digits, with their powers of ten. */
  private static final Map<String, Integer> PLACES =
      Map.of(
          "tens",
          1,
          "hundreds",
          2,
          "thousands",
          3,
          "tenths",
          -1,
          "hundredths",
          -2,
          "thousandths",
          -3);

  private static final Set<String> TEMPERATURES =
      Set.of("temperature", "temperature f", "temperature k");

  /** Kinds that measure the same in ways that are not converted. */
  private static final List<Set<String>> RELATED =
      List.of(
          Set.of("yen", "yuan"),
          Set.of("time^-1", "time^-1*turn", "radian*time^-1", "angle*time^-1"),
          Set.of("turn", "radian", "angle"));

  private final Equality equality;
  private final StepBudget budget;

  MeasureEquality(Equality equality, StepBudget budget) {
    this.equality = equality;
    this.budget = budget;
  }

  /** Whether two answers mean the same, one of which at least is a quantity. */
  ComparisonResult compare(Node left, Node right) {
    if (left instanceof Quantity first && right instanceof Quantity second) {
      return quantities(first, second);
    }
    return left instanceof Quantity quantity
        ? measuredAndPlain(quantity, right)
        : measuredAndPlain((Quantity) right, left);
  }

  private ComparisonResult quantities(Quantity first, Quantity second) {
    Optional<Units.Unit> firstUnit = Units.parse(first.unit());
    Optional<Units.Unit> secondUnit = Units.parse(second.unit());
    if (firstUnit.isPresent() && secondUnit.isPresent()) {
      return known(first, firstUnit.get(), second, secondUnit.get());
    }
    ComparisonResult values = equality.compare(first.value(), second.value());
    boolean mayDiffer = !Units.sameWords(first.unit(), second.unit());
    return values.isRight() && mayDiffer ? ComparisonResult.undecided(Rule.UNITS) : values;
  }

  private ComparisonResult known(Quantity first, Units.Unit one, Quantity second, Units.Unit two) {
    if (one.equals(two)) {
      return equality.compare(first.value(), second.value());
    }
    if (isAngle(one) && isAngle(two)) {
      return ofUnits(equality.compare(inRadians(first, one), inRadians(second, two)));
    }
    if (one.kind().equals(two.kind())) {
      return ofUnits(converted(first, one, second, two));
    }
    Set<String> kinds = Set.of(one.kind(), two.kind());
    if (TEMPERATURES.containsAll(kinds)) {
      return ofUnits(
          equality.compare(
              inCelsius(first.value(), one.kind()), inCelsius(second.value(), two.kind())));
    }
    return RELATED.stream().anyMatch(related -> related.containsAll(kinds))
        ? ComparisonResult.undecided(Rule.UNITS)
        : ComparisonResult.wrong(Rule.UNITS);
  }

  private static ComparisonResult ofUnits(ComparisonResult result) {
    return new ComparisonResult(result.outcome(), Rule.UNITS);
  }

  /** Converts the value that is not a decimal, as a decimal may be rounded. */
  private ComparisonResult converted(
      Quantity first, Units.Unit one, Quantity second, Units.Unit two) {
    Rational factor = one.size().dividedBy(two.size());
    boolean firstIsRounded = first.value() instanceof Decimal;
    boolean secondIsRounded = second.value() instanceof Decimal;
    ComparisonResult result =
        firstIsRounded && !secondIsRounded
            ? equality.compare(first.value(), times(second.value(), factor.inverse()))
            : equality.compare(times(first.value(), factor), second.value());
    if (!result.isRight() && firstIsRounded && secondIsRounded) {
      ComparisonResult other =
          equality.compare(first.value(), times(second.value(), factor.inverse()));
      result = other.isRight() ? other : result;
    }
    return result.isWrong() && mayBeRounded(first, one, second, factor)
        ? ComparisonResult.undecided(Rule.UNITS)
        : result;
  }

  /** Whether the two are of units whose sizes are mostly rounded, or of which there are several. */
  private boolean mayBeRounded(Quantity first, Units.Unit unit, Quantity second, Rational factor) {
    if (LOOSE.contains(unit.kind())) {
      return true;
    }
    boolean hasTon = first.unit().startsWith("ton") != second.unit().startsWith("ton");
    return isOfTwoSystems(factor) && (hasTon || areNear(first, second, factor));
  }

  /** Whether the factor has a large prime, as factors between metric and other units have. */
  private static boolean isOfTwoSystems(Rational factor) {
    return !isSmooth(factor.numerator()) || !isSmooth(factor.denominator());
  }

  private static boolean isSmooth(BigInteger number) {
    BigInteger rest = number;
    for (int small : SMALL_PRIMES) {
      BigInteger prime = BigInteger.valueOf(small);
      while (rest.signum() != 0 && rest.mod(prime).signum() == 0) {
        rest = rest.divide(prime);
      }
    }
    return rest.equals(BigInteger.ONE);
  }

  private boolean areNear(Quantity first, Quantity second, Rational factor) {
    Optional<Rational> one = ExactArithmetic.of(first.value(), budget);
    Optional<Rational> other = ExactArithmetic.of(second.value(), budget);
    if (one.isEmpty() || other.isEmpty()) {
      return false;
    }
    Rational value = one.get().times(factor);
    Rational difference = value.minus(other.get()).abs();
    return difference.compareTo(value.abs().times(ROUNDED)) <= 0;
  }

  /** The value times a factor; a decimal if it is one of few digits. */
  private static Node times(Node value, Rational factor) {
    if (!(value instanceof Num) && !(value instanceof Decimal)) {
      return Nodes.product(List.of(new Num(factor), value));
    }
    Rational exact =
        value instanceof Num number ? number.value() : Rational.of(((Decimal) value).value());
    Rational product = exact.times(factor);
    if (product.isInteger()) {
      return new Num(product);
    }
    try {
      BigDecimal digits =
          new BigDecimal(product.numerator()).divide(new BigDecimal(product.denominator()));
      return digits.scale() <= MOST_PLACES ? new Decimal(digits) : new Num(product);
    } catch (ArithmeticException endless) {
      return new Num(product);
    }
  }

  private static Node inCelsius(Node value, String kind) {
    return switch (kind) {
      case "temperature f" -> times(plus(value, "-32"), Rational.of(5).dividedBy(Rational.of(9)));
      case "temperature k" -> plus(value, "-273.15");
      default -> value;
    };
  }

  private static Node plus(Node value, String number) {
    BigDecimal addend = new BigDecimal(number);
    if (value instanceof Num plain) {
      return new Num(plain.value().plus(Rational.of(addend)));
    }
    return value instanceof Decimal decimal
        ? new Decimal(decimal.value().add(addend))
        : Nodes.sum(List.of(value, new Num(Rational.of(addend))));
  }

  /** A unit may be left out, but percent and degrees are units of their own. */
  private ComparisonResult measuredAndPlain(Quantity quantity, Node other) {
    if (PLACES.containsKey(quantity.unit())) {
      return placed(quantity, other);
    }
    Optional<Units.Unit> unit = Units.parse(quantity.unit());
    boolean isPercent = isCall(other, "percent");
    boolean isDegree = isCall(other, "degree");
    if (isDegree && unit.isPresent() && isAngle(unit.get())) {
      Quantity degrees = new Quantity(((Node.Call) other).arguments().get(0), "degree");
      return quantities(quantity, degrees);
    }
    if ((isPercent || isDegree)
        && unit.isPresent()
        && !unit.get().kind().startsWith("temperature")) {
      return ComparisonResult.wrong(Rule.UNITS);
    }
    ComparisonResult values =
        equality.compare(
            quantity.value(),
            isDegree || isPercent ? ((Node.Call) other).arguments().get(0) : other);
    return values.isRight() && (isPercent || isDegree)
        ? ComparisonResult.undecided(Rule.UNITS)
        : values;
  }

  /** {@code 6 tens} is 60, or 6 where a question asks how many tens. */
  private ComparisonResult placed(Quantity quantity, Node other) {
    Rational power = Rational.of(10).power(BigInteger.valueOf(PLACES.get(quantity.unit())));
    ComparisonResult scaled = equality.compare(times(quantity.value(), power), other);
    boolean isCount = !scaled.isRight() && equality.compare(quantity.value(), other).isRight();
    return isCount ? ComparisonResult.undecided(Rule.UNITS) : scaled;
  }

  private static boolean isCall(Node node, String function) {
    return node instanceof Node.Call call && call.function().equals(function);
  }

  private static boolean isAngle(Units.Unit unit) {
    return unit.kind().equals("angle") || unit.kind().equals("radian");
  }

  private static Node inRadians(Quantity angle, Units.Unit unit) {
    return unit.kind().equals("radian")
        ? angle.value()
        : Nodes.product(
            List.of(
                angle.value(),
                new Num(unit.size().dividedBy(Rational.of(SECONDS_OF_DEGREE))),
                ScalarEquality.DEGREE));
  }
}
