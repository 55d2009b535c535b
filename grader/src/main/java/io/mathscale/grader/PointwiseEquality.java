package io.mathscale.grader;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares formulas by their values at points that are the same for the same variables. */
final class PointwiseEquality {
  private static final PreciseReal FIFTY_DIGITS = new PreciseReal(50);
  private static final PreciseReal HUNDRED_DIGITS = new PreciseReal(100);

  /** Agreement to so many of fifty digits counts as equality. */
  private static final int AGREEING_DIGITS = 42;

  /** A difference above this part of the largest term is no rounding error. */
  private static final int ERROR_DIGITS = 38;

  /** A term larger than this part of another shows in fifty digits. */
  private static final int SHOWING_DIGITS = 30;

  /** Agreement to so many of a hundred digits counts as equality. */
  private static final int AGREEING_FINE_DIGITS = 92;

  /** What rounding leaves of a hundred digits and their guards is larger than this part. */
  private static final int NO_ROUNDING_DIGITS = 130;

  private static final int POINTS = 3;
  private static final int TRIES = 14;
  private static final int INTEGER_TRIES = 40;
  private static final int LARGEST_INTEGER = 12;

  private final Budget budget;
  private final Map<Place, Optional<Value>> known = new HashMap<>();

  PointwiseEquality(Budget budget) {
    this.budget = budget;
  }

  /** Whether two rational expressions are equal, or empty if one is none. */
  Optional<Boolean> asRationalExpressions(Node left, Node right) {
    if (!isRationalExpression(left) || !isRationalExpression(right)) {
      return Optional.empty();
    }
    int agreed = 0;
    for (int point = 0; point < TRIES && agreed < 2 * ModularArithmetic.PRIMES.length; point++) {
      for (long prime : ModularArithmetic.PRIMES) {
        Evaluation<Long> evaluation = new Evaluation<>(new ModularArithmetic(prime, point), budget);
        try {
          if (!evaluation.valueOf(left).equals(evaluation.valueOf(right))) {
            return Optional.of(false);
          }
          agreed++;
        } catch (Undefined undefined) {
          // a pole at this point; the next one is elsewhere
        }
      }
    }
    return agreed > 0 ? Optional.of(true) : Optional.empty();
  }

  private boolean isRationalExpression(Node node) {
    if (node instanceof Node.Power power) {
      Optional<Rational> exponent = ExactValue.of(power.exponent(), budget);
      return exponent.isPresent()
          && exponent.get().isInteger()
          && isRationalExpression(power.base());
    }
    if (node instanceof Node.Call call) {
      return Evaluation.isOpaque(call.function()) || call.function().equals("percent");
    }
    if (node instanceof Node.Sum || node instanceof Node.Product) {
      return Formulas.parts(node).stream().allMatch(this::isRationalExpression);
    }
    return node instanceof Node.Num
        || node instanceof Node.Decimal
        || node instanceof Node.Name
        || (node instanceof Node.Constant && node != Node.Constant.INFINITY);
  }

  /** Compares formulas with factorials of variables, where these are small integers. */
  Optional<Judgement> atIntegers(Node left, Node right) {
    if (!hasCounts(left) && !hasCounts(right)) {
      return Optional.empty();
    }
    Set<String> names = new TreeSet<>();
    collectNames(left, names);
    collectNames(right, names);
    if (names.isEmpty()) {
      return Optional.empty();
    }
    int agreed = 0;
    for (int point = 0; point < INTEGER_TRIES && agreed < 2 * POINTS; point++) {
      Map<String, Rational> variables = new HashMap<>();
      for (String name : names) {
        long value = RandomPoints.longAt(name, point) % LARGEST_INTEGER + 1;
        variables.put(name, Rational.of(value));
      }
      try {
        Rational atLeft = ExactValue.at(variables, left, budget);
        Rational atRight = ExactValue.at(variables, right, budget);
        if (!atLeft.equals(atRight)) {
          return Optional.of(Judgement.wrong(Rule.NUMERIC_FORMULA));
        }
        agreed++;
      } catch (Undefined undefined) {
        // no natural number at this point
      }
    }
    return agreed < POINTS ? Optional.empty() : Optional.of(Judgement.right(Rule.NUMERIC_FORMULA));
  }

