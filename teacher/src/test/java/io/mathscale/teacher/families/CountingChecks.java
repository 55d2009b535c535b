package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.Numbers.count;
import static io.mathscale.teacher.families.Numbers.digitSum;
import static io.mathscale.teacher.families.Numbers.first;
import static io.mathscale.teacher.families.Numbers.isPrime;
import static io.mathscale.teacher.families.Numbers.last;
import static io.mathscale.teacher.families.Numbers.max;
import static io.mathscale.teacher.families.Numbers.orders;
import static io.mathscale.teacher.families.Numbers.paths;
import static io.mathscale.teacher.families.Numbers.ratio;
import static io.mathscale.teacher.families.Numbers.repeat;
import static io.mathscale.teacher.families.Numbers.shares;
import static io.mathscale.teacher.families.Numbers.subsets;
import static io.mathscale.teacher.families.Numbers.sum;

import java.math.BigInteger;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/** Checks of number theory, counting and chance; {@link QuantityChecks} tells how. */
// All numbers are small enough for a double.
@SuppressWarnings("LongDoubleConversion")
final class CountingChecks {
  private CountingChecks() {}

  static void addTo(Map<String, ToDoubleBiFunction<Numbers, Double>> errors) {
    numbers(errors);
    counting(errors);
    chance(errors);
  }

  private static void numbers(Map<String, ToDoubleBiFunction<Numbers, Double>> errors) {
    errors.put("unit-powers/common", (v, x) -> count(0, v.a - 1, k -> k * v.b % v.a == 0) - x);
    errors.put(
        "unit-powers/power",
        (v, x) ->
            Math.cos(v.a * Math.PI / 2)
                - Math.cos(x * Math.PI / 2)
                + Math.abs(Math.sin(v.a * Math.PI / 2) - Math.sin(x * Math.PI / 2)));
    errors.put(
        "common-divisor/divisor", (v, x) -> last(1, v.a, n -> v.a % n == 0 && v.b % n == 0) - x);
    errors.put(
        "common-multiple/again",
        (v, x) -> first(1, 20_000, n -> n % v.a == 0 && n % v.b == 0 && n % v.c == 0) - x);
    errors.put("factors/divisors", (v, x) -> count(1, v.q, n -> v.q % n == 0) - x);
    errors.put("factors/prime", (v, x) -> last(2, v.q, n -> v.q % n == 0 && isPrime(n)) - x);
    errors.put("factors/square", (v, x) -> first(1, v.q, n -> Math.sqrt(v.q * n) % 1 == 0) - x);
    errors.put(
        "power-remainder/remainder",
        (v, x) ->
            BigInteger.valueOf(v.a).pow((int) v.b).mod(BigInteger.valueOf(v.c)).doubleValue() - x);
    errors.put(
        "two-remainders/least",
        (v, x) -> first(1, 1000, n -> n % v.a == v.b && n % v.c == v.d) - x);
    errors.put("primes/sum", (v, x) -> sum(v.a + 1, v.b - 1, n -> isPrime(n) ? n : 0) - x);
    errors.put("bases/digits", (v, x) -> digitSum(v.q, v.b) - x);
    errors.put(
        "repeating/fraction",
        (v, x) -> Double.parseDouble("0." + String.valueOf(v.a).repeat(9)) - x);
    errors.put(
        "diophantine/ways",
        (v, x) -> sum(1, v.q, n -> count(1, v.q / v.b, m -> v.a * n + v.b * m == v.q)) - x);
    errors.put("multiples/taken", (v, x) -> count(1, v.q, n -> n % v.a == 0 || n % v.b == 0) - x);
    errors.put("multiples/odd", (v, x) -> count(1, v.q, n -> n % 2 == 0) - x);
  }

