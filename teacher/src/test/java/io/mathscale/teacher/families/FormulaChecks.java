package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.AnswerChecks.count;
import static io.mathscale.teacher.families.AnswerChecks.last;
import static io.mathscale.teacher.families.AnswerChecks.ratio;
import static io.mathscale.teacher.families.AnswerChecks.repeat;
import static java.util.stream.LongStream.rangeClosed;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/**
 * Checks the answers to problems of functions, polynomials, sums and expressions; {@link
 * AnswerChecks} tells how.
 */
// All numbers are small enough for a double.
@SuppressWarnings("LongDoubleConversion")
final class FormulaChecks {
  private FormulaChecks() {}

  static Map<String, ToDoubleBiFunction<Values, Double>> errors() {
    Map<String, ToDoubleBiFunction<Values, Double>> errors = new HashMap<>();
    errors.put(
        "law-of-sines",
        (v, x) -> v.a() / Math.sin(Math.asin(ratio(v.b(), v.c()))) - x * v.at("e") / v.d());
    errors.put("sine-of-arccosine", (v, x) -> Math.sin(Math.acos(ratio(v.a(), v.b()))) - x);
    errors.put("amplitude-and-period", (v, x) -> x / v.a() * v.b() - 2 * Math.PI);
    errors.put(
        "trigonometric-equation",
        (v, x) -> {
          long steps = 1000 * v.a();
          double height = ratio(v.b(), v.c());

          return count(
                  1,
                  steps,
                  n ->
                      Math.sin(2 * Math.PI * n / 1000) > height
                          != Math.sin(2 * Math.PI * (n - 1) / 1000) > height)
              - x;
        });
    errors.put("domain", (v, x) -> count(-300, 300, n -> n <= v.a() && n + v.b() >= 0) - x);
    errors.put("piecewise-function", (v, x) -> x - piece(v, v.at("e")) - piece(v, v.at("f")));
    errors.put("functional-equation", (v, x) -> x / v.c() - ratio(v.b(), v.a()));
    errors.put("odd-and-even-function", (v, x) -> x + v.d() * v.b() - v.at("e") * v.c());
    errors.put(
        "custom-operation",
        (v, x) -> ((x - v.b() * v.at("e")) / v.a() - v.b() * v.d()) / v.a() - v.c());
    errors.put(
        "floor",
        (v, x) ->
            count(1, 1000, n -> n * n <= v.a()) + last(-500, 500, n -> n * v.c() <= v.b()) - x);
    errors.put(
        "initial-value-problem", (v, x) -> x - v.c() - v.d() * (v.b() + v.a() * v.d() / 2.0));
    errors.put("difference-of-squares", (v, x) -> x * x - (v.a() - x) * (v.a() - x) - v.b());
    errors.put(
        "cubic-roots",
        (v, x) -> {
          // The logarithmic derivative at 0 is the sum of the reciprocal roots, with its sign
          // changed.
          double step = 1e-4;
          double rise = (monic(v, step) - monic(v, -step)) / (2 * step);

          return rise / v.c() + x;
        });
    errors.put(
        "symmetric-sums",
        (v, x) ->
            rangeClosed(-9, 15)
                    .flatMap(
                        p ->
                            rangeClosed(-9, 15)
                                .filter(q -> p * q + (p + q) * (v.a() - p - q) == v.b())
                                .map(q -> p * p + q * q + (v.a() - p - q) * (v.a() - p - q)))
                    .findFirst()
                    .orElseThrow()
                - x);
    errors.put("polynomial-degree", (v, x) -> repeat(v.c(), v.a()) + v.b() - x);
    errors.put(
        "product-coefficient",
        (v, x) ->
            ((1 + v.a() + v.b()) * (1 + v.c() + v.d()) + (1 - v.a() + v.b()) * (1 - v.c() + v.d()))
                    / 2.0
                - 1
                - v.b() * v.d()
                - x);
    errors.put("substitution", (v, x) -> v.d() * (v.a() * v.d() + v.b() * v.at("e")) + v.c() - x);
    errors.put("rationalize", (v, x) -> x * Math.sqrt(v.b()) - v.a());
    errors.put(
        "scientific-notation", (v, x) -> Math.floor(Math.log10(v.a() * v.c())) + v.b() + v.d() - x);
    errors.put("inverse-variation", (v, x) -> x * v.c() - v.a() * v.b());
    errors.put(
        "inequality-of-means",
        (v, x) ->
            rangeClosed(1, 200_000)
                    .mapToDouble(n -> n / 1e4 * Math.sqrt(ratio(v.b(), v.a())))
                    .map(t -> v.a() * t + v.b() / t)
                    .min()
                    .orElseThrow()
                - x);
    errors.put(
        "telescoping-sum",
        (v, x) -> rangeClosed(v.a(), v.b()).mapToDouble(k -> ratio(v.c(), k * (k + 1))).sum() - x);
    errors.put("sigma-sum", (v, x) -> rangeClosed(1, v.a()).map(k -> v.b() * k + v.c()).sum() - x);
    errors.put("negative-numbers", (v, x) -> x + v.a() + v.d() - repeat(v.b(), v.c()));

    return errors;
  }

  private static double piece(Values values, double x) {
    return x >= values.c() ? values.a() * x + values.b() : x * x + values.d();
  }

  private static double monic(Values values, double x) {
    return ((x + values.a()) * x + values.b()) * x + values.c();
  }
}
