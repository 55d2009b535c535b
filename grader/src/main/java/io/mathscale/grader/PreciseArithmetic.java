package io.mathscale.grader;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;

/** Complex arithmetic to many digits, real roots of odd index being real. */
final class PreciseArithmetic implements Arithmetic<PreciseComplex> {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** What an operation on long numbers costs beside a step of exact arithmetic. */
  private static final int COST = 3;

  /** What a function of long numbers costs. */
  private static final int FUNCTION_COST = 80;

  /** Where variables lie; functions such as arcsin and ln(x − 1) are real in some of them only. */
  private static final double[][] RANGES = {{0.2, 0.9}, {1.1, 2.9}, {3.1, 8.9}, {0.1, 5.9}};

  private final PreciseReal reals;
  private final MathContext context;
  private final int point;
  private final boolean bothSigns;
  private final Budget budget;
  private BigDecimal largest = BigDecimal.ZERO;
  private BigDecimal smallest = BigDecimal.ZERO;

  /**
   * Arithmetic at one of the points where variables have random values.
   *
   * @param point the number of the point
   * @param bothSigns whether variables may be negative; they are positive else, as textbooks assume
   */
  PreciseArithmetic(PreciseReal reals, int point, boolean bothSigns, Budget budget) {
    this.reals = reals;
    this.context = reals.context;
    this.point = point;
    this.bothSigns = bothSigns;
    this.budget = budget;
  }

  /** The largest number that any sum was made of: errors are relative to it. */
  BigDecimal largest() {
    return largest;
  }

  /** The smallest number but zero that any sum was made of; zero if there was no sum. */
  BigDecimal smallest() {
    return smallest;
  }

  private void noteTerm(BigDecimal size) {
    largest = largest.max(size);
    if (size.signum() > 0 && (smallest.signum() == 0 || size.compareTo(smallest) < 0)) {
      smallest = size;
    }
  }

  @Override
  public PreciseComplex of(Rational value) {
    BigDecimal above = new BigDecimal(value.numerator());
    return PreciseComplex.real(
        value.isInteger()
            ? above.round(context)
            : above.divide(new BigDecimal(value.denominator()), context));
  }

  @Override
  public PreciseComplex of(Node.Constant constant) {
    return switch (constant) {
      case PI -> PreciseComplex.real(reals.pi());
      case E -> PreciseComplex.real(reals.e());
      case I -> new PreciseComplex(BigDecimal.ZERO, BigDecimal.ONE);
      case INFINITY -> throw new Undefined("infinity");
    };
  }

  @Override
  public PreciseComplex variable(String name) {
    double[] range = RANGES[point % RANGES.length];
    BigDecimal value = RandomPoints.decimalAt(name, point, range[0], range[1]);
    boolean isNegative = bothSigns && (RandomPoints.longAt(name, point) & 1) == 1;
    return PreciseComplex.real(isNegative ? value.negate() : value);
  }

  @Override
  public PreciseComplex plus(PreciseComplex left, PreciseComplex right) {
    budget.spend(COST);
    noteTerm(left.size());
    noteTerm(right.size());
    return new PreciseComplex(
        left.re().add(right.re(), context), left.im().add(right.im(), context));
  }

  @Override
  public PreciseComplex times(PreciseComplex left, PreciseComplex right) {
    budget.spend(COST);
    if (left.isReal() && right.isReal()) {
      return PreciseComplex.real(bounded(left.re().multiply(right.re(), context)));
    }
    BigDecimal re =
        left.re().multiply(right.re()).subtract(left.im().multiply(right.im()), context);
    BigDecimal im = left.re().multiply(right.im()).add(left.im().multiply(right.re()), context);
    return new PreciseComplex(bounded(re), bounded(im));
  }

  private static BigDecimal bounded(BigDecimal value) {
    if (Math.abs((long) value.scale()) > 10_000_000) {
      throw new LimitReached("exponent");
    }
    return value;
  }

