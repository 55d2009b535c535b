package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.Numbers.count;
import static io.mathscale.teacher.families.Numbers.first;
import static io.mathscale.teacher.families.Numbers.last;
import static io.mathscale.teacher.families.Numbers.max;
import static io.mathscale.teacher.families.Numbers.ratio;
import static io.mathscale.teacher.families.Numbers.sum;

import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/** Checks of algebra, functions, sequences and calculus; {@link QuantityChecks} tells how. */
// All numbers are small enough for a double.
@SuppressWarnings("LongDoubleConversion")
final class AlgebraChecks {
  private AlgebraChecks() {}

  static void addTo(Map<String, ToDoubleBiFunction<Numbers, Double>> errors) {
    equations(errors);
    polynomials(errors);
    functions(errors);
    powersAndSequences(errors);
    calculus(errors);
  }

  private static void equations(Map<String, ToDoubleBiFunction<Numbers, Double>> errors) {
    errors.put("linear-equation/root", (v, x) -> v.a * x + v.b - v.c);
    errors.put("linear-sides/root", (v, x) -> v.a * x + v.b - v.c * x - v.d);
    errors.put("inequality/largest", (v, x) -> last(1, v.q, n -> v.a * n + v.b < v.q) - x);
    errors.put(
        "between-roots/length",
        (v, x) -> count(-400, 40_000, n -> (n - v.q) * (n + v.b) <= 0) - 1 - x);
    errors.put(
        "between-roots/integers",
        (v, x) -> count(-400, 40_000, n -> (n - v.q) * (n + v.b) <= 0) - x);
    errors.put(
        "smallest-sum/least",
        (v, x) ->
            -max(
                    1,
                    20_000,
                    n -> {
                      double s = n / 1e4 * 2 * Math.sqrt(ratio(v.q, v.a));
                      return -v.a * s - v.q / s;
                    })
                - x);
    errors.put("two-prices/adult", (v, x) -> (v.c - v.a * x) / v.b - (v.f - v.d * x) / v.e);
    errors.put("two-prices/child", (v, x) -> (v.c - v.b * x) / v.a - (v.f - v.e * x) / v.d);
    errors.put("system/first", (v, x) -> (v.e - v.a * x) / v.b - (v.f - v.c * x) / v.d);
    errors.put("system/second", (v, x) -> (v.e - v.b * x) / v.a - (v.f - v.d * x) / v.c);
    errors.put("fraction-equation/root", (v, x) -> x / v.a + x / v.b + v.c - v.q);
    errors.put(
        "absolute-value/product",
        (v, x) -> {
          long low = first(-300, 300, z -> Math.abs(z + v.a) == v.b);
          long high = last(-300, 300, z -> Math.abs(z + v.a) == v.b);
          return low * high - x;
        });
    errors.put(
        "absolute-value/larger", (v, x) -> last(-300, 300, z -> Math.abs(z + v.a) == v.b) - x);
    errors.put("ages/younger", (v, x) -> x + v.b + v.a * x + v.b - v.q);
    errors.put("ages/older", (v, x) -> x + v.b + x / v.a + v.b - v.q);
    errors.put(
        "consecutive/smallest",
        (v, x) -> sum(0, v.a - 1, n -> x + 2 * n) - v.q + (x % 2 == 0 ? 1 : 0));
    errors.put("variation/hours", (v, x) -> x * v.q - v.a * v.b);
    errors.put("heads-and-legs/four", (v, x) -> 4 * x + 2 * (v.a - x) - v.b);
    errors.put("thought-of/number", (v, x) -> (x * v.a + v.b) / v.c - v.q);
    errors.put("substitution/value", (v, x) -> v.d * (v.a * v.d + v.b * v.e) + v.c - x);
  }

  private static void polynomials(Map<String, ToDoubleBiFunction<Numbers, Double>> errors) {
    errors.put(
        "quadratic/larger",
        (v, x) ->
            x * x + v.a * x + v.b + count(Math.round(x) + 1, 300, n -> n * n + v.a * n + v.b == 0));
    errors.put(
        "quadratic/squares",
        (v, x) -> {
          double root = Math.sqrt(v.a * v.a / 4.0 - v.b);
          return Math.pow(-v.a / 2.0 + root, 2) + Math.pow(-v.a / 2.0 - root, 2) - x;
        });
    // The roots are as far apart as the root of the discriminant.
    errors.put(
        "quadratic/discriminant",
        (v, x) -> {
          long low = first(-300, 300, n -> n * n + v.a * n + v.b == 0);
          long high = last(-300, 300, n -> n * n + v.a * n + v.b == 0);
          return Math.pow(high - low, 2) - x;
        });
    errors.put(
        "quadratic/least",
        (v, x) -> -max(-1000, 1000, n -> -(n / 4.0 * n / 4.0 + v.a * n / 4.0 + v.b)) - x);
    errors.put("double-root/constant", (v, x) -> v.b * v.b - 4 * v.a * x);
    errors.put("squares/rest", (v, x) -> 2 * (v.q - v.b) * v.b + Math.pow(v.q - v.b, 2) - x);
    errors.put(
        "cubic/remainder",
        (v, x) -> {
          // Division by z + d, coefficient by coefficient.
          double second = v.a - v.d;
          double third = v.b - v.d * second;
          return v.c - v.d * third - x;
        });
    // The squares of the roots of p(z) are the roots of p(t)p(-t), t² = s.
    errors.put(
        "cubic/squares",
        (v, x) -> {
          double far = 1e3;
          double up = ((far + v.a) * far + v.b) * far + v.c;
          double down = ((far - v.a) * far + v.b) * far - v.c;
          double rest = far * far * far * far * far * far - up * down;
          return Math.abs(rest / (far * far * far * far) - x) < 0.02 ? 0 : 1;
        });
    errors.put(
        "cubic/degree",
        (v, x) -> {
          double near = 1e4;
          double far = 1e5;
          double grown =
              v.e * Math.log10(cubic(v, far) / cubic(v, near))
                  + Math.log10(
                      Math.abs(
                          (cubic(v, far) - far * far * far)
                              / (cubic(v, near) - near * near * near)));
          return Math.rint(grown) - x;
        });
    errors.put(
        "binomials/middle",
        (v, x) -> ((v.a + v.b) * (v.c + v.d) - (v.b - v.a) * (v.d - v.c)) / 2.0 - x);
  }

