package io.mathscale.grader.compare;

import io.mathscale.grader.arithmetic.ExactArithmetic;
import io.mathscale.grader.expression.CanonicalForm;
import io.mathscale.grader.expression.FormulaTraits;
import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Call;
import io.mathscale.grader.expression.Node.Decimal;
import io.mathscale.grader.expression.Node.Num;
import io.mathscale.grader.expression.NodeTraversal;
import io.mathscale.grader.expression.Nodes;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.limits.GradingLimits;
import io.mathscale.grader.limits.StepBudget;
import io.mathscale.grader.verdict.Rule;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Compares two formulas: exactly where they are fractions, else by their values at points. */
final class ScalarEquality {
  /** One degree in radians. */
  static final Node DEGREE =
      Nodes.product(
          List.of(Node.Constant.PI, new Num(Rational.of(BigInteger.ONE, BigInteger.valueOf(180)))));

  private final StepBudget budget;
  private final ExactEquality exactValues;
  private final NumericEquality values;

  ScalarEquality(StepBudget budget) {
    this.budget = budget;
    this.exactValues = new ExactEquality(budget);
    this.values = new NumericEquality(budget);
  }

  /** Whether two formulas mean the same. */
  ComparisonResult compare(Node left, Node right) {
    if (left.equals(right)) {
      return ComparisonResult.right(Rule.SAME_FORMULA);
    }
    if (left instanceof Call call && call.function().equals("percent")) {
      return percent(call.arguments().get(0), right);
    }
    if (right instanceof Call call && call.function().equals("percent")) {
      return percent(call.arguments().get(0), left);
    }
    if (isNumeral(left) || isNumeral(right)) {
      return numerals(left, right);
    }
    FormulaTraits traits = FormulaTraits.of(left, right);
    if (traits.hasDegree()) {
      return degrees(left, right);
    }
    if (traits.hasInfinity() && !isOpen(left, right, traits)) {
      return ComparisonResult.of(CanonicalForm.areSame(left, right), Rule.SAME_FORMULA);
    }
    return traits.hasVariable() ? formulas(left, right, traits) : constants(left, right, traits);
  }

  /**
   * Whether a sum or an integral to infinity, whose value is not known, may be the same number. Of
   * other variables it is not.
   */
  private static boolean isOpen(Node left, Node right, FormulaTraits traits) {
    return traits.hasBigOperator()
        && NodeTraversal.freeNames(left).equals(NodeTraversal.freeNames(right));
  }

  /** A percentage may be meant as its number or as its hundredth. */
  private ComparisonResult percent(Node number, Node other) {
    if (other instanceof Call call && call.function().equals("percent")) {
      return compare(number, call.arguments().get(0));
    }
    if (other instanceof Call call && call.function().equals("degree")) {
      return ComparisonResult.wrong(Rule.UNITS);
    }
    ComparisonResult hundredth =
        compare(
            number instanceof Decimal decimal
                ? Nodes.scaled(decimal, -2)
                : Nodes.quotient(number, Num.of(100)),
            other);
    ComparisonResult same = hundredth.isRight() ? hundredth : compare(number, other);
    return new ComparisonResult(same.outcome(), Rule.PERCENT);
  }

  private static boolean isNumeral(Node node) {
    return node instanceof Call call
        && (call.function().equals("base") || call.function().equals("numeral"));
  }

  /** Numerals with a base as subscript; without one, the question may have said the base. */
  private ComparisonResult numerals(Node left, Node right) {
    if (isNumeral(left) && isNumeral(right)) {
      boolean sameBase = ((Call) left).arguments().get(1).equals(((Call) right).arguments().get(1));
      boolean sameKind = ((Call) left).function().equals(((Call) right).function());
      return sameBase && sameKind
          ? ComparisonResult.wrong(Rule.EXACT_NUMBER)
          : sameNumber(left, right);
    }
    Call numeral = (Call) (isNumeral(left) ? left : right);
    Node other = isNumeral(left) ? right : left;
    // a question for a numeral in another base is not answered by the number in base ten
    return numeral.function().equals("base") && numeral.arguments().get(0).equals(other)
        ? ComparisonResult.undecided(Rule.EXACT_NUMBER)
        : ComparisonResult.wrong(Rule.EXACT_NUMBER);
  }

  /** A numeral with a digit that its base does not have is no number. */
  private ComparisonResult sameNumber(Node left, Node right) {
    Optional<Rational> number = exact(left);
    return ComparisonResult.of(
        number.isPresent() && number.equals(exact(right)), Rule.EXACT_NUMBER);
  }

  private static boolean hasDegrees(Node node) {
    return NodeTraversal.any(
        node, part -> part instanceof Call call && call.function().equals("degree"));
  }

  /** A degree counts as π/180, or is left out where the other side has none. */
  private ComparisonResult degrees(Node left, Node right) {
    Node plainLeft = withoutOuterDegrees(left);
    Node plainRight = withoutOuterDegrees(right);
    if (!hasDegrees(plainLeft) && !hasDegrees(plainRight)) {
      ComparisonResult plain = compare(plainLeft, plainRight);
      if (plain.isRight() || (hasDegrees(left) && hasDegrees(right))) {
        return plain;
      }
    }
    return compare(inRadians(left), inRadians(right));
  }

