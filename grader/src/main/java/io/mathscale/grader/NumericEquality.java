package io.mathscale.grader;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares formulas of any functions by their values to many digits, at points that are the same
 * for the same variables. Every value carries a bound of its error, as in ball arithmetic (van der
 * Hoeven 2009, "Ball arithmetic"): what is farther apart than the errors differs for sure; what is
 * not must be known sharply, with no term lost beside a larger one, to count as equal.
 */
final class NumericEquality {
  private static final PreciseReal FIFTY_DIGITS = new PreciseReal(50);

  /** The digits that are tried in turn until a comparison is decided. */
  private static final List<PreciseReal> PRECISIONS = List.of(FIFTY_DIGITS, new PreciseReal(100));

  /** An error below this part of what a value was made of leaves it sharp. */
  private static final int SHARP_DIGITS = 25;

  private static final int POINTS = 3;
  private static final int TRIES = 14;

  private final Budget budget;
  private final Map<Place, Optional<Value>> known = new HashMap<>();

  NumericEquality(Budget budget) {
    this.budget = budget;
  }

  /** Whether two formulas have the same values. */
  Judgement compare(Node left, Node right) {
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
        Values values = decisiveValuesAt(point, left, right, bothSigns);
        if (!isComplex && !values.areReal()) {
          boolean onlyOneIsReal = values.left().isReal() != values.right().isReal();
          if (bothSigns && onlyOneIsReal) {
            return Judgement.wrong(Rule.NUMERIC_FORMULA);
          }
          outside += onlyOneIsReal ? 1 : 0;
          continue;
        }
        if (values.differ()) {
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

  /** The values to as many digits as it takes to tell whether they differ. */
  private Values decisiveValuesAt(int point, Node left, Node right, boolean bothSigns) {
    for (PreciseReal reals : PRECISIONS) {
      Values values =
          new Values(
              valueAt(new Place(left, point, bothSigns, reals)),
              valueAt(new Place(right, point, bothSigns, reals)));
      if (values.differ() || values.areSharp()) {
        return values;
      }
    }
    throw new LimitReached("digits");
  }

  /** Whether a decimal is the rounding of a constant, of which it has enough digits. */
  Judgement isWithin(Node constant, BigDecimal decimal) {
    try {
      PreciseComplex value = valueAt(new Place(constant, 0, false, FIFTY_DIGITS)).number();
      if (!value.isReal()) {
        return Judgement.wrong(Rule.ROUNDED_DECIMAL);
      }
      if (value.error().compareTo(decimal.ulp().movePointLeft(SHARP_DIGITS)) > 0) {
        return Judgement.undecided(Rule.ROUNDED_DECIMAL);
      }
      // an error that reaches over the middle of two decimals means that it is the middle
      return Judgement.of(
          isRounding(decimal, value.re().subtract(value.error()))
              || isRounding(decimal, value.re().add(value.error())),
          Rule.ROUNDED_DECIMAL);
    } catch (Undefined undefined) {
      return Judgement.undecided(Rule.ROUNDED_DECIMAL);
    }
  }

  private static boolean isRounding(BigDecimal decimal, BigDecimal value) {
    return value.setScale(decimal.scale(), RoundingMode.HALF_UP).compareTo(decimal) == 0;
  }

  /** Whether two formulas that are multiples of each other have the same sign. */
  boolean haveSameSign(Node left, Node right) {
    for (int point = 0; point < TRIES; point++) {
      try {
        PreciseComplex first = valueAt(new Place(left, point, false, FIFTY_DIGITS)).number();
        PreciseComplex second = valueAt(new Place(right, point, false, FIFTY_DIGITS)).number();
        if (!first.mayBeZero() && !second.mayBeZero()) {
          return first.re().signum() * second.re().signum() > 0;
        }
      } catch (Undefined undefined) {
        // outside the domain at this point
      }
    }
    return false;
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
      PreciseComplex number = new Evaluation<>(arithmetic, budget).valueOf(place.formula());
      return Optional.of(new Value(number, arithmetic.largest(), arithmetic.hasLostTerm()));
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

  /** A formula, the point at which it is taken, and to how many digits. */
  private record Place(Node formula, int point, boolean bothSigns, PreciseReal reals) {}

  /**
   * The value of a formula at one point.
   *
   * @param largest the largest number that it was made of
   * @param hasLostTerm whether a term of a sum is too small beside another to be seen
   */
  private record Value(PreciseComplex number, BigDecimal largest, boolean hasLostTerm) {
    /** Whether its digits tell it from what it is not. */
    boolean isSharp() {
      BigDecimal whole = number.size().max(largest);
      return !hasLostTerm && number.error().compareTo(whole.scaleByPowerOfTen(-SHARP_DIGITS)) <= 0;
    }
  }

  /** Two values at one point. */
  private record Values(Value first, Value second) {
    PreciseComplex left() {
      return first.number();
    }

    PreciseComplex right() {
      return second.number();
    }

    boolean areReal() {
      return left().isReal() && right().isReal();
    }

    boolean areSharp() {
      return first.isSharp() && second.isSharp();
    }

    boolean differ() {
      BigDecimal errors = left().error().add(right().error());
      return left().re().subtract(right().re()).abs().compareTo(errors) > 0
          || left().im().subtract(right().im()).abs().compareTo(errors) > 0;
    }
  }
}
