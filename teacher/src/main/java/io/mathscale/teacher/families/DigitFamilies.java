package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Problems of primes, squares, digits and whole-number solutions. */
final class DigitFamilies {
  private static final long LARGEST_SEARCH = 100_000;

  private DigitFamilies() {}

  static List<WordedFamily> all() {
    return List.of(
        primes(), digitSum(), squareFactor(), repeatingDecimal(), palindrome(), diophantine());
  }

  private static WordedFamily primes() {
    return named("prime-sum", "Number theory", "Arithmetic")
        .needs("Prime numbers", "Divisibility rules", "Addition")
        .worded("What is the sum of all prime numbers between <a> and <b>?")
        .worded("Find the sum of the primes that are greater than <a> and less than <b>.")
        .drawn(
            draw -> {
              long low = draw.between(4, 180);

              return Values.of(low, low + draw.between(20, 45));
            },
            values -> {
              values.provided(values.a() >= 1 && values.b() < LARGEST_SEARCH);
              List<Long> primes =
                  LongStream.range(values.a() + 1, values.b())
                      .filter(DigitFamilies::isPrime)
                      .boxed()
                      .toList();
              values.provided(!primes.isEmpty());

              return values
                  .with(
                      "primes",
                      primes.stream().map(String::valueOf).collect(Collectors.joining(" + ")))
                  .working(
                      primes.stream().mapToLong(Long::longValue).sum(),
                      "Strike out every number between <a> and <b> that a smaller number above 1 divides; the others are prime.",
                      "Their sum is $<primes> = <answer>$.");
            });
  }

  private static WordedFamily digitSum() {
    return named("digit-sum", "Number theory", "Arithmetic")
        .needs("Digit sums", "Place value", "Multiplication")
        .worded("What is the sum of the digits of the number $10^{<a>} - <b>$?")
        .worded("The number $10^{<a>} - <b>$ is written out in full. Find the sum of its digits.")
        .drawn(
            draw -> Values.of(draw.between(4, 90), draw.between(11, 99)),
            values -> {
              values.provided(values.a() > 2 && values.b() >= 1 && values.b() <= 99);
              long end = 100 - values.b();
              long last = end / 10 + end % 10;

              return values
                  .with("nines", values.a() - 2)
                  .with("end", (end < 10 ? "0" : "") + end)
                  .with("high", 9 * (values.a() - 2))
                  .with("last", last)
                  .working(
                      9 * (values.a() - 2) + last,
                      "The number consists of <nines> nines and the last two digits $<end>$, since $100 - <b> = <end>$.",
                      "The digits add up to $9 \\cdot <nines> + <last> = <high> + <last> = <answer>$.");
            });
  }

  private static WordedFamily squareFactor() {
    return named("square-factor", "Number theory", "Arithmetic")
        .needs("Perfect squares", "Prime factorization", "Squares and powers")
        .worded(
            "What is the smallest positive integer by which <a> must be multiplied to give a perfect square?")
        .worded("Find the least positive integer $n$ for which $<a>n$ is a perfect square.")
        .drawn(
            draw -> Values.of(draw.between(6, 900)),
            values -> {
              values.provided(values.a() > 1 && values.a() < LARGEST_SEARCH * LARGEST_SEARCH);
              List<Long> odd =
                  Integers.primeFactors(values.a()).entrySet().stream()
                      .filter(entry -> entry.getValue() % 2 == 1)
                      .map(Map.Entry::getKey)
                      .toList();
              long factor = odd.stream().reduce(1L, (first, second) -> first * second);

              return values
                  .with("factors", Integers.factorised(values.a()))
                  .with(
                      "product",
                      odd.stream().map(String::valueOf).collect(Collectors.joining(" \\cdot ")))
                  .working(
                      factor,
                      "The prime factorization is $<a> = <factors>$.",
                      "In a perfect square every prime has an even exponent.",
                      odd.isEmpty()
                          ? "All exponents are even already, so the number is $<answer>$."
                          : "The primes with an odd exponent are needed once more: $<product> = <answer>$.");
            });
  }

