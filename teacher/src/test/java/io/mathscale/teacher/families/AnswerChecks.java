package io.mathscale.teacher.families;

import static java.util.stream.LongStream.rangeClosed;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.function.ToDoubleBiFunction;

/**
 * Checks an answer without the family's own formula: each entry tells how far the answer is from
 * fulfilling the question, by putting it in, by simulation, by brute force or numerically.
 */
// All numbers are small enough for a double.
@SuppressWarnings("LongDoubleConversion")
final class AnswerChecks {
  private final Map<String, ToDoubleBiFunction<Values, Double>> errors = new HashMap<>();

  AnswerChecks() {
    arithmetic();
    algebra();
    sequencesAndFunctions();
    geometry();
    numbersAndCounting();
    chanceAndStatistics();
    exponentsAndAngles();
    calculus();
    vectors();
    errors.putAll(ShapeChecks.errors());
    errors.putAll(FormulaChecks.errors());
    errors.putAll(NumberChecks.errors());
    errors.putAll(EverydayChecks.errors());
  }

  boolean covers(String family) {
    return errors.containsKey(family);
  }

  double error(String family, Values values, String answer) {
    return errors.get(family).applyAsDouble(values, LatexNumbers.parse(answer));
  }

  private void arithmetic() {
    errors.put("shopping", (v, x) -> x + repeat(v.a(), v.b()) + repeat(v.c(), v.d()) - v.at("e"));
    errors.put("saving", (v, x) -> x - repeat(v.c(), v.b()) - v.a());
    errors.put("packing", (v, x) -> first(0, v.b(), r -> (v.a() - r) % v.b() == 0) - x);
    errors.put("times-as-many", (v, x) -> x + v.c() - repeat(v.b() + 1, v.a()));
    errors.put("order-of-operations", (v, x) -> (x - v.a()) / v.b() + v.d() - v.c());
    errors.put("unit-conversion", (v, x) -> x / 60 - v.c() * (v.a() + v.b() / 60.0));
    errors.put("fraction-sum", (v, x) -> x - ratio(v.a(), v.b()) - ratio(v.c(), v.d()));
    errors.put(
        "fraction-remainder",
        (v, x) -> x / (1 - ratio(1, v.d())) / (1 - ratio(v.b(), v.c())) - v.a());
    errors.put("fraction-quotient", (v, x) -> x * ratio(v.b(), v.c()) - v.a());
    errors.put("whole-from-part", (v, x) -> x * ratio(v.a(), v.b()) - v.c());
    errors.put("discount", (v, x) -> x / v.a() + v.b() / 100.0 - 1);
    errors.put("percent-change", (v, x) -> v.a() * (1 + x / 100) - v.b());
    errors.put("ratio-share", (v, x) -> (v.c() - x) * v.b() - x * v.a());
    errors.put("direct-proportion", (v, x) -> x / v.c() - ratio(v.a(), v.b()));
    errors.put("simple-interest", (v, x) -> x - repeat(v.c(), v.a() * v.b() / 100.0));
    errors.put("profit", (v, x) -> x + v.d() + v.a() * v.b() - v.a() * v.c());
    errors.put("distance", (v, x) -> x - repeat(v.b(), v.a()) - repeat(v.d(), v.c()));
    errors.put("average-speed", (v, x) -> 2 / x - 1.0 / v.a() - 1.0 / v.b());
    errors.put("meeting", (v, x) -> v.a() * x + v.b() * x - v.c());
    errors.put("catching-up", (v, x) -> v.a() * x - v.b() * x - v.c());
    errors.put("work-together", (v, x) -> x / v.a() + x / v.b() - 1);
    errors.put("mixture", (v, x) -> v.a() * (v.b() - x) + v.c() * (v.d() - x));
    errors.put("ages", (v, x) -> (x + v.b()) + (v.a() * x + v.b()) - v.c());
  }

