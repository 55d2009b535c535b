package io.mathscale.grader.compare;

import io.mathscale.grader.arithmetic.BallArithmetic;
import io.mathscale.grader.arithmetic.ComplexBall;
import io.mathscale.grader.arithmetic.DoubleArithmetic;
import io.mathscale.grader.arithmetic.DoubleBall;
import io.mathscale.grader.arithmetic.Evaluator;
import io.mathscale.grader.arithmetic.RealFunctions;
import io.mathscale.grader.expression.FormulaTraits;
import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.NodeTraversal;
import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.limits.LimitReachedException;
import io.mathscale.grader.limits.StepBudget;
import io.mathscale.grader.verdict.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares formulas of any functions by their values to many digits at pseudorandom points, the
 * same points for the same variables. Every value has an error bound. Values that are farther apart
 * than their errors differ for certain; others count as equal only if both are known sharply and no
 * term was lost beside a larger one.
 */
final class NumericEquality {
  private static final RealFunctions FIFTY_DIGITS = new RealFunctions(50);

  /** The digits that are tried in turn until a comparison is decided. */
  private static final List<RealFunctions> PRECISIONS =
      List.of(FIFTY_DIGITS, new RealFunctions(100));

  /** A value is sharp if its error is this many digits smaller than its largest part. */
  private static final int SHARP_DIGITS = 25;

  /** The same where a number is known to the digits of a double alone. */
  private static final int ENCLOSED_DIGITS = 11;

  private static final int POINTS = 3;
  private static final int TRIES = 14;
  private static final int SIGNED_POINTS = 6;

  private final StepBudget budget;
  private final Map<Place, Optional<Value>> known = new HashMap<>();

  NumericEquality(StepBudget budget) {
    this.budget = budget;
  }

  /** Whether two formulas, of which this is known, have the same values. */
  ComparisonResult compare(Node left, Node right, FormulaTraits traits) {
    boolean varies = traits.hasVariable();
    boolean isComplex = !varies || traits.hasImaginaryUnit();
    boolean bothSigns = traits.hasAbsoluteValue();
    int needed = varies ? POINTS : 1;
    int agreed = 0;
    int outside = 0;
    for (int point = 0; point < (varies ? TRIES : 1) && agreed < needed; point++) {
      try {
        if (differInDoubles(point, left, right, bothSigns)) {
          return ComparisonResult.wrong(Rule.NUMERIC_FORMULA);
        }
        Values values = decisiveValuesAt(point, left, right, bothSigns);
        if (!isComplex && !values.areReal()) {
          boolean onlyOneIsReal = values.left().isReal() != values.right().isReal();
          if (bothSigns && onlyOneIsReal) {
            return ComparisonResult.wrong(Rule.NUMERIC_FORMULA);
          }
          outside += onlyOneIsReal ? 1 : 0;
          continue;
        }
        if (values.differ()) {
          return ComparisonResult.wrong(Rule.NUMERIC_FORMULA);
        }
        agreed++;
      } catch (UndefinedValueException undefined) {
        // outside the domain at this point
      }
    }
    if (agreed == 0 && outside == TRIES) {
      return ComparisonResult.wrong(Rule.NUMERIC_FORMULA);
    }
    return agreed == needed
        ? ComparisonResult.right(Rule.NUMERIC_FORMULA)
        : ComparisonResult.undecided(Rule.NUMERIC_FORMULA);
  }

  /**
   * Whether real values in double precision tell that the formulas differ. Where they do not,
   * nothing is spent.
   */
  private boolean differInDoubles(int point, Node left, Node right, boolean bothSigns) {
    int steps = budget.left();
    Evaluator<DoubleBall> doubles = new Evaluator<>(new DoubleArithmetic(point, bothSigns), budget);
    DoubleBall first = doubles.valueOf(left);
    DoubleBall second = first.isKnown() ? doubles.valueOf(right) : first;
    boolean differ = second.isKnown() && first.differsFrom(second);
    if (!differ) {
      budget.restore(steps);
    }
    return differ;
  }

  /** The values to as many digits as it takes to tell whether they differ. */
  private Values decisiveValuesAt(int point, Node left, Node right, boolean bothSigns) {
    for (RealFunctions reals : PRECISIONS) {
      Values values = valuesAt(point, left, right, bothSigns, reals);
      if (values.differ() || values.areSharp()) {
        return values;
      }
    }
    throw new LimitReachedException("digits");
  }

  private Values valuesAt(
      int point, Node left, Node right, boolean bothSigns, RealFunctions reals) {
    return new Values(
        valueAt(new Place(left, point, bothSigns, reals)),
        valueAt(new Place(right, point, bothSigns, reals)));
  }

