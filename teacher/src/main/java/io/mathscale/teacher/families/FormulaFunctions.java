package io.mathscale.teacher.families;

import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The functions that a {@link FamilyFormula} may call. */
final class FormulaFunctions {
  private static final Map<String, Call> BY_NAME =
      Map.ofEntries(
          // Of whole numbers.
          Map.entry("gcd", whole(x -> NumberTheory.gcd(x[0], x[1]))),
          Map.entry("lcm", whole(x -> NumberTheory.lcm(x[0], x[1]))),
          Map.entry("mod", whole(x -> Math.floorMod(x[0], x[1]))),
          Map.entry("powermod", whole(x -> NumberTheory.powerMod(x[0], x[1], x[2]))),
          Map.entry("choose", whole(x -> NumberTheory.choose(x[0], x[1]))),
          Map.entry("factorial", whole(x -> NumberTheory.factorial(x[0]))),
          Map.entry("root", whole(x -> NumberTheory.exactRoot(x[0], (int) x[1]))),
          Map.entry("log", whole(x -> logarithm(x[0], x[1]))),
          Map.entry("base", whole(x -> Long.parseLong(Long.toString(x[0], (int) x[1])))),
          Map.entry("digits", whole(x -> Long.toString(x[0]).chars().map(c -> c - '0').sum())),
          Map.entry("divisors", whole(x -> divisors(x[0]))),
          Map.entry("largestprime", whole(x -> largestPrime(x[0]))),
          Map.entry("primesum", whole(x -> primeSum(x[0], x[1]))),
          Map.entry("squarefree", whole(x -> NumberTheory.squareFree(x[0]))),
          Map.entry("palindrome", whole(x -> nextPalindrome(x[0]))),
          Map.entry("pairs", whole(x -> pairs(x[0], x[1], x[2]))),
          Map.entry("min", whole(x -> LongStream.of(x).min().orElseThrow())),
          Map.entry("max", whole(x -> LongStream.of(x).max().orElseThrow())),
          Map.entry("median", whole(x -> LongStream.of(x).sorted().toArray()[x.length / 2])),
          Map.entry("crt", whole(x -> twoRemainders(x[0], x[1], x[2], x[3]))),
          // Of numbers.
          Map.entry("sqrt", x -> squareRoot(x[0])),
          Map.entry("abs", x -> new Fraction(Math.abs(x[0].numerator()), x[0].denominator())),
          Map.entry("floor", x -> floor(x[0])),
          Map.entry("round", x -> floor(x[0].plus(new Fraction(1, 2)))),
          Map.entry("if", x -> x[0].numerator() != 0 ? x[1] : x[2]),
          // Those that have a value on a condition.
          Map.entry("whole", x -> provided(x[0].isWhole(), x[0])),
          Map.entry("nonzero", x -> provided(x[0].numerator() != 0, x[0])));

  /** A function of any number of arguments; it throws where it has no value. */
  interface Call {
    Fraction value(Fraction... arguments);
  }

  /** A function of whole numbers. */
  private interface WholeCall {
    long value(long... arguments);
  }

  private FormulaFunctions() {}

  /**
   * Returns the function.
   *
   * @throws IllegalArgumentException if there is none of the name
   */
  static Call named(String name) {
    Call call = BY_NAME.get(name);
    if (call == null) {
      throw new IllegalArgumentException(
          "Function must be one of " + BY_NAME.keySet() + ": " + name);
    }

    return call;
  }

  private static Call whole(WholeCall call) {
    return x -> Fraction.of(call.value(Stream.of(x).mapToLong(Fraction::provenWhole).toArray()));
  }

  private static Fraction provided(boolean condition, Fraction value) {
    UnfitNumbersException.unless(condition, "Number must fulfil its condition");
    return value;
  }

  private static Fraction squareRoot(Fraction square) {
    return new Fraction(
        NumberTheory.exactRoot(square.numerator(), 2),
        NumberTheory.exactRoot(square.denominator(), 2));
  }

  private static Fraction floor(Fraction value) {
    return Fraction.of(Math.floorDiv(value.numerator(), value.denominator()));
  }

  private static long logarithm(long base, long power) {
    return LongStream.rangeClosed(0, 62)
        .filter(exponent -> Math.pow((double) base, (double) exponent) == (double) power)
        .findFirst()
        .orElseThrow(() -> new UnfitNumbersException("Number must be a power"));
  }

  private static long divisors(long number) {
    return NumberTheory.primeFactors(number).values().stream()
        .mapToLong(exponent -> exponent + 1)
        .reduce(1, (first, second) -> first * second);
  }

  private static long largestPrime(long number) {
    UnfitNumbersException.unless(number > 1, "Number must have a prime factor");
    return NumberTheory.primeFactors(number).lastKey();
  }

  private static long primeSum(long low, long high) {
    return LongStream.rangeClosed(low, high)
        .filter(number -> NumberTheory.primeFactors(number).containsKey(number))
        .sum();
  }

  private static long nextPalindrome(long number) {
    return LongStream.iterate(number + 1, next -> next + 1)
        .filter(next -> new StringBuilder().append(next).reverse().toString().equals("" + next))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the number of pairs of positive numbers with {@code a x + b y = c}. */
  private static long pairs(long a, long b, long c) {
    return LongStream.rangeClosed(1, c / a).filter(x -> a * x < c && (c - a * x) % b == 0).count();
  }

  /** Returns the least positive number with the remainder b by a and d by c. */
  private static long twoRemainders(long a, long b, long c, long d) {
    return LongStream.rangeClosed(1, a * c)
        .filter(number -> number % a == b && number % c == d)
        .findFirst()
        .orElseThrow(() -> new UnfitNumbersException("No number has both remainders"));
  }
}