  private void algebra() {
    errors.put("linear-equation", (v, x) -> v.a() * x + v.b() - v.c());
    errors.put("linear-both-sides", (v, x) -> v.a() * x + v.b() - v.c() * x - v.d());
    errors.put("two-prices", (v, x) -> v.c() * x + v.d() * (v.a() - x) - v.b());
    errors.put(
        "linear-system",
        (v, x) ->
            first(
                        -200,
                        200,
                        t ->
                            v.a() * t + v.b() * (Math.round(x) - t) == v.at("e")
                                && v.c() * t + v.d() * (Math.round(x) - t) == v.at("f"))
                    > 200
                ? 1
                : 0);
    errors.put("linear-inequality", (v, x) -> count(1, 1000, n -> v.a() * n + v.b() < v.c()) - x);
    errors.put(
        "absolute-value",
        (v, x) ->
            rangeClosed(-200, 200)
                    .filter(n -> Math.abs(n + v.a()) == v.b())
                    .reduce(1, (first, second) -> first * second)
                - x);
    errors.put(
        "quadratic-root",
        (v, x) ->
            x * x
                + v.a() * x
                + v.b()
                + count(Math.round(x) + 1, 300, n -> n * n + v.a() * n + v.b() == 0));
    errors.put(
        "vieta",
        (v, x) -> {
          double inside = v.a() * v.a() / 4.0 - v.b();
          double half = -v.a() / 2.0;

          // Complex roots p + qi and p - qi: the squares add up to 2p² - 2q².
          return inside < 0
              ? 2 * half * half - 2 * -inside - x
              : Math.pow(half + Math.sqrt(inside), 2) + Math.pow(half - Math.sqrt(inside), 2) - x;
        });
    errors.put(
        "parabola-vertex",
        (v, x) ->
            rangeClosed(-4000, 4000)
                    .mapToDouble(n -> v.a() * n * n / 1e4 + v.b() * n / 100.0 + v.c())
                    .min()
                    .orElseThrow()
                - x);
    errors.put("double-root", (v, x) -> v.b() * v.b() - 4 * v.a() * x);
    errors.put(
        "rectangle-sides", (v, x) -> x * (v.a() / 2.0 - x) - v.b() + (x < v.a() / 4.0 ? 1 : 0));
    errors.put(
        "polynomial-remainder",
        (v, x) -> {
          // Division by x - d, coefficient by coefficient.
          double second = v.a() + v.d();
          double third = v.b() + v.d() * second;

          return v.c() + v.d() * third - x;
        });
    errors.put(
        "binomial-product",
        (v, x) ->
            ((v.a() + v.b()) * (v.c() + v.d()) - (v.b() - v.a()) * (v.d() - v.c())) / 2.0 - x);
  }

  private void sequencesAndFunctions() {
    errors.put("arithmetic-term", (v, x) -> v.a() + repeat(v.c() - 1, v.b()) - x);
    errors.put(
        "arithmetic-series",
        (v, x) -> rangeClosed(0, v.c() - 1).map(n -> v.a() + n * v.b()).sum() - x);
    errors.put("geometric-term", (v, x) -> Math.log(x / v.a()) / Math.log(v.b()) - (v.c() - 1));
    errors.put(
        "geometric-series",
        (v, x) ->
            rangeClosed(0, 2000).mapToDouble(n -> v.a() * Math.pow(ratio(v.b(), v.c()), n)).sum()
                - x);
    errors.put(
        "recursive-sequence",
        (v, x) -> ((((x - v.c()) / v.b()) - v.c()) / v.b() - v.c()) / v.b() - v.a());
    errors.put(
        "consecutive-integers",
        (v, x) ->
            rangeClosed(0, v.a() - 1).mapToDouble(n -> x + 2 * n).sum()
                - v.b()
                + (x % 2 == 0 ? 1 : 0));
    errors.put("composition", (v, x) -> (x - v.b()) / v.a() - v.c() - v.d() * v.d());
    errors.put("inverse-function", (v, x) -> (v.a() * x + v.b()) / v.c() - v.d());
  }

