package io.mathscale.grader.compare;

import io.mathscale.grader.arithmetic.ExactArithmetic;
import io.mathscale.grader.expression.FormulaTraits;
import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Decimal;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.limits.StepBudget;
import io.mathscale.grader.verdict.Rule;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Compares decimals with numbers. A decimal is right if it is equal, or if it is the correct
 * rounding of the other number to the digits given, of which at least three must be significant.
 */
final class DecimalEquality {
  /** The fewest digits that may stand for an exact value. */
  private static final int FEWEST_DIGITS = 3;

  /** How many more digits a decimal must have for one of three digits to count as its rounding. */
  private static final int MORE_DIGITS = 2;

  /** With so many digits, one more in the other decimal is enough. */
  private static final int MANY_DIGITS = 4;

  /** The digits that a double always holds; programs print up to seventeen. */
  private static final MathContext DOUBLE = new MathContext(15, RoundingMode.HALF_EVEN);

  private final NumericEquality values;
  private final StepBudget budget;

  DecimalEquality(NumericEquality values, StepBudget budget) {
    this.values = values;
    this.budget = budget;
  }

  /** Whether the decimal and the other constant are the same number. */
  ComparisonResult compare(Decimal decimal, Node other) {
    if (other instanceof Decimal second) {
      return compare(decimal.value(), second.value());
    }
    BigDecimal value = withoutNoise(decimal.value());
    Optional<Rational> exact = ExactArithmetic.of(other, budget);
    if (exact.isPresent()) {
      if (isSame(decimal.value(), exact.get())) {
        return ComparisonResult.right(Rule.EXACT_NUMBER);
      }
      if (value.precision() < FEWEST_DIGITS) {
        return ComparisonResult.wrong(Rule.EXACT_NUMBER);
      }
      Rational difference = exact.get().minus(Rational.of(value)).abs();
      return ComparisonResult.of(
          difference.compareTo(halfOfLastPlace(value)) <= 0, Rule.ROUNDED_DECIMAL);
    }
    if (value.precision() < FEWEST_DIGITS) {
      Node number = new Node.Num(Rational.of(value));
      ComparisonResult exactly = values.compare(other, number, FormulaTraits.of(other, number));
      return exactly.isRight() ? exactly : ComparisonResult.wrong(Rule.ROUNDED_DECIMAL);
    }
    return values.isWithin(other, value);
  }

  /**
   * Whether the decimal times the denominator is the numerator, which needs no reduced fraction.
   */
  private static boolean isSame(BigDecimal decimal, Rational exact) {
    BigDecimal numerator = new BigDecimal(exact.numerator());
    return decimal.multiply(new BigDecimal(exact.denominator())).compareTo(numerator) == 0;
  }

  private static ComparisonResult compare(BigDecimal left, BigDecimal right) {
    if (left.compareTo(right) == 0) {
      return ComparisonResult.right(Rule.EXACT_NUMBER);
    }
    BigDecimal first = withoutNoise(left);
    BigDecimal second = withoutNoise(right);
    if (first.compareTo(second) == 0) {
      return ComparisonResult.right(Rule.ROUNDED_DECIMAL);
    }
    BigDecimal rough = first.scale() < second.scale() ? first : second;
    BigDecimal fine = first.scale() < second.scale() ? second : first;
    int moreDigits = fine.stripTrailingZeros().scale() - rough.scale();
    boolean mayRound =
        rough.precision() >= FEWEST_DIGITS
            && moreDigits >= (rough.precision() >= MANY_DIGITS ? 1 : MORE_DIGITS);
    return ComparisonResult.of(
        mayRound && fine.setScale(rough.scale(), RoundingMode.HALF_UP).compareTo(rough) == 0,
        Rule.ROUNDED_DECIMAL);
  }

  private static BigDecimal withoutNoise(BigDecimal value) {
    return value.precision() > DOUBLE.getPrecision() ? value.round(DOUBLE) : value;
  }

  private static Rational halfOfLastPlace(BigDecimal value) {
    return Rational.of(new BigDecimal(BigInteger.valueOf(5), value.scale() + 1));
  }
}