  private static void counting(Map<String, ToDoubleBiFunction<Numbers, Double>> errors) {
    errors.put("team/teams", (v, x) -> subsets(v.q, v.b) - x);
    errors.put("team/ranked", (v, x) -> orders(v.q) / orders(v.q - v.b) / x - 1);
    errors.put("team/pairs", (v, x) -> sum(1, v.q - 1, n -> n) - x);
    errors.put("menu/meals", (v, x) -> repeat(v.q, repeat(v.b, v.c)) - x);
    errors.put("menu/free", (v, x) -> repeat(v.q, repeat(v.b, v.c)) + repeat(v.q, v.b) - x);
    errors.put("seats/row", (v, x) -> orders(v.q) - x);
    // Of all pairs of places q - 1 of q (q - 1) / 2 are neighbours.
    errors.put("seats/together", (v, x) -> x / orders(v.q) - 2.0 / v.q);
    errors.put("seats/table", (v, x) -> x * v.q - orders(v.q));
    errors.put(
        "drawer/sure",
        (v, x) ->
            max(0, v.d * v.d * v.d - 1, n -> n % v.d + n / v.d % v.d + n / v.d / v.d) + 1 - x);
    errors.put("tournament/matches", (v, x) -> matches(v.q) - x);
    errors.put("tournament/time", (v, x) -> matches(v.q) * v.b - x);
    errors.put("clubs/neither", (v, x) -> x + (v.b - v.d) + (v.c - v.d) + v.d - v.q);
    errors.put("clubs/one", (v, x) -> x + v.d + v.d - v.b - v.c);
    errors.put("grid-paths/paths", (v, x) -> paths(v.c, v.d) * paths(v.a - v.c, v.b - v.d) - x);
    errors.put("pascal/neighbours", (v, x) -> subsets(v.a, v.b) + subsets(v.a, v.b + 1) - x);
    errors.put("subsets/number", (v, x) -> Math.log(x) / Math.log(2) + 2 - v.q);
    errors.put("distribution/ways", (v, x) -> shares(v.q, v.b) - x);
    errors.put("coins-for/ways", (v, x) -> count(0, v.q, n -> n * v.b <= v.q) - x);
  }

  private static long matches(long players) {
    return players == 1 ? 0 : players / 2 + matches(players - players / 2);
  }

  private static void chance(Map<String, ToDoubleBiFunction<Numbers, Double>> errors) {
    errors.put("raffle/chance", (v, x) -> x * v.q - v.b);
    errors.put("raffle/value", (v, x) -> x * v.q - repeat(v.b, v.c));
    errors.put("raffle/two", (v, x) -> x * subsets(v.q, 2) - subsets(v.b, 2));
    errors.put("bag/same", (v, x) -> x * subsets(v.a + v.b, 2) - subsets(v.a, 2));
    errors.put(
        "bag/mixed", (v, x) -> (1 - x) * subsets(v.a + v.b, 2) - subsets(v.a, 2) - subsets(v.b, 2));
    errors.put(
        "bag/given", (v, x) -> x * ratio(v.a, v.a + v.b) - subsets(v.a, 2) / subsets(v.a + v.b, 2));
    errors.put(
        "dice/sum", (v, x) -> x * v.a * v.a - count(1, v.a, n -> v.b - n >= 1 && v.b - n <= v.a));
    errors.put("dice/mean", (v, x) -> sum(1, v.a, n -> sum(1, v.a, m -> n + m)) / (v.a * v.a) - x);
    errors.put(
        "coins/heads",
        (v, x) -> x * Math.pow(2, v.a) - count(0, (1L << v.a) - 1, n -> Long.bitCount(n) == v.b));
    errors.put("two-shots/both", (v, x) -> x / ratio(v.a, v.b) - ratio(v.c, v.d));
    errors.put(
        "two-shots/any",
        (v, x) -> ratio(v.a, v.b) + ratio(v.c, v.d) - ratio(v.a, v.b) * ratio(v.c, v.d) - x);
    errors.put("dart/pond", (v, x) -> x * v.q - repeat(v.a, v.b));
    errors.put("survey/given", (v, x) -> x * ratio(v.b, v.q) - ratio(v.d, v.q));
    errors.put("survey/none", (v, x) -> x + (v.b - v.d) + (v.c - v.d) + v.d - v.q);
  }
}