  private static Node withoutOuterDegrees(Node node) {
    if (node instanceof Call call) {
      return call.function().equals("degree") ? call.arguments().get(0) : call;
    }
    if (node instanceof Node.Sum sum) {
      return new Node.Sum(sum.terms().stream().map(ScalarEquality::withoutOuterDegrees).toList());
    }
    if (node instanceof Node.Product product) {
      return Nodes.product(
          product.factors().stream().map(ScalarEquality::withoutOuterDegrees).toList());
    }
    return node;
  }

  private static Node inRadians(Node node) {
    return NodeTraversal.map(
        node,
        part ->
            part instanceof Call call && call.function().equals("degree")
                ? Nodes.product(List.of(call.arguments().get(0), DEGREE))
                : part);
  }

  private ComparisonResult constants(Node left, Node right, FormulaTraits traits) {
    if (left instanceof Decimal decimal) {
      return new DecimalEquality(values, budget).compare(decimal, right);
    }
    if (right instanceof Decimal decimal) {
      return new DecimalEquality(values, budget).compare(decimal, left);
    }
    boolean leftIsBeyond = isBeyondLimits(left);
    boolean rightIsBeyond = isBeyondLimits(right);
    if (leftIsBeyond || rightIsBeyond) {
      return magnitude(left, right, leftIsBeyond, rightIsBeyond);
    }
    Optional<Rational> exactLeft = exact(left);
    Optional<Rational> exactRight = exact(right);
    if (exactLeft.isPresent() && exactRight.isPresent()) {
      return ComparisonResult.of(exactLeft.get().equals(exactRight.get()), Rule.EXACT_NUMBER);
    }
    return formulas(left, right, traits);
  }

  private Optional<Rational> exact(Node node) {
    return ExactArithmetic.of(node, budget);
  }

  /** A tower of powers or a factorial beyond the limits differs from what is within them. */
  private ComparisonResult magnitude(
      Node left, Node right, boolean leftIsBeyond, boolean rightIsBeyond) {
    if (leftIsBeyond && rightIsBeyond) {
      return CanonicalForm.areSame(left, right)
          ? ComparisonResult.right(Rule.SAME_FORMULA)
          : ComparisonResult.undecided(Rule.LIMIT);
    }
    boolean otherIsKnown = exact(leftIsBeyond ? right : left).isPresent();
    return otherIsKnown
        ? ComparisonResult.wrong(Rule.MAGNITUDE)
        : ComparisonResult.undecided(Rule.LIMIT);
  }

  /** Whether this is a positive integer of more bits than are computed. */
  private boolean isBeyondLimits(Node node) {
    if (node instanceof Node.Power power && power.base() instanceof Num base) {
      if (!base.value().isInteger() || base.value().compareTo(Rational.of(2)) < 0) {
        return false;
      }
      if (isBeyondLimits(power.exponent())) {
        return true;
      }
      Optional<Rational> exponent = exact(power.exponent());
      return exponent.isPresent()
          && exponent.get().isInteger()
          && exponent.get().compareTo(Rational.of(GradingLimits.MAX_BITS)) > 0;
    }
    if (node instanceof Call call && call.function().equals("factorial")) {
      Node argument = call.arguments().get(0);
      return isBeyondLimits(argument)
          || (argument instanceof Num number
              && number.value().isInteger()
              && number.value().compareTo(Rational.of(GradingLimits.MAX_BITS)) > 0);
    }
    return false;
  }

  private ComparisonResult formulas(Node left, Node right, FormulaTraits traits) {
    if (CanonicalForm.areSame(left, right)) {
      return ComparisonResult.right(Rule.SAME_FORMULA);
    }
    ComparisonResult result = byValues(left, right, traits);
    boolean mayDiffer = result.isRight() && traits.hasEvenRoot();
    if (mayDiffer && values.differBelowZero(left, right)) {
      return ComparisonResult.undecided(result.rule());
    }
    if (!result.isRight() && new FreeNames(this::byValues).areRenamed(left, right)) {
      return ComparisonResult.right(result.rule());
    }
    return traits.hasBigOperator() && !result.isRight()
        ? ComparisonResult.undecided(result.rule())
        : result;
  }

  private ComparisonResult byValues(Node left, Node right) {
    return byValues(left, right, FormulaTraits.of(left, right));
  }

  private ComparisonResult byValues(Node left, Node right, FormulaTraits traits) {
    Optional<Boolean> rational = exactValues.asRationalExpressions(left, right);
    if (rational.isPresent()) {
      return ComparisonResult.of(rational.get(), Rule.RATIONAL_FORMULA);
    }
    Optional<ComparisonResult> counted =
        traits.hasCount() ? exactValues.atIntegers(left, right) : Optional.empty();
    return counted.orElseGet(() -> values.compare(left, right, traits));
  }
}
