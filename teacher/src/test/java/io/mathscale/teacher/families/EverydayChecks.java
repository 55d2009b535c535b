package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.Numbers.count;
import static io.mathscale.teacher.families.Numbers.digitSum;
import static io.mathscale.teacher.families.Numbers.first;
import static io.mathscale.teacher.families.Numbers.middle;
import static io.mathscale.teacher.families.Numbers.ratio;
import static io.mathscale.teacher.families.Numbers.repeat;

import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.LongStream;

/** Checks of arithmetic, money, rates and statistics; {@link QuantityChecks} tells how. */
// All numbers are small enough for a double.
@SuppressWarnings("LongDoubleConversion")
final class EverydayChecks {
  private EverydayChecks() {}

  static void addTo(Map<String, ToDoubleBiFunction<Numbers, Double>> errors) {
    errors.put("gift/total", (v, x) -> x - v.b - v.q);
    errors.put("giving-away/left", (v, x) -> x + v.b - v.q);
    errors.put("looking-back/start", (v, x) -> x - v.b + v.c - v.q);
    errors.put("packs/all", (v, x) -> x - repeat(v.q, v.b));
    errors.put("packing/bags", (v, x) -> first(0, v.q, n -> (n + 1) * v.b > v.q) - x);
    errors.put("packing/over", (v, x) -> first(0, v.b, r -> (v.q - r) % v.b == 0) - x);
    errors.put("sharing/second", (v, x) -> (v.q - x) * v.c - x * v.b);
    errors.put("sharing/first", (v, x) -> (v.q - x) * v.b - x * v.c);
    errors.put(
        "sharing/gap",
        (v, x) ->
            Math.max((v.q + x) / v.b - (v.q - x) / v.c, 0)
                * Math.max((v.q - x) / v.b - (v.q + x) / v.c, 0));
    errors.put("times-as-many/together", (v, x) -> x + v.c - repeat(v.b + 1, v.q));
    errors.put("times-as-many/more", (v, x) -> v.q + x - (repeat(v.b, v.q) - v.c));
    errors.put("fraction-of/part", (v, x) -> x / v.b - ratio(v.q, v.c));
    errors.put("fraction-of/rest", (v, x) -> x + v.q * ratio(v.b, v.c) - v.q);
    errors.put("whole-from-part/all", (v, x) -> x * ratio(v.a, v.b) - v.q);
    errors.put("two-fractions/sum", (v, x) -> x - ratio(v.a, v.b) - ratio(v.c, v.d));
    errors.put("two-fractions/gap", (v, x) -> x - Math.abs(ratio(v.a, v.b) - ratio(v.c, v.d)));
    errors.put("two-fractions/product", (v, x) -> x / ratio(v.c, v.d) - ratio(v.a, v.b));
    errors.put("two-fractions/quotient", (v, x) -> x * ratio(v.c, v.d) - ratio(v.a, v.b));
    errors.put("mixed-numbers/sum", (v, x) -> x - v.a - ratio(v.b, v.c) - v.d - ratio(v.e, v.f));
    errors.put("decimals/sum", (v, x) -> x - v.a / 1000.0 - v.b / 1000.0);
    errors.put("decimals/rounded", (v, x) -> Math.abs(x - v.a / 1000.0) <= 0.5 ? x % 1 : 1);
    errors.put("digits/sum", (v, x) -> digitSum(v.q, 10) - x);
    errors.put("digits/units", (v, x) -> (v.q - x) / 10 % 1 + (x < 10 ? 0 : 1));
    errors.put("digits/nines", (v, x) -> (v.q - x) / 9 % 1 + (x < 9 ? 0 : 1));
    errors.put(
        "digits/palindrome",
        (v, x) ->
            first(
                    v.q + 1,
                    v.q + 2000,
                    n -> new StringBuilder("" + n).reverse().toString().equals("" + n))
                - x);
    errors.put("order-of-operations/value", (v, x) -> (x - v.a) / v.b + v.d - v.c);
    errors.put("below-zero/end", (v, x) -> x - v.d + repeat(v.c, v.b) - v.a);
    errors.put("shopping/cost", (v, x) -> x - repeat(v.q, v.b) - repeat(v.c, v.d));
    errors.put("shopping/average", (v, x) -> v.q * (v.b - x) + v.c * (v.d - x));
    errors.put("change/back", (v, x) -> x + v.q - v.b);
    errors.put("change/share", (v, x) -> v.b * x / 100 - v.q);
    errors.put("discount/price", (v, x) -> x / v.q + v.b / 100.0 - 1);
    errors.put("discount/saved", (v, x) -> x / v.q - v.b / 100.0);
    errors.put("tax-and-tip/all", (v, x) -> (x - v.q) / v.q * 100 - v.b - v.c);
    errors.put("savings/interest", (v, x) -> x - repeat(v.c, v.q * v.b / 100.0));
    errors.put("savings/end", (v, x) -> x - v.q - repeat(v.c, v.q * v.b / 100.0));
    errors.put("growth/end", (v, x) -> Math.pow(x / v.q, 1.0 / v.c) - 1 - v.b / 100.0);
    errors.put("saving-up/weeks", (v, x) -> first(0, v.q, n -> v.c + repeat(n, v.b) >= v.q) - x);
    errors.put("wages/pay", (v, x) -> x - repeat(v.q, v.b) - repeat(v.c, v.b + v.b / 2.0));
    errors.put("selling/profit", (v, x) -> x + v.d + repeat(v.q, v.b) - repeat(v.q, v.c));
    errors.put("selling/revenue", (v, x) -> x - repeat(v.q, v.c));
    errors.put("selling/commission", (v, x) -> 10 * x - repeat(v.q, v.c));
    errors.put("currency/left", (v, x) -> (x + v.c) / v.b - v.q);
    errors.put("percent-of/part", (v, x) -> x / v.q * 100 - v.b);
    errors.put("percent-of/rest", (v, x) -> (v.q - x) / v.q * 100 - v.b);
    errors.put("percent-change/end", (v, x) -> x / (1 - v.c / 100.0) / (1 + v.b / 100.0) - v.q);
    errors.put("recipe/grams", (v, x) -> x / v.q - ratio(v.b, v.a) - ratio(v.c, v.a));
    errors.put("unit-price/cost", (v, x) -> x / v.q - ratio(v.b, v.a));
    errors.put("mixture/share", (v, x) -> v.q * (v.b - x) + v.c * (v.d - x));
    errors.put("mixture/sugar", (v, x) -> x - v.q * v.b / 100.0 - v.c * v.d / 100.0);
    errors.put("driving/way", (v, x) -> x - repeat(v.b, v.q) - repeat(v.d, v.c));
    errors.put("driving/speed", (v, x) -> v.b * (v.q - x) + v.d * (v.c - x));
    errors.put("trains/meeting", (v, x) -> v.a * x + v.b * x - v.q);
    errors.put("trains/catching", (v, x) -> v.a * x - v.b * x - v.q);
    errors.put("pipes/time", (v, x) -> x / v.q + x / v.b - 1);
    errors.put("tank/time", (v, x) -> v.a * x - v.b * x - v.q);
    errors.put("walking-pace/time", (v, x) -> x * v.b - v.q);
    errors.put("hours-and-minutes/minutes", (v, x) -> x / 60 - v.q * (v.b + v.c / 60.0));
    errors.put("metres/pieces", (v, x) -> count(1, 100 * v.q, n -> n * v.b <= 100 * v.q) - x);
    errors.put("metres/centimetres", (v, x) -> x / 100 - v.q);
    errors.put("litres/bottles", (v, x) -> count(1, 1000 * v.q, n -> n * v.b <= 1000 * v.q) - x);
    errors.put("litres/litres", (v, x) -> x / 1000 - v.q);
    errors.put("weeks/all", (v, x) -> x - repeat(v.q, 7.0 * v.c) - repeat(v.b, v.c));
    errors.put("scales/one", (v, x) -> repeat(v.a, x) + v.c - v.b);
    errors.put("load/weight", (v, x) -> x - v.c - repeat(v.q, v.b));
    errors.put("heights/longer", (v, x) -> x + (x - v.b) - v.a);
    errors.put("map/metres", (v, x) -> x * 100 / (1000 * v.b) - v.q);
    errors.put("trees/points", (v, x) -> count(0, v.q, n -> n % v.b == 0) - x);
    errors.put("number-line/place", (v, x) -> (x - v.a) * (v.d - v.c) - (v.b - x) * v.c);
    errors.put("scores/mean", (v, x) -> v.a - x + v.b - x + v.c - x + v.d - x + v.e - x);
    errors.put("scores/median", (v, x) -> middle(v.a, v.b, v.c, v.d, v.e) - x);
    errors.put(
        "scores/range",
        (v, x) -> {
          long[] sorted = LongStream.of(v.a, v.b, v.c, v.d, v.e).sorted().toArray();
          return sorted[0] + x - sorted[4];
        });
    errors.put(
        "scores/best",
        (v, x) ->
            LongStream.of(v.a, v.b, v.c, v.d, v.e).max().orElseThrow()
                - LongStream.of(v.a, v.b, v.c, v.d, v.e).average().orElseThrow()
                - x);
    errors.put("next-score/needed", (v, x) -> (v.q + v.a + v.b + v.c + x) / 5 - v.d);
    errors.put(
        "spread/variance",
        (v, x) -> {
          double mean = LongStream.of(v.a, v.b, v.c, v.d).average().orElseThrow();
          return LongStream.of(v.a, v.b, v.c, v.d)
                  .mapToDouble(n -> (n - mean) * (n - mean))
                  .average()
                  .orElseThrow()
              - x;
        });
    errors.put("five-numbers/median", (v, x) -> middle(v.a, v.b, v.c, v.d, v.e, v.f, v.g) - x);
    errors.put("two-classes/mean", (v, x) -> v.q * (v.b - x) + v.c * (v.d - x));
  }
}
