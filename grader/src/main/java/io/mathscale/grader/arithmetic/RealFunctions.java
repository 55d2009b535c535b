package io.mathscale.grader.arithmetic;

import io.mathscale.grader.limits.LimitReachedException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Real functions to a fixed number of digits. Series are summed in binary fixed point, which is
 * several times faster than decimals.
 */
public final class RealFunctions {
  private static final int GUARD_DIGITS = 12;

  /** No exponential of a greater number is computed: this one is 10 to the power of 434,294. */
  private static final BigDecimal LARGEST_EXPONENT = BigDecimal.valueOf(1_000_000);

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** How often an argument is halved before its series is summed. */
  private static final int HALVINGS = 8;

  final MathContext context;
  private final MathContext wide;
  private final int bits;
  private final BigDecimal unit;
  private final BigDecimal pi;
  private final BigDecimal halfPi;
  private final BigDecimal ln2;
  private final BigDecimal e;

  /** Functions to this many significant digits. */
  public RealFunctions(int digits) {
    this.context = new MathContext(digits + GUARD_DIGITS, RoundingMode.HALF_EVEN);
    this.wide = new MathContext(digits + GUARD_DIGITS + 8, RoundingMode.HALF_EVEN);
    this.bits = (int) Math.ceil(wide.getPrecision() * Math.log(10) / Math.log(2)) + 4 * HALVINGS;
    this.unit = new BigDecimal(BigInteger.ONE.shiftLeft(bits));
    this.pi = decimal(machinPi());
    this.halfPi = pi.divide(TWO, wide);
    this.ln2 = decimal(lnOfTwo());
    this.e = exp(BigDecimal.ONE);
  }

  BigDecimal pi() {
    return pi;
  }

  BigDecimal e() {
    return e;
  }

  /** The error that functions leave in a number of this size: a little more than its last digit. */
  BigDecimal lastDigitsOf(BigDecimal size) {
    return size.abs().round(ComplexBall.ROUGH).scaleByPowerOfTen(2 - context.getPrecision());
  }

  BigDecimal exp(BigDecimal x) {
    if (x.signum() == 0) {
      return BigDecimal.ONE;
    }
    if (x.abs().compareTo(LARGEST_EXPONENT) > 0) {
      throw new LimitReachedException("exponential");
    }
    // e^x = 2^k e^r with |r| ≤ ln 2 / 2, and e^r = (e^(r / 256))^256
    BigDecimal k = x.divide(ln2, context).setScale(0, RoundingMode.HALF_EVEN);
    BigInteger r = fixed(x.subtract(k.multiply(ln2), wide)).shiftRight(HALVINGS);
    BigInteger term = one();
    BigInteger sum = one();
    for (int n = 1; term.signum() != 0; n++) {
      term = term.multiply(r).shiftRight(bits).divide(BigInteger.valueOf(n));
      if (term.equals(BigInteger.ONE.negate())) {
        break;
      }
      sum = sum.add(term);
    }
    for (int i = 0; i < HALVINGS; i++) {
      sum = sum.multiply(sum).shiftRight(bits);
    }
    int power = k.intValueExact();
    if (Math.abs(power) < bits) {
      return decimal(power >= 0 ? sum.shiftLeft(power) : sum, power >= 0 ? 0 : -power);
    }
    BigDecimal scale = TWO.pow(Math.abs(power), context);
    return power >= 0 ? decimal(sum).multiply(scale, context) : decimal(sum).divide(scale, context);
  }

  /** The natural logarithm of a positive number. */
  BigDecimal ln(BigDecimal x) {
    // x = m 2^k with m near 1, then Halley's iteration from a double
    int decade = x.precision() - x.scale();
    int k = (int) Math.round((decade - 0.5) / Math.log10(2));
    BigDecimal power = TWO.pow(Math.abs(k), context);
    BigDecimal m = k >= 0 ? x.divide(power, context) : x.multiply(power, context);
    BigDecimal y = BigDecimal.valueOf(Math.log(m.doubleValue()));
    for (int correct = 15; correct < context.getPrecision(); correct *= 3) {
      BigDecimal power2 = exp(y);
      BigDecimal step =
          TWO.multiply(m.subtract(power2, context)).divide(m.add(power2, context), context);
      y = y.add(step, context);
    }
    return y.add(ln2.multiply(BigDecimal.valueOf(k), context), context);
  }

