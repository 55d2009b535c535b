package io.mathscale.teacher.families;

import static java.util.stream.LongStream.rangeClosed;

import java.math.BigInteger;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;

/** The numbers of a problem by their variables, and slow, plain ways to count and add. */
final class Numbers {
  final long q;
  final long a;
  final long b;
  final long c;
  final long d;
  final long e;
  final long f;
  final long g;

  Numbers(Setting setting) {
    q = at(setting, "q");
    a = at(setting, "a");
    b = at(setting, "b");
    c = at(setting, "c");
    d = at(setting, "d");
    e = at(setting, "e");
    f = at(setting, "f");
    g = at(setting, "g");
  }

  private static long at(Setting setting, String variable) {
    Fraction number = setting.numbers().getOrDefault(variable, Fraction.of(0));
    return number.isWhole() ? number.provenWhole() : 0;
  }

  static double ratio(long above, long below) {
    return (double) above / below;
  }

  static double repeat(long times, double amount) {
    double total = 0;
    for (long i = 0; i < times; i++) {
      total += amount;
    }

    return total;
  }

  static double sum(long low, long high, LongToDoubleFunction term) {
    return rangeClosed(low, high).mapToDouble(term).sum();
  }

  static double count(long low, long high, LongPredicate condition) {
    return rangeClosed(low, high).filter(condition).count();
  }

  static long first(long low, long high, LongPredicate condition) {
    return rangeClosed(low, high).filter(condition).findFirst().orElse(high + 1);
  }

  static long last(long low, long high, LongPredicate condition) {
    return rangeClosed(low, high).filter(condition).max().orElse(low - 1);
  }

  static double max(long low, long high, LongToDoubleFunction value) {
    return rangeClosed(low, high).mapToDouble(value).max().orElseThrow();
  }

  /** Returns how many subsets of a size there are, by Pascal's rule. */
  static double subsets(long n, long k) {
    double[] row = new double[(int) n + 2];
    row[0] = 1;
    for (int i = 1; i <= n; i++) {
      for (int j = i; j > 0; j--) {
        row[j] += row[j - 1];
      }
    }

    return row[(int) k];
  }

  /** Returns how many orders there are of so many things. */
  static double orders(long things) {
    return things == 0 ? 1 : things * orders(things - 1);
  }

  static double paths(long right, long up) {
    return right == 0 || up == 0 ? 1 : paths(right - 1, up) + paths(right, up - 1);
  }

  /** Returns how many ways there are to give each of so many children at least one thing. */
  static double shares(long things, long children) {
    return children == 1
        ? 1
        : sum(1, things - children + 1, first -> shares(things - first, children - 1));
  }

  static double heron(double a, double b, double c) {
    double s = (a + b + c) / 2;
    return Math.sqrt(s * (s - a) * (s - b) * (s - c));
  }

  /** Returns the number in the middle: as many of the others are above it as below. */
  static long middle(long... numbers) {
    return LongStream.of(numbers)
        .filter(
            number ->
                2 * LongStream.of(numbers).filter(n -> n < number).count() <= numbers.length
                    && 2 * LongStream.of(numbers).filter(n -> n > number).count() <= numbers.length)
        .findFirst()
        .orElseThrow();
  }

  static boolean isPrime(long number) {
    return BigInteger.valueOf(number).isProbablePrime(50);
  }

  /** Returns the sum of the digits of a number in a base, from the last one on. */
  static long digitSum(long number, long base) {
    return number == 0 ? 0 : number % base + digitSum(number / base, base);
  }
}