  private void geometry() {
    errors.put("pythagoras", (v, x) -> Math.hypot(v.a(), v.b()) - x);
    errors.put(
        "triangle-angles",
        (v, x) -> {
          double part = x / Math.max(v.a(), Math.max(v.b(), v.c()));

          return part * v.a() + part * v.b() + part * v.c() - 180;
        });
    errors.put("circle-area", (v, x) -> 2 * Math.sqrt(x * Math.PI) - v.a() * Math.PI);
    errors.put("polygon-angles", (v, x) -> (180 - x) * v.a() - 360);
    errors.put("shadow", (v, x) -> x / v.c() - ratio(v.a(), v.b()));
    errors.put("point-distance", (v, x) -> Math.hypot(v.a() - v.c(), v.b() - v.d()) - x);
    errors.put(
        "line-intercept",
        (v, x) -> (v.b() - x) * v.c() - (v.d() - x) * v.a() + (v.a() == v.c() ? 1 : 0));
    errors.put(
        "circle-equation",
        (v, x) -> {
          double right = -v.a() / 2.0 + x;
          double middle = -v.b() / 2.0;

          return right * right + middle * middle + v.a() * right + v.b() * middle + v.c();
        });
    errors.put("box-surface", (v, x) -> x / 2 - v.c() * (v.a() + v.b()) - v.a() * v.b());
    errors.put("cylinder-volume", (v, x) -> Math.sqrt(x / Math.PI / v.b()) - v.a());
    errors.put("cone-volume", (v, x) -> Math.sqrt(3 * x / Math.PI / v.b()) - v.a());
    errors.put(
        "sphere-volume", (v, x) -> 4 * Math.pow(Math.cbrt(3 * x / (4 * Math.PI)), 2) - v.a());
    errors.put("cubes-in-box", (v, x) -> x * Math.pow(v.d(), 3) - (double) v.a() * v.b() * v.c());
  }

  private void numbersAndCounting() {
    errors.put(
        "greatest-common-divisor",
        (v, x) -> last(1, v.a(), n -> v.a() % n == 0 && v.b() % n == 0) - x);
    errors.put(
        "least-common-multiple",
        (v, x) -> first(1, 64_000, n -> n % v.a() == 0 && n % v.b() == 0 && n % v.c() == 0) - x);
    errors.put("divisor-count", (v, x) -> count(1, v.a(), n -> v.a() % n == 0) - x);
    errors.put(
        "power-remainder",
        (v, x) ->
            BigInteger.valueOf(v.a()).pow((int) v.b()).mod(BigInteger.valueOf(v.c())).doubleValue()
                - x);
    errors.put(
        "count-multiples", (v, x) -> count(1, v.a(), n -> n % v.b() == 0 || n % v.c() == 0) - x);
    errors.put(
        "two-remainders",
        (v, x) -> first(1, 1000, n -> n % v.a() == v.b() && n % v.c() == v.d()) - x);
    errors.put("committee", (v, x) -> subsets(v.a(), v.b()) - x);
    errors.put("podium", (v, x) -> rangeClosed(1, v.a()).map(n -> 3 * (n - 1) * (n - 2)).sum() - x);
    errors.put("outfits", (v, x) -> repeat(v.a(), repeat(v.b(), v.c())) + repeat(v.a(), v.b()) - x);
    errors.put("handshakes", (v, x) -> rangeClosed(1, Math.round(x) - 1).sum() - v.a());
    errors.put("two-clubs", (v, x) -> x + (v.b() - v.d()) + (v.c() - v.d()) + v.d() - v.a());
  }

  private void chanceAndStatistics() {
    errors.put("two-marbles", (v, x) -> x * subsets(v.a() + v.b(), 2) - subsets(v.a(), 2));
    errors.put(
        "dice-sum",
        (v, x) -> x * v.a() * v.a() - count(1, v.a(), n -> v.b() - n >= 1 && v.b() - n <= v.a()));
    errors.put("coin-flips", (v, x) -> x * Math.pow(2, v.a()) - subsets(v.a(), v.b()));
    errors.put(
        "missing-score", (v, x) -> (sum(v.list("xs")) + x) / (v.list("xs").size() + 1) - v.a());
    errors.put(
        "median",
        (v, x) -> {
          long below = v.list("xs").stream().filter(n -> n < x).count();
          long above = v.list("xs").stream().filter(n -> n > x).count();

          return 2 * Math.max(below, above) <= v.list("xs").size() ? 0 : 1;
        });
    errors.put("weighted-mean", (v, x) -> v.a() * (v.b() - x) + v.c() * (v.d() - x));
  }

