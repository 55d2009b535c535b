package io.mathscale.grader;

import io.mathscale.grader.Node.Call;
import io.mathscale.grader.Node.Decimal;
import io.mathscale.grader.Node.Num;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Compares two formulas: exactly where they are fractions, else by their values at points. */
final class ScalarEquality {
  private static final Node DEGREE =
      Formulas.product(
          List.of(Node.Constant.PI, new Num(Rational.of(BigInteger.ONE, BigInteger.valueOf(180)))));

  private final Budget budget;
  private final ExactEquality exactValues;
  private final NumericEquality values;

  ScalarEquality(Budget budget) {
    this.budget = budget;
    this.exactValues = new ExactEquality(budget);
    this.values = new NumericEquality(budget);
  }

  /** Whether two formulas mean the same. */
  Judgement compare(Node left, Node right) {
    if (left.equals(right)) {
      return Judgement.right(Rule.SAME_FORMULA);
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
    if (hasDegrees(left) || hasDegrees(right)) {
      return degrees(left, right);
    }
    if (isInfinite(left) || isInfinite(right)) {
      return Judgement.of(Canonical.of(left).equals(Canonical.of(right)), Rule.SAME_FORMULA);
    }
    boolean leftVaries = Formulas.any(left, ScalarEquality::isVariable);
    boolean rightVaries = Formulas.any(right, ScalarEquality::isVariable);
    if (!leftVaries && !rightVaries) {
      return constants(left, right);
    }
    return formulas(left, right);
  }

  static boolean isVariable(Node node) {
    return node instanceof Node.Name
        || (node instanceof Call call && Evaluation.isOpaque(call.function()));
  }

  private static boolean isInfinite(Node node) {
    return Formulas.any(node, Node.Constant.INFINITY::equals);
  }

  /** A percentage may be meant as its number or as its hundredth. */
  private Judgement percent(Node number, Node other) {
    if (other instanceof Call call && call.function().equals("percent")) {
      return compare(number, call.arguments().get(0));
    }
    Judgement hundredth =
        compare(
            number instanceof Decimal decimal
                ? Formulas.scaled(decimal, -2)
                : Formulas.quotient(number, Num.of(100)),
            other);
    Judgement same = hundredth.isRight() ? hundredth : compare(number, other);
    return new Judgement(same.outcome(), Rule.PERCENT);
  }

  private static boolean isNumeral(Node node) {
    return node instanceof Call call && call.function().equals("base");
  }

  /** Numerals with a base as subscript; without one, the question may have said the base. */
  private Judgement numerals(Node left, Node right) {
    if (isNumeral(left) && isNumeral(right)) {
      boolean sameBase = ((Call) left).arguments().get(1).equals(((Call) right).arguments().get(1));
      return sameBase ? Judgement.wrong(Rule.EXACT_NUMBER) : sameNumber(left, right);
    }
    Call numeral = (Call) (isNumeral(left) ? left : right);
    Node other = isNumeral(left) ? right : left;
    // who asks for a numeral of a base does not want the same number in base ten
    return numeral.arguments().get(0).equals(other)
        ? Judgement.undecided(Rule.EXACT_NUMBER)
        : Judgement.wrong(Rule.EXACT_NUMBER);
  }

  /** A numeral with a digit that its base does not have is no number. */
  private Judgement sameNumber(Node left, Node right) {
    Optional<Rational> number = exact(left);
    return Judgement.of(number.isPresent() && number.equals(exact(right)), Rule.EXACT_NUMBER);
  }

  private static boolean hasDegrees(Node node) {
    return Formulas.any(
        node, part -> part instanceof Call call && call.function().equals("degree"));
  }

  /** Degrees count as π/180, or as nothing where the other side has none. */
  private Judgement degrees(Node left, Node right) {
    Node plainLeft = withoutOuterDegrees(left);
    Node plainRight = withoutOuterDegrees(right);
    if (!hasDegrees(plainLeft) && !hasDegrees(plainRight)) {
      Judgement plain = compare(plainLeft, plainRight);
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
      return Formulas.product(
          product.factors().stream().map(ScalarEquality::withoutOuterDegrees).toList());
    }
    return node;
  }

  private static Node inRadians(Node node) {
    return Formulas.map(
        node,
        part ->
            part instanceof Call call && call.function().equals("degree")
                ? Formulas.product(List.of(call.arguments().get(0), DEGREE))
                : part);
  }

  private Judgement constants(Node left, Node right) {
    if (left instanceof Decimal decimal) {
      return new Decimals(values, budget).compare(decimal, right);
    }
    if (right instanceof Decimal decimal) {
      return new Decimals(values, budget).compare(decimal, left);
    }
    boolean leftIsBeyond = isBeyondLimits(left);
    boolean rightIsBeyond = isBeyondLimits(right);
    if (leftIsBeyond || rightIsBeyond) {
      return magnitude(left, right, leftIsBeyond, rightIsBeyond);
    }
    Optional<Rational> exactLeft = exact(left);
    Optional<Rational> exactRight = exact(right);
    if (exactLeft.isPresent() && exactRight.isPresent()) {
      return Judgement.of(exactLeft.get().equals(exactRight.get()), Rule.EXACT_NUMBER);
    }
    return formulas(left, right);
  }

  private Optional<Rational> exact(Node node) {
    return ExactValue.of(node, budget);
  }

  /** A tower of powers or a factorial beyond the limits differs from what is within them. */
  private Judgement magnitude(Node left, Node right, boolean leftIsBeyond, boolean rightIsBeyond) {
    if (leftIsBeyond && rightIsBeyond) {
      boolean same = Canonical.of(left).equals(Canonical.of(right));
      return same ? Judgement.right(Rule.SAME_FORMULA) : Judgement.undecided(Rule.LIMIT);
    }
    boolean otherIsKnown = exact(leftIsBeyond ? right : left).isPresent();
    return otherIsKnown ? Judgement.wrong(Rule.MAGNITUDE) : Judgement.undecided(Rule.LIMIT);
  }

  /** Whether this is a positive integer that has more bits than any that is worked out. */
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
          && exponent.get().compareTo(Rational.of(Limits.MAX_BITS)) > 0;
    }
    if (node instanceof Call call && call.function().equals("factorial")) {
      Node argument = call.arguments().get(0);
      return isBeyondLimits(argument)
          || (argument instanceof Num number
              && number.value().isInteger()
              && number.value().compareTo(Rational.of(Limits.MAX_BITS)) > 0);
    }
    return false;
  }

  private Judgement formulas(Node left, Node right) {
    if (Canonical.of(left).equals(Canonical.of(right))) {
      return Judgement.right(Rule.SAME_FORMULA);
    }
    Judgement judgement = byValues(left, right);
    boolean isKnown =
        !Formulas.any(left, ScalarEquality::isBig) && !Formulas.any(right, ScalarEquality::isBig);
    return isKnown || judgement.isRight() ? judgement : Judgement.undecided(judgement.rule());
  }

  /** A sum, product, integral or limit, whose value is not worked out. */
  private static boolean isBig(Node node) {
    return node instanceof Call call && call.function().startsWith("big ");
  }

  private Judgement byValues(Node left, Node right) {
    Optional<Boolean> rational = exactValues.asRationalExpressions(left, right);
    if (rational.isPresent()) {
      return Judgement.of(rational.get(), Rule.RATIONAL_FORMULA);
    }
    return exactValues.atIntegers(left, right).orElseGet(() -> values.compare(left, right));
  }
}
