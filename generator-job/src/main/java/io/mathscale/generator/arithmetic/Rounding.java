package io.mathscale.generator.arithmetic;

import java.math.BigDecimal;

/** Tells rounded numbers from wrong ones. */
final class Rounding {
  private Rounding() {}

  /**
   * Whether a number that is shown is another one but for what its digits cannot show: rounded, cut
   * or rounded up, it is less than one unit of its last digit away. Whole numbers round no whole
   * number.
   *
   * @param shown the operand that may be a shown number
   * @param value what it is worth
   * @param exact what it would round
   */
  static boolean isRounded(Operand shown, Value value, Value exact, Reading reading) {
    if (!shown.isShown()) {
      return false;
    }

    Value unit = Value.of(BigDecimal.ONE.movePointLeft(shown.shownPlaces()));
    boolean isHundredth = reading.isPercentHundredth() && shown.has(TokenKind.PERCENT);
    Value lastDigit = isHundredth ? unit.over(Value.of(100)) : unit;
    return value.distance(exact).isBelow(lastDigit);
  }

  /**
   * Whether two expressions are equal but for the rounding of the decimals in them: their relative
   * difference is no larger than the sum of those between each decimal and its neighbours of as
   * many digits.
   */
  static boolean isRoundedInside(Operand left, Value one, Operand right, Value other) {
    double allowed = inaccuracy(left) + inaccuracy(right);
    double size = Math.max(Math.abs(one.approximation()), Math.abs(other.approximation()));
    return Math.abs(one.approximation() - other.approximation()) <= allowed * size;
  }

  private static double inaccuracy(Operand operand) {
    double sum = 0;
    for (ArithmeticToken token : operand.tokens()) {
      int point = token.is(TokenKind.NUMBER) ? token.text().indexOf('.') : -1;
      double number = point < 0 ? 0 : Double.parseDouble(token.text());
      if (number > 0) {
        sum += Math.pow(10, point + 1 - token.text().length()) / 2 / number;
      }
    }

    return sum;
  }
}
