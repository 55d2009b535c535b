package io.mathscale.grader.arithmetic;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.expression.UndefinedValueException;
import java.math.BigInteger;
import java.util.List;

/**
 * Arithmetic modulo a prime, for rational expressions: two that agree at a random point are equal,
 * with an error probability of their degree in two billion (lemma of Schwartz and Zippel). π and e
 * count as variables, since no polynomial relation between them is known; i is a square root of −1,
 * which exists modulo these primes.
 */
public final class ModularArithmetic implements Arithmetic<Long> {
  /** The two largest primes below 2^31 that leave 1 when divided by 4. */
  public static final List<Long> PRIMES = List.of(2147483629L, 2147483549L);

  private final long prime;
  private final int point;

  /**
   * Arithmetic at one of the points where variables have random values.
   *
   * @param prime the modulus, one of {@link #PRIMES}
   * @param point the number of the point
   */
  public ModularArithmetic(long prime, int point) {
    this.prime = prime;
    this.point = point;
  }

  private long rootOfMinusOne() {
    for (long candidate = 2; ; candidate++) {
      long root = raise(candidate, (prime - 1) / 4);
      if (root * root % prime == prime - 1) {
        return root;
      }
    }
  }

  @Override
  public Long of(Rational value) {
    long numerator = remainder(value.numerator());
    return value.isInteger()
        ? numerator
        : numerator * inverse(remainder(value.denominator())) % prime;
  }

  private long remainder(BigInteger value) {
    return value.bitLength() < Long.SIZE
        ? Math.floorMod(value.longValue(), prime)
        : value.mod(BigInteger.valueOf(prime)).longValue();
  }

  @Override
  public Long of(Node.Constant constant) {
    return switch (constant) {
      case PI, E -> variable("#" + constant.name());
      case I -> rootOfMinusOne();
      case INFINITY -> throw new UndefinedValueException("infinity");
    };
  }

  @Override
  public Long variable(String name) {
    return RandomPoints.longAt(name, point) % prime;
  }

  @Override
  public Long plus(Long left, Long right) {
    return (left + right) % prime;
  }

  @Override
  public Long times(Long left, Long right) {
    return left * right % prime;
  }

  @Override
  public Long inverse(Long value) {
    if (value == 0) {
      throw new UndefinedValueException("division by zero");
    }
    return raise(value, prime - 2);
  }

  @Override
  public Long integerPower(Long base, BigInteger exponent) {
    if (base == 0 && exponent.signum() <= 0) {
      throw new UndefinedValueException("power of zero");
    }
    return raise(base, exponent.mod(BigInteger.valueOf(prime - 1)).longValue());
  }

  private long raise(long base, long exponent) {
    long result = 1;
    long square = base;
    for (long rest = exponent; rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        result = result * square % prime;
      }
      square = square * square % prime;
    }
    return result;
  }

  @Override
  public Long fractionalPower(Long base, Rational exponent) {
    throw new UndefinedValueException("no rational expression");
  }

  @Override
  public Long power(Long base, Long exponent) {
    throw new UndefinedValueException("no rational expression");
  }

  @Override
  public Long call(String function, List<Long> arguments) {
    if (function.equals("percent")) {
      return times(arguments.get(0), inverse(100L));
    }
    throw new UndefinedValueException("no rational expression");
  }
}
