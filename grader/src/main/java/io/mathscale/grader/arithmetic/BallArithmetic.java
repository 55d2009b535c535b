package io.mathscale.grader.arithmetic;

import static io.mathscale.grader.arithmetic.ComplexBall.ROUGH;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.limits.LimitReachedException;
import io.mathscale.grader.limits.StepBudget;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;

/**
 * Complex arithmetic to many digits with error bounds (van der Hoeven 2009, "Ball arithmetic"). Odd
 * roots of real numbers are real.
 */
public final class BallArithmetic implements Arithmetic<ComplexBall> {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** A term is lost if fewer of its digits are left in the sum. */
  private static final int FEWEST_DIGITS = 8;

  /** Steps of one operation on long numbers, where one of exact arithmetic is one step. */
  private static final int COST = 3;

  /**
   * The intervals of values of variables; functions such as arcsin and ln(x − 1) are real only in
   * some of them.
   */
  private static final double[][] RANGES = {{0.2, 0.9}, {1.1, 2.9}, {3.1, 8.9}, {0.1, 5.9}};

  private final RealFunctions reals;
  private final MathContext context;
  private final BallExponentials exponentials;
  private final int point;
  private final boolean bothSigns;
  private final StepBudget budget;
  private boolean hasRealRoots;
  private BigDecimal largest = BigDecimal.ZERO;
  private boolean hasLostTerm;
  private boolean hasEnclosed;

  /**
   * Arithmetic at one of the points where variables have random values.
   *
   * @param point the number of the point
   * @param bothSigns whether variables may be negative; otherwise they are positive, as textbooks
   *     assume
   */
  public BallArithmetic(RealFunctions reals, int point, boolean bothSigns, StepBudget budget) {
    this.reals = reals;
    this.context = reals.context;
    this.exponentials = new BallExponentials(reals, budget);
    this.point = point;
    this.bothSigns = bothSigns;
    this.budget = budget;
  }

  /** Arithmetic with variables of both signs in which an even root of a negative number is none. */
  public static BallArithmetic ofRealRoots(RealFunctions reals, int point, StepBudget budget) {
    BallArithmetic arithmetic = new BallArithmetic(reals, point, true, budget);
    arithmetic.hasRealRoots = true;
    return arithmetic;
  }

  /** The largest term of any sum and argument of any function. */
  public BigDecimal largest() {
    return largest;
  }

  /** Whether a term that is not zero was too small beside another to be seen in the sum. */
  public boolean hasLostTerm() {
    return hasLostTerm;
  }

  /** Whether a number is known to the digits of a double alone. */
  public boolean hasEnclosed() {
    return hasEnclosed;
  }

  /** The error of rounding to a number; zero if it has fewer digits than the precision. */
  private BigDecimal roundingOf(BigDecimal value) {
    return value.precision() < context.getPrecision() ? BigDecimal.ZERO : reals.lastDigitsOf(value);
  }

  private ComplexBall rounded(BigDecimal re, BigDecimal im, BigDecimal error) {
    return new ComplexBall(re, im, error.add(roundingOf(re).max(roundingOf(im)), ROUGH));
  }

