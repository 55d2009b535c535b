package io.mathscale.generator.arithmetic;

import io.mathscale.grader.Graders;
import io.mathscale.grader.StrictGrade;
import java.util.List;

/** Decides whether one equality of a solution is true. */
final class EqualityCheck {
  private final List<ArithmeticToken> tokens;
  private final int equals;
  private final Doubts doubts;

  private EqualityCheck(List<ArithmeticToken> tokens, int equals, Doubts doubts) {
    this.tokens = tokens;
    this.equals = equals;
    this.doubts = doubts;
  }

  /**
   * What is known of the equality at a sign of equality. It is false only if it is so in every
   * reading of its notation, the grader does not find both sides equal, and nothing around it says
   * that something else is meant.
   */
  static Truth truth(List<ArithmeticToken> tokens, int equals, Doubts doubts) {
    return new EqualityCheck(tokens, equals, doubts).truth();
  }

  private Truth truth() {
    Operand left = Operands.before(tokens, equals, false);
    Operand right = Operands.after(tokens, equals, false);
    if (left.has(TokenKind.UNKNOWN) || right.has(TokenKind.UNKNOWN)) {
      return Truth.UNKNOWN;
    }

    if (left.needsGrader() || right.needsGrader()) {
      boolean isAmbiguous = left.hasAmbiguousFunction() || right.hasAmbiguousFunction();
      return isAmbiguous || doubts.apply(left, right) || doubts.isBullet(left)
          ? Truth.UNKNOWN
          : graded(left, right);
    }

    if (!left.isComputable() || !right.isComputable() || (left.isShown() && right.isShown())) {
      return Truth.UNKNOWN;
    }

    boolean isStarred = doubts.isBullet(left) && left.tokens().get(0).is(TokenKind.TIMES);
    Truth truth = computed(isStarred ? left.withoutFirst() : left, right);
    if (truth != Truth.FALSE) {
      return truth;
    }

    Operand longLeft = Operands.before(tokens, equals, true);
    Operand longRight = Operands.after(tokens, equals, true);
    if (longLeft.has(TokenKind.UNKNOWN) || longLeft.has(TokenKind.FUNCTION)) {
      return Truth.UNKNOWN;
    }

    if (isTrueOverLines(left, right, longLeft, longRight)
        || (doubts.isBullet(left) && computed(left.withoutFirst(), right) != Truth.FALSE)) {
      return Truth.TRUE;
    }

    return doubts.apply(left, right) || isRunOn(left, right)
        ? Truth.UNKNOWN
        : confirmed(left, right);
  }

  private static Truth computed(Operand left, Operand right) {
    try {
      if (isTrue(left, right, Reading.USUAL, Reading.USUAL)) {
        return Truth.TRUE;
      }
    } catch (NotComputedException e) {
      return Truth.UNKNOWN;
    }

    for (Reading other : Reading.OTHERS) {
      Reading ofLeft = other.isFactorialAtEnd() ? other : Reading.USUAL; // 5! = 120
      if (isTrueInReading(left, right, ofLeft, other)
          || isTrueInReading(left, right, ofLeft, Reading.USUAL)
          || isTrueInReading(left, right, Reading.USUAL, other)) {
        return Truth.TRUE;
      }
    }

    return Truth.FALSE;
  }

  private static boolean isTrueInReading(
      Operand left, Operand right, Reading ofLeft, Reading ofRight) {
    try {
      return isTrue(left, right, ofLeft, ofRight);
    } catch (NotComputedException e) {
      return false;
    }
  }

  private static boolean isTrue(Operand left, Operand right, Reading ofLeft, Reading ofRight) {
    Value one = OperandParser.value(left.tokens(), ofLeft);
    Value other = OperandParser.value(right.tokens(), ofRight);
    return one.isSame(other)
        || (!left.isShown()
            && !right.isShown()
            && Rounding.isRoundedInside(left, one, right, other))
        || Rounding.isRounded(left, one, other, ofLeft)
        || Rounding.isRounded(right, other, one, ofRight);
  }

  /** A formula may go on in the next line, or begin in the one before. */
  private static boolean isTrueOverLines(
      Operand left, Operand right, Operand longLeft, Operand longRight) {
    boolean isLonger =
        longLeft.tokens().size() > left.tokens().size()
            || longRight.tokens().size() > right.tokens().size();
    return isLonger
        && (isTrueInReading(longLeft, longRight, Reading.USUAL, Reading.USUAL)
            || isTrueInReading(longLeft, right, Reading.USUAL, Reading.USUAL)
            || isTrueInReading(left, longRight, Reading.USUAL, Reading.USUAL));
  }

  /** {@code 5*3 = 15+2 = 17}: the first value is right, and goes on being computed with. */
  private boolean isRunOn(Operand left, Operand right) {
    if (right.tokens().size() < 3 || !right.tokens().get(1).kind().isOperator()) {
      return false;
    }

    Operand first =
        new Operand(right.tokens().subList(0, 1), right.units(), right.first(), right.first());
    return isTrueInReading(left, first, Reading.USUAL, Reading.USUAL);
  }

  private Truth confirmed(Operand left, Operand right) {
    return grade(left, right).isRight() ? Truth.TRUE : Truth.FALSE;
  }

  private Truth graded(Operand left, Operand right) {
    if (left.tokens().isEmpty() || right.tokens().isEmpty()) {
      return Truth.UNKNOWN;
    }

    StrictGrade grade = grade(left, right);
    if (grade.isRight()) {
      return Truth.TRUE;
    }

    return grade.isWrong() ? Truth.FALSE : Truth.UNKNOWN;
  }

  private StrictGrade grade(Operand left, Operand right) {
    return Graders.strict().gradeAnswer(doubts.text(left), doubts.text(right));
  }
}
