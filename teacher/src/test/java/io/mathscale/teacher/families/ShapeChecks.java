package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.AnswerChecks.count;
import static io.mathscale.teacher.families.AnswerChecks.subsets;
import static java.util.stream.LongStream.rangeClosed;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/**
 * Checks the answers to problems of figures, bodies, graphs and vectors; {@link AnswerChecks} tells
 * how.
 */
// All numbers are small enough for a double.
@SuppressWarnings("LongDoubleConversion")
final class ShapeChecks {
  private ShapeChecks() {}

  static Map<String, ToDoubleBiFunction<Values, Double>> errors() {
    Map<String, ToDoubleBiFunction<Values, Double>> errors = new HashMap<>();
    errors.put("congruent-triangles", (v, x) -> v.c() * (x - v.b()) - v.a() * (x - v.d()));
    errors.put("isosceles-area", (v, x) -> heron(v.a(), v.a(), v.b()) - x);
    errors.put("equilateral-area", (v, x) -> heron(v.a() / 3.0, v.a() / 3.0, v.a() / 3.0) - x);
    errors.put(
        "third-side",
        (v, x) ->
            count(1, 500, n -> n < v.a() + v.b() && v.a() < v.b() + n && v.b() < v.a() + n) - x);
    errors.put(
        "angle-bisector",
        (v, x) -> {
          // With B at the origin and C on the axis, the directions to them from A make equal angles
          // with AD.
          double ax = (v.a() * v.a() - v.b() * v.b() + v.c() * v.c()) / (2.0 * v.c());
          double ay = Math.sqrt(v.a() * v.a() - ax * ax);
          double left = (ax * (ax - x) + ay * ay) / v.a();
          double right = ((ax - v.c()) * (ax - x) + ay * ay) / v.b();

          return left - right;
        });
    errors.put("centroid", (v, x) -> 3 * x - v.a() - v.b() - v.c() - v.d() - v.at("e") - v.at("f"));
    errors.put("altitude", (v, x) -> v.a() * Math.sin(Math.atan2(v.b(), v.a())) - x);
    errors.put(
        "incircle",
        (v, x) ->
            heron(v.a(), v.b(), Math.hypot(v.a(), v.b()))
                - x * (v.a() + v.b() + Math.hypot(v.a(), v.b())) / 2);
    errors.put("tangent-length", (v, x) -> Math.hypot(x, v.b()) - v.a());
    errors.put("sector-area", (v, x) -> Math.sqrt(x * 360 / v.b() / Math.PI) - v.a());
    errors.put(
        "inscribed-angle",
        (v, x) -> {
          double b = 0;
          double c = Math.toRadians(v.a());
          double d = c + Math.toRadians(v.b());
          double a = (d + 2 * Math.PI) / 2;
          double toB = Math.atan2(Math.sin(b) - Math.sin(a), Math.cos(b) - Math.cos(a));
          double toD = Math.atan2(Math.sin(d) - Math.sin(a), Math.cos(d) - Math.cos(a));

          return Math.cos(toB - toD) - Math.cos(Math.toRadians(x));
        });
    errors.put("square-area", (v, x) -> 4 * Math.sqrt(x) - v.a());
    errors.put("polygon-diagonals", (v, x) -> subsets(v.a(), 2) - v.a() - x);
    errors.put("rhombus-perimeter", (v, x) -> 2 * Math.hypot(v.a(), v.b()) - x);
    errors.put(
        "trapezoid-area",
        (v, x) -> x - v.c() * Math.min(v.a(), v.b()) - v.c() * Math.abs(v.a() - v.b()) / 2.0);
    errors.put("tiles", (v, x) -> x * v.c() * v.c() - 10_000 * v.a() * v.b());
    errors.put("quadrilateral-angle", (v, x) -> x + v.a() + v.b() + v.c() - 360);
    errors.put("parallel-lines", (v, x) -> v.a() * x + v.b() + v.c() * x + v.d() - 180);
    errors.put("perpendicular-line", (v, x) -> v.a() + (v.b() - x) * v.c());
    errors.put("reflect-and-shift", (v, x) -> x - (v.a() + v.c()) - (-v.b() + v.d()));
    errors.put(
        "equidistant-points",
        (v, x) -> Math.hypot(v.a(), v.b() - x) - Math.hypot(v.c(), v.d() - x));
    errors.put("number-line", (v, x) -> (x - v.a()) * v.d() - (v.b() - x) * v.c());
    errors.put("map-scale", (v, x) -> x * 100_000 / v.a() - v.b());
    errors.put("planting", (v, x) -> count(0, v.a(), n -> n % v.b() == 0) - x);
    errors.put("parabola-through-point", (v, x) -> x * Math.pow(v.c() - v.a(), 2) + v.b() - v.d());
    errors.put("ellipse-foci", (v, x) -> Math.hypot(x / 2, Math.sqrt(v.b())) - Math.sqrt(v.a()));
    errors.put(
        "hyperbola-foci",
        (v, x) -> {
          // The point lies on it, and its distances from the foci differ by the axis.
          double right = Math.sqrt(2 * v.a());
          double up = Math.sqrt(v.b());

          return Math.hypot(right + x / 2, up)
              - Math.hypot(right - x / 2, up)
              - 2 * Math.sqrt(v.a());
        });
    errors.put(
        "polar-circle",
        (v, x) ->
            rangeClosed(1, 1000)
                        .mapToDouble(n -> n * Math.PI / 1000)
                        .map(t -> Math.pow(v.a() * Math.cos(t) + v.b() * Math.sin(t), 2))
                        .sum()
                    * Math.PI
                    / 2000
                - x);
    errors.put(
        "line-meets-parabola",
        (v, x) ->
            x * x
                + v.a() * x
                + v.b()
                - v.c() * x
                - v.d()
                + count(
                    Math.round(x) + 1, 300, n -> n * n + v.a() * n + v.b() == v.c() * n + v.d()));
    errors.put(
        "asymptotes",
        (v, x) -> {
          double far = 1e9;
          double height = (v.a() * far + v.b()) / (v.c() * far + v.d());

          return v.c() * (x - height) + v.d();
        });
    errors.put("pyramid-volume", (v, x) -> Math.sqrt(3 * x / v.b()) - v.a());
    errors.put("euler-formula", (v, x) -> v.a() - v.b() + x - 2);
    errors.put(
        "distance-to-plane",
        (v, x) ->
            Math.abs(v.a() * v.at("e") + v.b() * v.at("f") + v.c() * v.at("g") - v.d())
                - x * Math.hypot(Math.hypot(v.a(), v.b()), v.c()));
    errors.put(
        "cross-product",
        (v, x) ->
            (v.b() - v.a()) * (v.at("f") - v.d()) - (v.c() - v.a()) * (v.at("e") - v.d()) - x);
    errors.put(
        "projection",
        (v, x) ->
            Math.abs(
                    Math.hypot(v.a(), v.b())
                        * Math.cos(Math.atan2(v.b(), v.a()) - Math.atan2(v.d(), v.c())))
                - x);
    errors.put(
        "linear-map", (v, x) -> x - v.at("e") * (v.a() + v.b()) - v.at("f") * (v.c() + v.d()));
    errors.put(
        "common-roots-of-unity", (v, x) -> count(0, v.a() - 1, k -> k * v.b() % v.a() == 0) - x);
    errors.put(
        "de-moivre",
        (v, x) ->
            Math.hypot(
                    Math.cos(Math.toRadians(v.b() * v.c())) - Math.cos(Math.toRadians(x)),
                    Math.sin(Math.toRadians(v.b() * v.c())) - Math.sin(Math.toRadians(x)))
                + (x >= 0 && x < 360 ? 0 : 1));

    return errors;
  }

  private static double heron(double a, double b, double c) {
    double s = (a + b + c) / 2;

    return Math.sqrt(s * (s - a) * (s - b) * (s - c));
  }
}