  @Override
  public PreciseComplex inverse(PreciseComplex value) {
    budget.spend(2 * COST);
    if (value.isZero()) {
      throw new Undefined("division by zero");
    }
    if (value.isReal()) {
      return PreciseComplex.real(BigDecimal.ONE.divide(value.re(), context));
    }
    BigDecimal square =
        value.re().multiply(value.re()).add(value.im().multiply(value.im()), context);
    return new PreciseComplex(
        value.re().divide(square, context), value.im().negate().divide(square, context));
  }

  @Override
  public PreciseComplex integerPower(PreciseComplex base, BigInteger exponent) {
    if (base.isZero()) {
      if (exponent.signum() <= 0) {
        throw new Undefined("power of zero");
      }
      return base;
    }
    if (exponent.bitLength() > 24) {
      throw new LimitReached("exponent");
    }
    PreciseComplex result = PreciseComplex.ONE;
    PreciseComplex square = base;
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
  public PreciseComplex fractionalPower(PreciseComplex base, Rational exponent) {
    if (base.isZero()) {
      if (exponent.signum() < 0) {
        throw new Undefined("power of zero");
      }
      return base;
    }
    boolean isSquareRoot = exponent.denominator().equals(BigInteger.TWO);
    if (isSquareRoot) {
      return integerPower(squareRoot(base), exponent.numerator());
    }
    boolean isOddRootOfNegative =
        base.isReal() && base.re().signum() < 0 && exponent.denominator().testBit(0);
    if (isOddRootOfNegative) {
      PreciseComplex root = power(base.negate(), of(exponent));
      return exponent.numerator().testBit(0) ? root.negate() : root;
    }
    return power(base, of(exponent));
  }

  PreciseComplex squareRoot(PreciseComplex value) {
    budget.spend(15 * COST);
    if (value.isReal()) {
      BigDecimal root = reals.sqrt(value.re().abs());
      return value.re().signum() >= 0
          ? PreciseComplex.real(root)
          : new PreciseComplex(BigDecimal.ZERO, root);
    }
    BigDecimal length = length(value);
    BigDecimal re = reals.sqrt(length.add(value.re().abs()).divide(TWO, context));
    BigDecimal other = value.im().abs().divide(TWO.multiply(re), context);
    BigDecimal sign = BigDecimal.valueOf(value.im().signum());
    return value.re().signum() >= 0
        ? new PreciseComplex(re, other.multiply(sign))
        : new PreciseComplex(other, re.multiply(sign));
  }

  private BigDecimal length(PreciseComplex value) {
    if (value.isReal()) {
      return value.re().abs();
    }
    return reals.sqrt(
        value.re().multiply(value.re()).add(value.im().multiply(value.im()), context));
  }

  @Override
  public PreciseComplex power(PreciseComplex base, PreciseComplex exponent) {
    if (base.isZero()) {
      throw new Undefined("power of zero");
    }
    return exp(times(exponent, ln(base)));
  }

  PreciseComplex exp(PreciseComplex value) {
    budget.spend(FUNCTION_COST);
    BigDecimal size = bounded(reals.exp(value.re()));
    if (value.isReal()) {
      return PreciseComplex.real(size);
    }
    BigDecimal[] sinCos = reals.sinCos(value.im());
    return new PreciseComplex(size.multiply(sinCos[1], context), size.multiply(sinCos[0], context));
  }

  PreciseComplex ln(PreciseComplex value) {
    budget.spend(3 * FUNCTION_COST);
    if (value.isZero()) {
      throw new Undefined("logarithm of zero");
    }
    BigDecimal size = reals.ln(length(value));
    return new PreciseComplex(size, reals.angle(value.im(), value.re()));
  }

  BigDecimal[] sinCos(BigDecimal angle) {
    budget.spend(FUNCTION_COST);
    return reals.sinCos(angle);
  }

  BigDecimal angle(BigDecimal y, BigDecimal x) {
    budget.spend(2 * FUNCTION_COST);
    return reals.angle(y, x);
  }

  BigDecimal pi() {
    return reals.pi();
  }

  @Override
  public PreciseComplex call(String function, List<PreciseComplex> arguments) {
    largest = largest.max(BigDecimal.ONE);
    for (PreciseComplex argument : arguments) {
      largest = largest.max(argument.size());
    }
    return new PreciseFunctions(this).call(function, arguments);
  }
}
