package io.mathscale.grader.arithmetic;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Rational;
import java.math.BigInteger;
import java.util.List;

/**
 * Real arithmetic in double precision with error bounds, which is enough to tell most formulas that
 * differ apart. What it cannot compute is unknown: complex numbers, poles, rare functions. The
 * functions of {@link StrictMath} are within one unit in the last place of the true values.
 */
public final class DoubleArithmetic implements Arithmetic<DoubleBall> {
  private static final DoubleBall HALF_PI = DoubleBall.rounded(Math.PI / 2, 0);
  private static final DoubleBall DEGREE = DoubleBall.rounded(Math.PI / 180, 0);
  private static final DoubleBall HUNDREDTH = DoubleBall.rounded(0.01, 0);

  /** Integers of so many bits are doubles. */
  private static final int EXACT_BITS = 53;

  /** Exponents of more bits are left to {@link BallArithmetic}. */
  private static final int EXPONENT_BITS = 24;

  /** Angles beyond this are left to {@link BallArithmetic}. */
  private static final double LARGEST_ANGLE = 1e5;

  /** The arcsine of numbers nearer to 1 is too steep. */
  private static final double LEAST_ROOM = 1e-6;

  private final int point;
  private final boolean bothSigns;

  /**
   * Arithmetic at one of the points of {@link BallArithmetic}.
   *
   * @param point the number of the point
   * @param bothSigns whether variables may be negative
   */
  public DoubleArithmetic(int point, boolean bothSigns) {
    this.point = point;
    this.bothSigns = bothSigns;
  }

  @Override
  public DoubleBall of(Rational value) {
    double numerator = value.numerator().doubleValue();
    if (value.isInteger()) {
      return value.numerator().bitLength() <= EXACT_BITS
          ? new DoubleBall(numerator, 0)
          : DoubleBall.rounded(numerator, 0);
    }
    return DoubleBall.rounded(numerator / value.denominator().doubleValue(), 0);
  }

  @Override
  public DoubleBall of(Node.Constant constant) {
    return switch (constant) {
      case PI -> DoubleBall.rounded(Math.PI, 0);
      case E -> DoubleBall.rounded(Math.E, 0);
      case I, INFINITY -> DoubleBall.UNKNOWN;
    };
  }

  @Override
  public DoubleBall variable(String name) {
    double[] range = BallArithmetic.rangeAt(point);
    double value = RandomPoints.doubleAt(name, point, range[0], range[1]);
    boolean isNegative = bothSigns && BallArithmetic.isNegativeAt(name, point);
    return DoubleBall.rounded(isNegative ? -value : value, 0);
  }

  @Override
  public DoubleBall plus(DoubleBall left, DoubleBall right) {
    return DoubleBall.rounded(left.value() + right.value(), left.error() + right.error());
  }

  @Override
  public DoubleBall times(DoubleBall left, DoubleBall right) {
    double error = left.size() * right.error() + Math.abs(right.value()) * left.error();
    return DoubleBall.rounded(left.value() * right.value(), error);
  }

  @Override
  public DoubleBall inverse(DoubleBall value) {
    if (value.mayBeZero()) {
      return DoubleBall.UNKNOWN;
    }
    double inverse = 1 / value.value();
    // |1/x − 1/y| = |x − y| / |xy|, where |y| is more than half of |x|
    return DoubleBall.rounded(inverse, 2 * value.error() * inverse * inverse);
  }

  @Override
  public DoubleBall integerPower(DoubleBall base, BigInteger exponent) {
    boolean isUnknown =
        exponent.bitLength() > EXPONENT_BITS || (exponent.signum() <= 0 && base.mayBeZero());
    if (isUnknown) {
      return DoubleBall.UNKNOWN;
    }
    DoubleBall result = DoubleBall.ONE;
    DoubleBall square = base;
    for (int rest = Math.abs(exponent.intValue()); rest > 0; rest >>= 1) {
      result = (rest & 1) == 1 ? times(result, square) : result;
      square = rest > 1 ? times(square, square) : square;
    }
    return exponent.signum() < 0 ? inverse(result) : result;
  }