  private static WordedFamily repeatingDecimal() {
    return named("repeating-decimal", "Number theory", "Fractions")
        .needs("Repeating decimals", "Operations with fractions", "Simplifying fractions")
        .worded("Write the repeating decimal $0.\\overline{<a*>}$ as a fraction in lowest terms.")
        .worded("Which common fraction in lowest terms equals $0.\\overline{<a*>}$?")
        .drawn(
            draw ->
                Values.of(draw.between(0, 1) == 0 ? draw.between(10, 98) : draw.between(100, 998)),
            values -> {
              int digits = Long.toString(values.provided(values.a() > 0).a()).length();
              long nines = Integers.power(10, digits) - 1;

              return values
                  .provided(values.a() < nines)
                  .with("power", nines + 1)
                  .with("nines", nines)
                  .working(
                      Fraction.of(values.a(), nines),
                      "Let $x$ be the number. Then $<power>x - x = <a>$, for the repeating digits cancel.",
                      "So $<nines>x = <a>$ and $x = \\frac{<a>}{<nines>} = <answer>$.");
            });
  }

  private static WordedFamily palindrome() {
    return named("next-palindrome", "Number theory", "Arithmetic")
        .needs("Palindromes", "Place value", "Ordering numbers")
        .worded("What is the smallest palindrome that is greater than <a>?")
        .worded(
            "The odometer of a car shows <a>. What is the next reading that is the same forwards and backwards?")
        .drawn(
            draw -> Values.of(draw.between(1000, 98_000)),
            values -> {
              long next = values.provided(values.a() > 9 && values.a() < 1_000_000).a() + 1;

              while (!isPalindrome(next)) {
                next++;
              }

              return values
                  .with("more", next - values.a())
                  .working(
                      next,
                      "The second half of a palindrome mirrors its first half, so only the first half can be chosen, and it must be as small as possible.",
                      "The mirrored number that comes first after <a> is $<a> + <more> = <answer>$.");
            });
  }

  private static WordedFamily diophantine() {
    return named("diophantine", "Number theory", "Algebra")
        .needs("Diophantine equations", "Properties of integers", "Casework")
        .worded("How many ordered pairs $(x, y)$ of positive integers satisfy $<a>x + <b>y = <c>$?")
        .worded(
            "Find the number of solutions of $<a>x + <b>y = <c>$ in positive integers $x$ and $y$.")
        .drawn(
            draw -> {
              long first = draw.between(2, 9);
              long second = draw.otherThan(first, 2, 9);

              return Values.of(
                  first, second, first * draw.between(3, 15) + second * draw.between(3, 15));
            },
            values -> {
              values.provided(values.a() > 0 && values.b() > 0 && values.c() < LARGEST_SEARCH);
              List<Long> fitting =
                  LongStream.rangeClosed(1, values.c() / values.a())
                      .filter(x -> values.c() - values.a() * x > 0)
                      .filter(x -> (values.c() - values.a() * x) % values.b() == 0)
                      .boxed()
                      .toList();
              values.provided(!fitting.isEmpty());

              return values
                  .with(
                      "fitting", String.join(", ", fitting.stream().map(String::valueOf).toList()))
                  .working(
                      fitting.size(),
                      "For a positive integer $x$ the rest $<c> - <a>x$ must be a positive multiple of $<b>$.",
                      "This holds for $x = <fitting>$.",
                      "Each gives one $y$, so there are $<answer>$ pairs.");
            });
  }

  private static boolean isPrime(long number) {
    return number > 1
        && LongStream.rangeClosed(2, Integers.root(number)).allMatch(d -> number % d > 0);
  }

  private static boolean isPalindrome(long number) {
    String digits = Long.toString(number);

    return new StringBuilder(digits).reverse().toString().equals(digits);
  }
}
