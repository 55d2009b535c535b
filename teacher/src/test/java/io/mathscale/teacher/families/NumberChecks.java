package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.AnswerChecks.count;
import static io.mathscale.teacher.families.AnswerChecks.first;
import static io.mathscale.teacher.families.AnswerChecks.ratio;
import static io.mathscale.teacher.families.AnswerChecks.subsets;
import static io.mathscale.teacher.families.AnswerChecks.sum;
import static java.util.stream.LongStream.rangeClosed;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.LongStream;

/** Checks the answers to problems of digits, counts and chances; {@link AnswerChecks} tells how. */
// All numbers are small enough for a double.
@SuppressWarnings("LongDoubleConversion")
final class NumberChecks {
  private NumberChecks() {}

  static Map<String, ToDoubleBiFunction<Values, Double>> errors() {
    Map<String, ToDoubleBiFunction<Values, Double>> errors = new HashMap<>();
    errors.put(
        "prime-sum",
        (v, x) ->
            rangeClosed(v.a() + 1, v.b() - 1)
                    .filter(n -> BigInteger.valueOf(n).isProbablePrime(50))
                    .sum()
                - x);
    errors.put(
        "digit-sum",
        (v, x) ->
            BigInteger.TEN
                    .pow((int) v.a())
                    .subtract(BigInteger.valueOf(v.b()))
                    .toString()
                    .chars()
                    .map(digit -> digit - '0')
                    .sum()
                - x);
    errors.put("square-factor", (v, x) -> first(1, 1000, n -> Math.sqrt(v.a() * n) % 1 == 0) - x);
    errors.put(
        "repeating-decimal",
        (v, x) -> Double.parseDouble("0." + String.valueOf(v.a()).repeat(12)) - x);
    errors.put(
        "next-palindrome",
        (v, x) ->
            first(
                    v.a() + 1,
                    v.a() + 2000,
                    n -> new StringBuilder("" + n).reverse().toString().equals("" + n))
                - x);
    errors.put(
        "diophantine",
        (v, x) ->
            rangeClosed(1, v.c())
                    .mapToDouble(p -> count(1, v.c(), q -> v.a() * p + v.b() * q == v.c()))
                    .sum()
                - x);
    errors.put(
        "round-table",
        (v, x) -> x / rangeClosed(1, v.a() - 1).reduce(1, (p, q) -> p * q) - ratio(2, v.a() - 1));
    errors.put(
        "lattice-paths", (v, x) -> paths(v.c(), v.d()) * paths(v.a() - v.c(), v.b() - v.d()) - x);
    errors.put("pascal-sum", (v, x) -> subsets(v.a(), v.c()) + subsets(v.a(), v.at("e")) - x);
    errors.put("subsets-with", (v, x) -> Math.log(x) / Math.log(2) + 2 - v.a());
    errors.put("stars-and-bars", (v, x) -> shares(v.a(), v.b()) - x);
    errors.put("heads-and-legs", (v, x) -> 4 * x + 2 * (v.a() - x) - v.b());
    errors.put(
        "reversed-digits",
        (v, x) ->
            first(10, 99, n -> n / 10 + n % 10 == v.a() && n % 10 * 10 + n / 10 - n == v.b()) - x);
    errors.put("thought-of-number", (v, x) -> (x * v.a() + v.b()) / v.c() - v.d());
    errors.put(
        "knockout",
        (v, x) -> {
          long matches = 0;

          for (long left = v.a(); left > 1; left -= left / 2) {
            matches += left / 2;
          }

          return matches * v.b() - x;
        });
    errors.put(
        "drawer",
        (v, x) ->
            rangeClosed(0, v.a() + v.b() + v.c())
                    .filter(
                        n ->
                            rangeClosed(0, Math.min(v.a(), v.d() - 1))
                                .anyMatch(
                                    red ->
                                        rangeClosed(0, Math.min(v.b(), v.d() - 1))
                                            .map(blue -> n - red - blue)
                                            .anyMatch(
                                                green ->
                                                    green >= 0 && green < v.d() && green <= v.c())))
                    .max()
                    .orElseThrow()
                + 1
                - x);
    errors.put(
        "coin-combinations",
        (v, x) -> {
          long[] ways = new long[(int) v.a() + 1];
          ways[0] = 1;

          for (long coin : new long[] {1, v.b(), v.c()}) {
            for (int sum = (int) coin; sum < ways.length; sum++) {
              ways[sum] += ways[sum - (int) coin];
            }
          }

          return ways[(int) v.a()] - x;
        });
    errors.put("expected-win", (v, x) -> x - ratio(v.a(), v.b()) - ratio(v.c(), v.d()));
    errors.put("random-point", (v, x) -> x * v.c() * v.d() - v.a() * v.b());
    errors.put(
        "given-that",
        (v, x) -> ratio(first(0, v.b(), both -> v.b() + v.c() - both + v.d() == v.a()), v.b()) - x);
    errors.put(
        "variance",
        (v, x) -> {
          double mean = sum(v.list("xs")) / v.list("xs").size();

          return v.list("xs").stream().mapToDouble(n -> (n - mean) * (n - mean)).sum()
                  / v.list("xs").size()
              - x;
        });
    errors.put(
        "table-of-visitors",
        (v, x) -> {
          long[] days = {v.a(), v.b(), v.c(), v.d(), v.at("e")};

          return LongStream.of(days).max().orElseThrow()
              - LongStream.of(days).average().orElseThrow()
              - x;
        });

    return errors;
  }

  private static double paths(long right, long up) {
    return right == 0 || up == 0 ? 1 : paths(right - 1, up) + paths(right, up - 1);
  }

  private static double shares(long things, long boxes) {
    return boxes == 1
        ? 1
        : rangeClosed(1, things - boxes + 1).mapToDouble(n -> shares(things - n, boxes - 1)).sum();
  }
}