  /** The sine and the cosine. */
  BigDecimal[] sinCos(BigDecimal x) {
    if (x.abs().compareTo(LARGEST_EXPONENT) > 0) {
      throw new LimitReachedException("angle");
    }
    BigDecimal turns = x.divide(halfPi, context).setScale(0, RoundingMode.HALF_EVEN);
    BigDecimal rest = x.subtract(turns.multiply(halfPi), wide);
    // sin r and cos r − 1 of the rest over 256 by their series, then doubled eight times
    BigInteger r = fixed(rest).shiftRight(HALVINGS);
    BigInteger square = r.multiply(r).shiftRight(bits).negate();
    BigInteger sin = r;
    BigInteger cosine = BigInteger.ZERO;
    BigInteger cosTerm = one();
    BigInteger sinTerm = r;
    for (int n = 1; cosTerm.signum() != 0 && cosTerm.bitLength() > 1; n += 2) {
      cosTerm = times(cosTerm, square).divide(BigInteger.valueOf((long) n * (n + 1)));
      cosine = cosine.add(cosTerm);
      sinTerm = times(sinTerm, square).divide(BigInteger.valueOf((long) (n + 1) * (n + 2)));
      sin = sin.add(sinTerm);
    }
    for (int i = 0; i < HALVINGS; i++) {
      // with c = cos − 1: sin 2r = 2 sin r (c + 1), cos 2r − 1 = −2 sin² r
      BigInteger doubled = times(sin, cosine.add(one())).shiftLeft(1);
      cosine = times(sin, sin).shiftLeft(1).negate();
      sin = doubled;
    }
    BigDecimal sine = decimal(sin);
    BigDecimal cosineOfRest = decimal(cosine.add(one()));
    return switch (turns.toBigInteger().mod(BigInteger.valueOf(4)).intValue()) {
      case 0 -> new BigDecimal[] {sine, cosineOfRest};
      case 1 -> new BigDecimal[] {cosineOfRest, sine.negate()};
      case 2 -> new BigDecimal[] {sine.negate(), cosineOfRest.negate()};
      default -> new BigDecimal[] {cosineOfRest.negate(), sine};
    };
  }

  /** The angle of a point that is not the origin, in (−π, π]. */
  BigDecimal angle(BigDecimal y, BigDecimal x) {
    if (y.signum() == 0) {
      return x.signum() > 0 ? BigDecimal.ZERO : pi;
    }
    if (x.signum() == 0) {
      return y.signum() > 0 ? halfPi : halfPi.negate();
    }
    BigDecimal length = sqrt(x.multiply(x, context).add(y.multiply(y, context), context));
    BigDecimal sine = y.divide(length, context);
    BigDecimal cosine = x.divide(length, context);
    BigDecimal angle = BigDecimal.valueOf(Math.atan2(sine.doubleValue(), cosine.doubleValue()));
    // turning the point back by the angle leaves a small sine, whose cube is the error
    for (int correct = 15; correct < context.getPrecision(); correct *= 3) {
      BigDecimal[] sinCos = sinCos(angle);
      BigDecimal rest =
          sine.multiply(sinCos[1], context).subtract(cosine.multiply(sinCos[0], context), context);
      angle = angle.add(rest, context);
    }
    return angle;
  }

  /** The square root of a number that is not negative. */
  BigDecimal sqrt(BigDecimal x) {
    if (x.signum() == 0) {
      return BigDecimal.ZERO;
    }
    // an integer of twice the digits, with an even power of ten taken out
    int shift = 2 * context.getPrecision() - x.precision() + 2;
    shift += (x.scale() + shift) & 1;
    BigInteger scaled =
        shift >= 0
            ? x.unscaledValue().multiply(BigInteger.TEN.pow(shift))
            : x.unscaledValue().divide(BigInteger.TEN.pow(-shift));
    return new BigDecimal(scaled.sqrt(), (x.scale() + shift) / 2).round(context);
  }

  private BigInteger one() {
    return BigInteger.ONE.shiftLeft(bits);
  }

  private BigInteger times(BigInteger left, BigInteger right) {
    return left.multiply(right).shiftRight(bits);
  }

  private BigInteger fixed(BigDecimal value) {
    return value.multiply(unit).toBigInteger();
  }

  private BigDecimal decimal(BigInteger fixed) {
    return decimal(fixed, 0);
  }

  /** A fixed-point number divided by two this many times, as a decimal. */
  private BigDecimal decimal(BigInteger fixed, int halvings) {
    BigDecimal divisor =
        halvings == 0 ? unit : new BigDecimal(BigInteger.ONE.shiftLeft(bits + halvings));
    return new BigDecimal(fixed).divide(divisor, wide);
  }

  /** Machin: π/4 = 4 arctan 1/5 − arctan 1/239. */
  private BigInteger machinPi() {
    return arctanOfInverse(5).shiftLeft(2).subtract(arctanOfInverse(239)).shiftLeft(2);
  }

  private BigInteger arctanOfInverse(int n) {
    BigInteger power = one().divide(BigInteger.valueOf(n));
    BigInteger sum = power;
    BigInteger square = BigInteger.valueOf(-(long) n * n);
    for (int k = 3; power.signum() != 0; k += 2) {
      power = power.divide(square);
      sum = sum.add(power.divide(BigInteger.valueOf(k)));
    }
    return sum;
  }

  /** ln 2 = 2 artanh 1/3. */
  private BigInteger lnOfTwo() {
    BigInteger power = one().divide(BigInteger.valueOf(3));
    BigInteger sum = power;
    for (int k = 3; power.signum() != 0; k += 2) {
      power = power.divide(BigInteger.valueOf(9));
      sum = sum.add(power.divide(BigInteger.valueOf(k)));
    }
    return sum.shiftLeft(1);
  }
}