  @Override
  public DoubleBall fractionalPower(DoubleBall base, Rational exponent) {
    if (exponent.denominator().equals(BigInteger.TWO)) {
      return integerPower(root(base), exponent.numerator());
    }
    boolean isOddRootOfNegative = base.value() < 0 && exponent.denominator().testBit(0);
    if (isOddRootOfNegative) {
      DoubleBall root = power(base.negate(), of(exponent));
      return exponent.numerator().testBit(0) ? root.negate() : root;
    }
    return power(base, of(exponent));
  }

  private static DoubleBall root(DoubleBall value) {
    if (!(value.low() > 0)) {
      return DoubleBall.UNKNOWN;
    }
    double root = Math.sqrt(value.value());
    // |√x − √y| = |x − y| / (√x + √y)
    return DoubleBall.rounded(root, value.error() / root);
  }

  @Override
  public DoubleBall power(DoubleBall base, DoubleBall exponent) {
    return exp(times(exponent, ln(base)));
  }

  private static DoubleBall exp(DoubleBall value) {
    if (!(value.error() < 0.5)) {
      return DoubleBall.UNKNOWN;
    }
    double power = StrictMath.exp(value.value());
    // e^d − 1 < 2d for d < 1
    return DoubleBall.rounded(power, 2 * value.error() * power);
  }

  private static DoubleBall ln(DoubleBall value) {
    double low = value.low();
    return low > 0
        ? DoubleBall.rounded(StrictMath.log(value.value()), value.error() / low)
        : DoubleBall.UNKNOWN;
  }

  private static boolean isAngle(DoubleBall x) {
    return Math.abs(x.value()) < LARGEST_ANGLE;
  }

  private static DoubleBall sin(DoubleBall x) {
    return isAngle(x)
        ? DoubleBall.rounded(StrictMath.sin(x.value()), x.error())
        : DoubleBall.UNKNOWN;
  }

  private static DoubleBall cos(DoubleBall x) {
    return isAngle(x)
        ? DoubleBall.rounded(StrictMath.cos(x.value()), x.error())
        : DoubleBall.UNKNOWN;
  }

  private static DoubleBall arctan(DoubleBall x) {
    return DoubleBall.rounded(StrictMath.atan(x.value()), x.error());
  }

  private static DoubleBall arcsin(DoubleBall x) {
    // its slope is 1 / √(1 − x²), and steepest at the end of the interval
    double room = 1 - x.size() * x.size();
    return room > LEAST_ROOM
        ? DoubleBall.rounded(StrictMath.asin(x.value()), x.error() / Math.sqrt(room))
        : DoubleBall.UNKNOWN;
  }

  @Override
  public DoubleBall call(String function, List<DoubleBall> arguments) {
    DoubleBall x = arguments.get(0);
    return switch (function) {
      case "sin" -> sin(x);
      case "cos" -> cos(x);
      case "tan" -> times(sin(x), inverse(cos(x)));
      case "cot" -> times(cos(x), inverse(sin(x)));
      case "sec" -> inverse(cos(x));
      case "csc" -> inverse(sin(x));
      case "arcsin" -> arcsin(x);
      case "arccos" -> plus(HALF_PI, arcsin(x).negate());
      case "arctan" -> arctan(x);
      case "arccot" -> plus(HALF_PI, arctan(x).negate());
      case "ln" -> ln(x);
      case "log" -> times(ln(x), inverse(ln(base(arguments))));
      case "abs" -> new DoubleBall(Math.abs(x.value()), x.error());
      case "degree" -> times(x, DEGREE);
      case "percent" -> times(x, HUNDREDTH);
      default -> DoubleBall.UNKNOWN;
    };
  }

  private static DoubleBall base(List<DoubleBall> arguments) {
    return arguments.size() > 1 ? arguments.get(1) : new DoubleBall(10, 0);
  }
}