  @Override
  public ComplexBall of(Rational value) {
    BigDecimal numerator = new BigDecimal(value.numerator());
    BigDecimal nearest =
        value.isInteger()
            ? numerator.round(context)
            : numerator.divide(new BigDecimal(value.denominator()), context);
    return rounded(nearest, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  @Override
  public ComplexBall of(Node.Constant constant) {
    return switch (constant) {
      case PI -> ComplexBall.real(reals.pi(), reals.lastDigitsOf(reals.pi()));
      case E -> ComplexBall.real(reals.e(), reals.lastDigitsOf(reals.e()));
      case I -> new ComplexBall(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ZERO);
      case INFINITY -> throw new UndefinedValueException("infinity");
    };
  }

  @Override
  public ComplexBall variable(String name) {
    double[] range = rangeAt(point);
    BigDecimal value = RandomPoints.decimalAt(name, point, range[0], range[1]);
    boolean isNegative = bothSigns && isNegativeAt(name, point);
    return ComplexBall.exact(isNegative ? value.negate() : value);
  }

  /** The bounds of the values of variables. */
  static double[] rangeAt(int point) {
    return RANGES[point % RANGES.length];
  }

  /** Whether a variable is negative where variables may be. */
  static boolean isNegativeAt(String name, int point) {
    return (RandomPoints.longAt(name, point) & 1) == 1;
  }

  @Override
  public ComplexBall plus(ComplexBall left, ComplexBall right) {
    budget.spend(COST);
    ComplexBall sum =
        rounded(
            left.re().add(right.re(), context),
            left.im().add(right.im(), context),
            left.error().add(right.error()));
    largest = largest.max(left.size()).max(right.size());
    hasLostTerm |= loses(sum, left) || loses(sum, right);
    return sum;
  }

  private static boolean loses(ComplexBall sum, ComplexBall term) {
    return !term.mayBeZero()
        && term.size().scaleByPowerOfTen(-FEWEST_DIGITS).compareTo(sum.error()) <= 0;
  }

  @Override
  public ComplexBall times(ComplexBall left, ComplexBall right) {
    budget.spend(COST);
    BigDecimal error = errorOfProduct(left, right);
    if (left.isReal() && right.isReal()) {
      return rounded(bounded(left.re().multiply(right.re(), context)), BigDecimal.ZERO, error);
    }
    BigDecimal re =
        left.re().multiply(right.re()).subtract(left.im().multiply(right.im()), context);
    BigDecimal im = left.re().multiply(right.im()).add(left.im().multiply(right.re()), context);
    return rounded(bounded(re), bounded(im), error.multiply(TWO, ROUGH));
  }

  private static BigDecimal errorOfProduct(ComplexBall left, ComplexBall right) {
    if (left.error().signum() == 0 && right.error().signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal ofRight = left.size().add(left.error(), ROUGH).multiply(right.error(), ROUGH);
    return right.size().multiply(left.error(), ROUGH).add(ofRight, ROUGH);
  }

  static BigDecimal bounded(BigDecimal value) {
    if (Math.abs((long) value.scale()) > 10_000_000) {
      throw new LimitReachedException("exponent");
    }
    return value;
  }

  @Override
  public ComplexBall inverse(ComplexBall value) {
    budget.spend(2 * COST);
    BigDecimal nearest = value.leastSize();
    BigDecimal error =
        value.error().signum() == 0
            ? BigDecimal.ZERO
            : value.error().multiply(TWO).divide(nearest.multiply(value.size(), ROUGH), ROUGH);
    if (value.isReal()) {
      return rounded(BigDecimal.ONE.divide(value.re(), context), BigDecimal.ZERO, error);
    }
    BigDecimal square =
        value.re().multiply(value.re()).add(value.im().multiply(value.im()), context);
    return rounded(
        value.re().divide(square, context), value.im().negate().divide(square, context), error);
  }

  @Override
  public ComplexBall integerPower(ComplexBall base, BigInteger exponent) {
    if (base.mayBeZero() && exponent.signum() <= 0) {
      throw new UndefinedValueException("power of zero");
    }
    if (exponent.bitLength() > 24) {
      throw new LimitReachedException("exponent");
    }
    ComplexBall result = ComplexBall.ONE;
    ComplexBall square = base;
    int rest = exponent.abs().intValue();
    while (rest > 0) {
      if ((rest & 1) == 1) {
        result = times(result, square);
      }
      rest >>= 1;
      if (rest > 0) {
        square = times(square, square);
      }
    }
    return exponent.signum() < 0 ? inverse(result) : result;
  }

  @Override
  public ComplexBall fractionalPower(ComplexBall base, Rational exponent) {
    boolean isEvenRoot = !exponent.denominator().testBit(0);
    if (hasRealRoots && isEvenRoot && !base.mayBeZero() && base.re().signum() < 0) {
      throw new UndefinedValueException("root of a negative number");
    }
    boolean isSquareRoot = exponent.denominator().equals(BigInteger.TWO);
    if (isSquareRoot) {
      return integerPower(squareRoot(base), exponent.numerator());
    }
    if (base.mayBeZero()) {
      return powerOfZero(base, exponent);
    }
    boolean isOddRootOfNegative =
        base.isReal() && base.re().signum() < 0 && exponent.denominator().testBit(0);
    if (isOddRootOfNegative) {
      ComplexBall root = power(base.negate(), of(exponent));
      return exponent.numerator().testBit(0) ? root.negate() : root;
    }
    return power(base, of(exponent));
  }

  /** Zero, with an error that is the power of the error of the base. */
  private ComplexBall powerOfZero(ComplexBall base, Rational exponent) {
    if (exponent.signum() < 0) {
      throw new UndefinedValueException("power of zero");
    }
    if (base.isExactlyZero()) {
      return base;
    }
    BigDecimal most = base.size().add(base.error(), ROUGH).multiply(TWO, ROUGH);
    BigDecimal error = power(ComplexBall.exact(most), of(exponent)).re();
    return ComplexBall.real(BigDecimal.ZERO, error.round(ROUGH));
  }

  ComplexBall squareRoot(ComplexBall value) {
    budget.spend(15 * COST);
    if (value.mayBeZero()) {
      BigDecimal most = value.size().add(value.error(), ROUGH).multiply(TWO, ROUGH);
      return ComplexBall.real(BigDecimal.ZERO, reals.sqrt(most).round(ROUGH));
    }
    if (value.isReal()) {
      BigDecimal root = reals.sqrt(value.re().abs());
      BigDecimal error = value.error().divide(root, ROUGH);
      return value.re().signum() >= 0
          ? rounded(root, BigDecimal.ZERO, error)
          : rounded(BigDecimal.ZERO, root, error);
    }
    BigDecimal length = exponentials.length(value);
    BigDecimal re = reals.sqrt(length.add(value.re().abs()).divide(TWO, context));
    BigDecimal other = value.im().abs().divide(TWO.multiply(re), context);
    BigDecimal sign = BigDecimal.valueOf(value.im().signum());
    BigDecimal error = value.error().multiply(TWO).divide(re, ROUGH);
    return value.re().signum() >= 0
        ? rounded(re, other.multiply(sign), error)
        : rounded(other, re.multiply(sign), error);
  }

  @Override
  public ComplexBall power(ComplexBall base, ComplexBall exponent) {
    return exponentials.exp(times(exponent, exponentials.ln(base)));
  }

  @Override
  public ComplexBall call(String function, List<ComplexBall> arguments) {
    hasEnclosed |= function.equals(Enclosures.ENCLOSED);
    largest = largest.max(BigDecimal.ONE);
    for (ComplexBall argument : arguments) {
      largest = largest.max(argument.size());
    }
    return new BallFunctions(this, exponentials).call(function, arguments);
  }
}