  private static boolean hasCounts(Node node) {
    return Formulas.any(
        node,
        part ->
            part instanceof Node.Call call
                && (call.function().equals("factorial") || call.function().equals("binomial"))
                && Formulas.any(call, Node.Name.class::isInstance));
  }

  private static void collectNames(Node node, Set<String> names) {
    if (node instanceof Node.Name name) {
      names.add(name.name());
    }
    Formulas.parts(node).forEach(part -> collectNames(part, names));
  }

  /** Compares formulas of any functions by their values to fifty digits. */
  Judgement numerically(Node left, Node right) {
    boolean varies =
        Formulas.any(left, ScalarEquality::isVariable)
            || Formulas.any(right, ScalarEquality::isVariable);
    boolean isComplex = !varies || hasImaginaryUnit(left) || hasImaginaryUnit(right);
    boolean bothSigns = hasAbsoluteValue(left) || hasAbsoluteValue(right);
    int needed = varies ? POINTS : 1;
    int agreed = 0;
    int outside = 0;
    for (int point = 0; point < (varies ? TRIES : 1) && agreed < needed; point++) {
      try {
        Values values = valuesAt(point, left, right, bothSigns, FIFTY_DIGITS);
        if (!isComplex && !values.areReal()) {
          boolean onlyOneIsReal = values.left().isReal() != values.right().isReal();
          if (bothSigns && onlyOneIsReal) {
            return Judgement.wrong(Rule.NUMERIC_FORMULA);
          }
          outside += onlyOneIsReal ? 1 : 0;
          continue;
        }
        if (!agree(values, point, left, right, bothSigns)) {
          return Judgement.wrong(Rule.NUMERIC_FORMULA);
        }
        agreed++;
      } catch (Undefined undefined) {
        // outside the domain at this point
      }
    }
    if (agreed == 0 && outside == TRIES) {
      return Judgement.wrong(Rule.NUMERIC_FORMULA);
    }
    return agreed == needed
        ? Judgement.right(Rule.NUMERIC_FORMULA)
        : Judgement.undecided(Rule.NUMERIC_FORMULA);
  }

  private boolean agree(Values values, int point, Node left, Node right, boolean bothSigns) {
    BigDecimal difference = values.difference();
    if (isNegligible(difference, values.size(), AGREEING_DIGITS)) {
      return !values.hasTermBelow(SHOWING_DIGITS) || agreeFinely(point, left, right, bothSigns);
    }
    if (!isNegligible(difference, values.size().max(values.largest()), ERROR_DIGITS)) {
      return false;
    }
    // what is left of a cancellation: more digits make an error smaller, but no true difference
    BigDecimal finer = valuesAt(point, left, right, bothSigns, HUNDRED_DIGITS).difference();
    return isNegligible(finer, difference, ERROR_DIGITS);
  }

  /**
   * Whether two values agree to many more digits, where a term is tiny beside another. It may be
   * what rounding left of zero; a term that no number of digits shows leaves the case open.
   */
  private boolean agreeFinely(int point, Node left, Node right, boolean bothSigns) {
    Values finer = valuesAt(point, left, right, bothSigns, HUNDRED_DIGITS);
    if (finer.hasTermBelow(NO_ROUNDING_DIGITS)) {
      throw new LimitReached("digits of a sum");
    }
    return isNegligible(finer.difference(), finer.size(), AGREEING_FINE_DIGITS);
  }

  private static boolean isNegligible(BigDecimal part, BigDecimal whole, int digits) {
    return part.signum() == 0 || part.compareTo(whole.scaleByPowerOfTen(-digits)) <= 0;
  }