  private void exponentsAndAngles() {
    errors.put("exponent-laws", (v, x) -> (v.b() + v.c() - v.d() - x) * Math.log(v.a()));
    errors.put(
        "exponential-equation", (v, x) -> (v.b() * x + v.c()) * Math.log(v.a()) - Math.log(v.d()));
    errors.put(
        "logarithm-equation", (v, x) -> Math.log(v.b() * x + v.c()) / Math.log(v.a()) - v.d());
    errors.put(
        "logarithm-sum", (v, x) -> (Math.log(v.b()) + Math.log(v.c())) / Math.log(v.a()) - x);
    errors.put("radical-sum", (v, x) -> Math.sqrt(v.a()) + Math.sqrt(v.b()) - x);
    errors.put("doubling", (v, x) -> Math.log(x / v.a()) / Math.log(2) - ratio(v.c(), v.b()));
    errors.put("compound-interest", (v, x) -> Math.pow(x / v.a(), 1.0 / v.c()) - 1 - v.b() / 100.0);
    errors.put("right-triangle-cosine", (v, x) -> Math.cos(Math.atan2(v.a(), v.b())) - x);
    errors.put(
        "law-of-cosines",
        (v, x) ->
            Math.hypot(v.a() - v.b() * Math.cos(Math.PI / 3), v.b() * Math.sin(Math.PI / 3)) - x);
    errors.put("radians", (v, x) -> Math.toRadians(v.a()) - x);
    errors.put("double-angle", (v, x) -> Math.cos(2 * Math.asin(ratio(v.a(), v.b()))) - x);
  }

  private void calculus() {
    errors.put(
        "derivative-at-point",
        (v, x) -> {
          double step = 1e-3;

          return (cubic(v, v.d() + step) - cubic(v, v.d() - step)) / (2 * step)
              - x
              - v.a() * step * step;
        });
    errors.put(
        "tangent-line",
        (v, x) -> {
          // The line through (0, k) and the point touches: its difference has a double root.
          double slope = (v.c() * v.c() + v.a() * v.c() + v.b() - x) / v.c();

          return Math.pow(v.a() - slope, 2) - 4 * (v.b() - x);
        });
    errors.put(
        "local-maximum",
        (v, x) ->
            rangeClosed(-200_000, 200_000)
                    .mapToDouble(n -> n / 1e4)
                    .filter(t -> 3 * t + v.a() < 0)
                    .map(t -> ((t + v.a()) * t + v.b()) * t + v.c())
                    .max()
                    .orElseThrow()
                - x);
    errors.put(
        "definite-integral",
        (v, x) -> {
          // Simpson's rule is exact here.
          double middle = (v.c() + v.d()) / 2.0;

          return (v.d() - v.c())
                  / 6.0
                  * (square(v, v.c()) + 4 * square(v, middle) + square(v, v.d()))
              - x;
        });
    errors.put(
        "limit",
        (v, x) -> {
          double near = v.a() + 1e-4;

          return (near * near + v.b() * near + v.c()) / (near - v.a()) - 1e-4 - x;
        });
    errors.put(
        "area-between",
        (v, x) -> {
          double middle = v.a() / 2.0;

          return v.a() / 6.0 * 4 * (v.a() * middle - middle * middle) - x;
        });
  }

  private void vectors() {
    errors.put("dot-product", (v, x) -> v.a() * v.c() + v.b() * v.d() + x * v.at("e"));
    errors.put("vector-magnitude", (v, x) -> Math.hypot(v.a() + v.c(), v.b() + v.d()) - x);
    errors.put(
        "determinant",
        (v, x) -> {
          // The area that the columns span, by turning the first onto the axis.
          double angle = Math.atan2(v.c(), v.a());
          double height = v.d() * Math.cos(angle) - v.b() * Math.sin(angle);

          return Math.hypot(v.a(), v.c()) * height - x;
        });
    errors.put(
        "matrix-square",
        (v, x) -> {
          long[][] matrix = {{v.a(), v.b()}, {v.c(), v.d()}};
          long trace = 0;

          for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
              trace += matrix[i][j] * matrix[j][i];
            }
          }

          return trace - x;
        });
    errors.put("complex-modulus", (v, x) -> Math.hypot(v.a(), v.b()) - x);
  }

  private static double cubic(Values values, double x) {
    return values.a() * x * x * x + values.b() * x * x + values.c() * x;
  }

  private static double square(Values values, double x) {
    return values.a() * x * x + values.b() * x;
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

  static double sum(List<Long> numbers) {
    return numbers.stream().mapToDouble(Long::doubleValue).sum();
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

  /** Counts subsets with Pascal's rule alone. */
  static double subsets(long all, long size) {
    double[] row = new double[(int) size + 1];
    row[0] = 1;

    for (long n = 1; n <= all; n++) {
      for (int k = (int) size; k >= 1; k--) {
        row[k] += row[k - 1];
      }
    }

    return row[(int) size];
  }
}