  /** Whether a decimal is the rounding of a constant, of which it has enough digits. */
  ComparisonResult isWithin(Node constant, BigDecimal decimal) {
    try {
      Value known = valueAt(new Place(constant, 0, false, FIFTY_DIGITS));
      ComplexBall value = known.number();
      if (!value.isReal()) {
        return ComparisonResult.wrong(Rule.ROUNDED_DECIMAL);
      }
      if (known.isEnclosed()) {
        return isWithin(value, decimal);
      }
      if (value.error().compareTo(decimal.ulp().movePointLeft(SHARP_DIGITS)) > 0) {
        return ComparisonResult.undecided(Rule.ROUNDED_DECIMAL);
      }
      // where the error includes the midpoint of two decimals, the value counts as the midpoint
      return ComparisonResult.of(
          isRounding(decimal, value.re().subtract(value.error()))
              || isRounding(decimal, value.re().add(value.error())),
          Rule.ROUNDED_DECIMAL);
    } catch (UndefinedValueException undefined) {
      return ComparisonResult.undecided(Rule.ROUNDED_DECIMAL);
    }
  }

  /** Whether a decimal rounds all numbers that the value may be, none, or some. */
  private static ComparisonResult isWithin(ComplexBall value, BigDecimal decimal) {
    boolean isOfLowest = isRounding(decimal, value.re().subtract(value.error()));
    boolean isOfHighest = isRounding(decimal, value.re().add(value.error()));
    return isOfLowest == isOfHighest
        ? ComparisonResult.of(isOfLowest, Rule.ROUNDED_DECIMAL)
        : ComparisonResult.undecided(Rule.ROUNDED_DECIMAL);
  }

  private static boolean isRounding(BigDecimal decimal, BigDecimal value) {
    return value.setScale(decimal.scale(), RoundingMode.HALF_UP).compareTo(decimal) == 0;
  }

  /**
   * Whether two formulas that are equal where variables are positive differ where they are not, as
   * the root of x² does from x. Only points count at which all roots are real.
   */
  boolean differBelowZero(Node left, Node right) {
    if (!hasEvenRoot(left) && !hasEvenRoot(right)) {
      return false;
    }
    RealFunctions reals = FIFTY_DIGITS;
    for (int point = 0; point < SIGNED_POINTS; point++) {
      try {
        ComplexBall first = realValueAt(point, left, reals);
        ComplexBall second = realValueAt(point, right, reals);
        BigDecimal errors = first.error().add(second.error());
        if (first.re().subtract(second.re()).abs().compareTo(errors) > 0) {
          return true;
        }
      } catch (UndefinedValueException undefined) {
        // a root of a negative number at this point
      }
    }
    return false;
  }

  private ComplexBall realValueAt(int point, Node formula, RealFunctions reals) {
    BallArithmetic arithmetic = BallArithmetic.ofRealRoots(reals, point, budget);
    return new Evaluator<>(arithmetic, budget).valueOf(formula);
  }

  private static boolean hasEvenRoot(Node node) {
    return NodeTraversal.any(
        node,
        part ->
            part instanceof Node.Power power
                && power.exponent() instanceof Node.Num exponent
                && !exponent.value().denominator().testBit(0)
                && NodeTraversal.any(power.base(), Node.Name.class::isInstance));
  }

  /** Whether two formulas that are multiples of each other have the same sign. */
  boolean haveSameSign(Node left, Node right) {
    for (int point = 0; point < TRIES; point++) {
      try {
        ComplexBall first = valueAt(new Place(left, point, false, FIFTY_DIGITS)).number();
        ComplexBall second = valueAt(new Place(right, point, false, FIFTY_DIGITS)).number();
        if (!first.mayBeZero() && !second.mayBeZero()) {
          return first.re().signum() * second.re().signum() > 0;
        }
      } catch (UndefinedValueException undefined) {
        // outside the domain at this point
      }
    }
    return false;
  }

  /** The value at a place, evaluated once: members of sets are compared many times. */
  private Value valueAt(Place place) {
    Optional<Value> value = known.get(place);
    if (value == null) {
      value = evaluated(place);
      known.put(place, value);
    }
    return value.orElseThrow(() -> new UndefinedValueException("no value here"));
  }

  private Optional<Value> evaluated(Place place) {
    BallArithmetic arithmetic =
        new BallArithmetic(place.reals(), place.point(), place.bothSigns(), budget);
    try {
      ComplexBall number = new Evaluator<>(arithmetic, budget).valueOf(place.formula());
      return Optional.of(
          new Value(
              number, arithmetic.largest(), arithmetic.hasLostTerm(), arithmetic.hasEnclosed()));
    } catch (UndefinedValueException undefined) {
      return Optional.empty();
    }
  }

  /** A formula, the point at which it is evaluated, and to how many digits. */
  private record Place(Node formula, int point, boolean bothSigns, RealFunctions reals) {}

  /**
   * The value of a formula at one point.
   *
   * @param largest the largest number in its computation
   * @param hasLostTerm whether a term of a sum is too small beside another to be seen
   * @param isEnclosed whether a number in it is known to the digits of a double alone
   */
  private record Value(
      ComplexBall number, BigDecimal largest, boolean hasLostTerm, boolean isEnclosed) {
    /** Whether its error is small beside everything in its computation. */
    boolean isSharp() {
      BigDecimal whole = number.size().max(largest);
      int digits = isEnclosed ? ENCLOSED_DIGITS : SHARP_DIGITS;
      return !hasLostTerm && number.error().compareTo(whole.scaleByPowerOfTen(-digits)) <= 0;
    }
  }

  /** Two values at one point. */
  private record Values(Value first, Value second) {
    ComplexBall left() {
      return first.number();
    }

    ComplexBall right() {
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