  /** Whether a decimal is the rounding of a constant, of which it has enough digits. */
  Judgement isWithin(Node constant, BigDecimal decimal) {
    try {
      Value worked = valueAt(new Place(constant, 0, false, FIFTY_DIGITS));
      PreciseComplex value = worked.value();
      if (!isNegligible(value.im().abs(), value.size().max(worked.largest()), ERROR_DIGITS)) {
        return Judgement.wrong(Rule.ROUNDED_DECIMAL);
      }
      BigDecimal rounded = value.re().setScale(decimal.scale(), RoundingMode.HALF_UP);
      return Judgement.of(rounded.compareTo(decimal) == 0, Rule.ROUNDED_DECIMAL);
    } catch (Undefined undefined) {
      return Judgement.undecided(Rule.ROUNDED_DECIMAL);
    }
  }

  /** Whether two formulas that are multiples of each other have the same sign. */
  boolean haveSameSign(Node left, Node right) {
    for (int point = 0; point < TRIES; point++) {
      try {
        Values values = valuesAt(point, left, right, false, FIFTY_DIGITS);
        int product = values.left().re().signum() * values.right().re().signum();
        if (product != 0) {
          return product > 0;
        }
      } catch (Undefined undefined) {
        // outside the domain at this point
      }
    }
    return false;
  }

  private Values valuesAt(int point, Node left, Node right, boolean bothSigns, PreciseReal reals) {
    Value atLeft = valueAt(new Place(left, point, bothSigns, reals));
    Value atRight = valueAt(new Place(right, point, bothSigns, reals));
    return new Values(atLeft, atRight);
  }

  /** Members of sets are compared many times, and worked out once. */
  private Value valueAt(Place place) {
    Optional<Value> value = known.get(place);
    if (value == null) {
      value = workedOut(place);
      known.put(place, value);
    }
    return value.orElseThrow(() -> new Undefined("no value here"));
  }

  private Optional<Value> workedOut(Place place) {
    PreciseArithmetic arithmetic =
        new PreciseArithmetic(place.reals(), place.point(), place.bothSigns(), budget);
    try {
      PreciseComplex value = new Evaluation<>(arithmetic, budget).valueOf(place.formula());
      return Optional.of(new Value(value, arithmetic.largest(), arithmetic.smallest()));
    } catch (Undefined undefined) {
      return Optional.empty();
    }
  }

  private static boolean hasImaginaryUnit(Node node) {
    return Formulas.any(node, Node.Constant.I::equals);
  }

  private static boolean hasAbsoluteValue(Node node) {
    return Formulas.any(
        node, part -> part instanceof Node.Call call && call.function().equals("abs"));
  }

  /** A formula and the point at which it is taken. */
  private record Place(Node formula, int point, boolean bothSigns, PreciseReal reals) {}

  /**
   * The value of a formula at one point.
   *
   * @param largest the largest term of any sum on the way to it
   * @param smallest the smallest term but zero
   */
  private record Value(PreciseComplex value, BigDecimal largest, BigDecimal smallest) {
    /** Whether a sum has a term that is too small beside another to be seen in so many digits. */
    boolean hasTermBelow(int digits) {
      return smallest.signum() > 0 && isNegligible(smallest, largest, digits);
    }
  }

  /** Two values at one point. */
  private record Values(Value first, Value second) {
    PreciseComplex left() {
      return first.value();
    }

    PreciseComplex right() {
      return second.value();
    }

    BigDecimal largest() {
      return first.largest().max(second.largest());
    }

    boolean hasTermBelow(int digits) {
      return first.hasTermBelow(digits) || second.hasTermBelow(digits);
    }

    boolean areReal() {
      return left().isReal() && right().isReal();
    }

    BigDecimal size() {
      return left().size().max(right().size());
    }

    BigDecimal difference() {
      return new PreciseComplex(
              left().re().subtract(right().re()), left().im().subtract(right().im()))
          .size();
    }
  }
}
