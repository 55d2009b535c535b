package io.mathscale.teacher.families;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Functions of whole numbers that several families need. */
final class NumberTheory {
  private NumberTheory() {}

  /** Returns the greatest common divisor, never negative. */
  static long gcd(long first, long second) {
    return second == 0 ? Math.abs(first) : gcd(second, first % second);
  }

  /** Returns the least common multiple of two positive numbers. */
  static long lcm(long first, long second) {
    return Math.multiplyExact(first / gcd(first, second), second);
  }

  /**
   * Returns the root.
   *
   * @throws ArithmeticException if it is not a whole number
   */
  static long exactRoot(long power, int degree) {
    long root = Math.round(Math.pow((double) Math.abs(power), 1.0 / degree)) * Long.signum(power);
    UnfitNumbersException.unless(power(root, degree) == power, "Number must be a power");
    return root;
  }

  /** Returns the exact power. */
  static long power(long base, long exponent) {
    return BigInteger.valueOf(base).pow(Math.toIntExact(exponent)).longValueExact();
  }

  /** Returns the remainder of a power. */
  static long powerMod(long base, long exponent, long modulus) {
    return BigInteger.valueOf(base)
        .modPow(BigInteger.valueOf(exponent), BigInteger.valueOf(modulus))
        .longValueExact();
  }

  /** Returns how many ways there are to choose {@code k} of {@code n}. */
  static long choose(long n, long k) {
    return LongStream.rangeClosed(1, k)
        .reduce(1, (ways, i) -> Math.multiplyExact(ways, n - k + i) / i);
  }

  /** Returns the factorial. */
  static long factorial(long n) {
    return LongStream.rangeClosed(2, n).reduce(1, Math::multiplyExact);
  }

  /** Returns the exponents of the prime factors of a positive number. */
  static SortedMap<Long, Integer> primeFactors(long number) {
    SortedMap<Long, Integer> exponents = new TreeMap<>();
    long rest = number;
    for (long prime = 2; prime * prime <= rest; prime++) {
      while (rest % prime == 0) {
        exponents.merge(prime, 1, Integer::sum);
        rest /= prime;
      }
    }

    if (rest > 1) {
      exponents.merge(rest, 1, Integer::sum);
    }

    return exponents;
  }

  /** Returns what is left of a positive number without its square factors. */
  static long squareFree(long number) {
    return primeFactors(number).entrySet().stream()
        .filter(factor -> factor.getValue() % 2 == 1)
        .mapToLong(Map.Entry::getKey)
        .reduce(1, (first, second) -> first * second);
  }

  /** Returns the factorisation in LaTeX, such as {@code 2^{3} \cdot 5}. */
  static String factorised(long number) {
    List<String> powers =
        primeFactors(number).entrySet().stream()
            .map(
                entry ->
                    entry.getValue() == 1
                        ? entry.getKey().toString()
                        : entry.getKey() + "^{" + entry.getValue() + "}")
            .toList();
    return powers.isEmpty() ? "1" : String.join(" \\cdot ", powers);
  }

  /** Returns the square root of a number in LaTeX, simplified, such as {@code 2\sqrt{3}}. */
  static String squareRoot(long number) {
    long inside = squareFree(number);
    long outside = exactRoot(number / inside, 2);
    if (inside == 1) {
      return Long.toString(outside);
    }

    return (outside == 1 ? "" : outside) + "\\sqrt{" + inside + "}";
  }
}