  private static double cubic(Numbers v, double z) {
    return ((z + v.a) * z + v.b) * z + v.c;
  }

  private static void functions(Map<String, ToDoubleBiFunction<Numbers, Double>> errors) {
    errors.put("linear-functions/composed", (v, x) -> ((x - v.b) / v.a - v.d) / v.c - v.e);
    errors.put("linear-functions/inverse", (v, x) -> (v.c * x + v.d - v.b) / v.a - v.e);
    errors.put("linear-functions/meeting", (v, x) -> v.a * x + v.b - v.c * x - v.d);
    errors.put(
        "pieces/value",
        (v, x) -> v.e >= v.c ? (x - v.b) / v.a - v.e : Math.sqrt(x - v.d) - Math.abs(v.e));
    errors.put("symmetry/sum", (v, x) -> x + v.a - v.b);
    errors.put("additive/value", (v, x) -> x / v.b - ratio(v.c, v.a));
    errors.put("operation/value", (v, x) -> x / v.c - v.a - v.b * v.d);
    errors.put(
        "asymptotes/sum",
        (v, x) -> {
          double far = 1e9;
          double pole = first(-100_000, 100_000, n -> v.c * n >= 1000 * v.d) / 1000.0;
          return Math.abs(x - (v.a * far + v.b) / (v.c * far - v.d) - pole) < 2e-3 ? 0 : 1;
        });
    errors.put("floor/value", (v, x) -> last(0, v.a, n -> n * v.b <= v.a) - x);
  }

  private static void powersAndSequences(Map<String, ToDoubleBiFunction<Numbers, Double>> errors) {
    errors.put("powers/value", (v, x) -> Math.log(x) / Math.log(v.a) - v.b - v.c + v.d);
    errors.put("exponential/root", (v, x) -> Math.pow(v.a, v.b * x + v.c - v.e) - 1);
    errors.put("logarithms/value", (v, x) -> v.c * Math.pow(v.a, x) - v.b);
    errors.put(
        "radicals/product",
        (v, x) -> Math.sqrt(v.b) * (v.a * Math.sqrt(v.b) + v.c * Math.sqrt(v.b)) - x);
    errors.put("rationalize/length", (v, x) -> x * Math.sqrt(v.b) - v.a);
    errors.put("doubling/end", (v, x) -> Math.log(x / v.q) / Math.log(2) - ratio(v.c, v.b));
    errors.put("scientific/exponent", (v, x) -> Math.floor(Math.log10(v.a * v.c)) + v.b + v.d - x);
    errors.put("arithmetic-sequence/last", (v, x) -> v.q + Numbers.repeat(v.c - 1, v.b) - x);
    errors.put("arithmetic-sequence/sum", (v, x) -> sum(0, v.c - 1, n -> v.q + n * v.b) - x);
    errors.put("geometric-sequence/last", (v, x) -> Math.log(x / v.q) / Math.log(v.b) - (v.c - 1));
    errors.put(
        "endless/total", (v, x) -> sum(0, 3000, n -> v.q * Math.pow(ratio(v.b, v.c), n)) - x);
    errors.put("recursion/fourth", (v, x) -> (((x - v.c) / v.b - v.c) / v.b - v.c) / v.b - v.q);
    errors.put("sigma/sum", (v, x) -> sum(1, v.a, k -> v.b * k + v.c) - x);
    errors.put("telescope/sum", (v, x) -> sum(v.a, v.b, j -> 1.0 / (j * (j + 1))) - x);
  }

  private static void calculus(Map<String, ToDoubleBiFunction<Numbers, Double>> errors) {
    errors.put(
        "derivative/slope",
        (v, x) -> {
          double step = 1e-3;
          return (at(v, v.q + step) - at(v, v.q - step)) / (2 * step) - x - v.a * step * step;
        });
    errors.put("derivative/value", (v, x) -> at(v, v.q) - x);
    errors.put(
        "extremum/maximum",
        (v, x) -> max(-1300, 0, n -> n / 100.0 * (n / 100.0 * n / 100.0 - v.a) + v.b) - x);
    // Simpson's rule is exact here.
    errors.put(
        "integral/area",
        (v, x) -> {
          double middle = (v.c + v.d) / 2.0;
          return (v.d - v.c)
                  / 6.0
                  * (v.a * (v.c * v.c + 4 * middle * middle + v.d * v.d)
                      + v.b * (v.c + 4 * middle + v.d))
              - x;
        });
    errors.put(
        "limit/limit",
        (v, x) -> {
          double near = v.a + 1e-4;
          return (near * near + v.b * near - v.a * v.a - v.a * v.b) / (near - v.a) - 1e-4 - x;
        });
    // The middle of the steps is exact for a slope that is linear.
    errors.put(
        "initial-value/value",
        (v, x) -> v.c + sum(0, 100 * v.d - 1, n -> (v.a * (n + 0.5) / 100 + v.b) / 100) - x);
  }

  private static double at(Numbers v, double t) {
    return ((v.a * t + v.b) * t + v.c) * t;
  }
}
