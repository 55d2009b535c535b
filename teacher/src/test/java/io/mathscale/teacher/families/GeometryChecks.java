package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.Numbers.count;
import static io.mathscale.teacher.families.Numbers.heron;
import static io.mathscale.teacher.families.Numbers.last;
import static io.mathscale.teacher.families.Numbers.max;
import static io.mathscale.teacher.families.Numbers.ratio;
import static io.mathscale.teacher.families.Numbers.repeat;
import static io.mathscale.teacher.families.Numbers.sum;

import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/** Checks of figures, bodies, coordinates, vectors and angles; {@link QuantityChecks} tells how. */
// All numbers are small enough for a double.
@SuppressWarnings("LongDoubleConversion")
final class GeometryChecks {
  private GeometryChecks() {}

  static void addTo(Map<String, ToDoubleBiFunction<Numbers, Double>> errors) {
    triangles(errors);
    figures(errors);
    bodies(errors);
    trigonometry(errors);
    coordinates(errors);
    vectors(errors);
  }

  private static void triangles(Map<String, ToDoubleBiFunction<Numbers, Double>> errors) {
    errors.put("right-triangle/hypotenuse", (v, x) -> Math.hypot(v.q, v.b) - x);
    errors.put("right-triangle/area", (v, x) -> heron(v.q, v.b, Math.hypot(v.q, v.b)) - x);
    errors.put("right-triangle/altitude", (v, x) -> v.q * Math.sin(Math.atan2(v.b, v.q)) - x);
    errors.put(
        "right-triangle/incircle",
        (v, x) -> heron(v.q, v.b, Math.hypot(v.q, v.b)) / x * 2 - v.q - v.b - Math.hypot(v.q, v.b));
    errors.put("right-triangle/cosine", (v, x) -> Math.cos(Math.atan2(v.q, v.b)) - x);
    errors.put("right-triangle/median", (v, x) -> Math.hypot(v.q / 2.0, v.b / 2.0) - x);
    errors.put(
        "isosceles/area",
        (v, x) -> heron(v.q, Math.hypot(v.q / 2.0, v.b), Math.hypot(v.q / 2.0, v.b)) - x);
    errors.put("isosceles/perimeter", (v, x) -> v.q + 2 * Math.hypot(v.q / 2.0, v.b) - x);
    errors.put("equilateral/area", (v, x) -> heron(v.q / 3.0, v.q / 3.0, v.q / 3.0) - x);
    errors.put(
        "two-sides/count",
        (v, x) -> count(1, 500, n -> n < v.a + v.b && v.a < v.b + n && v.b < v.a + n) - x);
    errors.put("two-sides/longest", (v, x) -> v.a + v.b + last(1, 500, n -> n < v.a + v.b) - x);
    errors.put("similar/height", (v, x) -> x / v.q - ratio(v.a, v.b));
    errors.put("congruent/side", (v, x) -> v.c * (x - v.b) - v.a * (x - v.d));
    errors.put("angles/third", (v, x) -> v.q + v.b + x - 180);
    errors.put("angles/outer", (v, x) -> 180 - x + v.q + v.b - 180);
    errors.put("angles/bisected", (v, x) -> x + v.q / 2.0 + v.b / 2.0 - 180);
    errors.put("parallels/first", (v, x) -> x + v.c * (x - v.b) / v.a + v.d - 180);
    errors.put(
        "angle-bisector/part",
        (v, x) -> {
          // With B at the origin and C on the axis, the directions to them from A make equal angles
          // with AD.
          double ax = (v.a * v.a - v.b * v.b + v.q * v.q) / (2.0 * v.q);
          double ay = Math.sqrt(v.a * v.a - ax * ax);
          double left = (ax * (ax - x) + ay * ay) / v.a;
          double right = ((ax - v.q) * (ax - x) + ay * ay) / v.b;
          return left - right;
        });
    errors.put("triangle-of-points/centroid", (v, x) -> 3 * x - v.a - v.b - v.c - v.d - v.e - v.f);
    errors.put(
        "triangle-of-points/area",
        (v, x) ->
            heron(
                    Math.hypot(v.a - v.c, v.b - v.d),
                    Math.hypot(v.c - v.e, v.d - v.f),
                    Math.hypot(v.e - v.a, v.f - v.b))
                - x);
  }

  private static void figures(Map<String, ToDoubleBiFunction<Numbers, Double>> errors) {
    errors.put("circle/area", (v, x) -> Math.sqrt(x / Math.PI) - v.q);
    errors.put("circle/circumference", (v, x) -> x / Math.PI / 2 - v.q);
    errors.put("circle/square", (v, x) -> Math.sqrt(x) / 2 - v.q);
    errors.put("sector/area", (v, x) -> Math.sqrt(x * 360 / v.b / Math.PI) - v.q);
    errors.put("sector/arc", (v, x) -> x / v.q - Math.toRadians(v.b));
    errors.put("chord/radius", (v, x) -> 2 * Math.sqrt(x * x - v.b * v.b) - v.q);
    errors.put(
        "inscribed-angle/angle",
        (v, x) -> {
          double b = 0;
          double d = Math.toRadians(v.a) + Math.toRadians(v.b);
          double a = (d + 2 * Math.PI) / 2;
          double toB = Math.atan2(Math.sin(b) - Math.sin(a), Math.cos(b) - Math.cos(a));
          double toD = Math.atan2(Math.sin(d) - Math.sin(a), Math.cos(d) - Math.cos(a));
          return Math.cos(toB - toD) - Math.cos(Math.toRadians(x));
        });
    errors.put("rectangle/area", (v, x) -> x - repeat(v.b, v.q));
    errors.put("rectangle/perimeter", (v, x) -> x - v.q - v.b - v.q - v.b);
    errors.put("rectangle/diagonal", (v, x) -> Math.hypot(v.q, v.b) - x);
    errors.put("square/area", (v, x) -> 4 * Math.sqrt(x) - v.q);
    errors.put("square/side", (v, x) -> x + x + x + x - v.q);
    errors.put("fencing/cost", (v, x) -> (x - v.c) / v.b - v.q);
    errors.put("tiles/tiles", (v, x) -> x * v.c * v.c - 10_000 * v.a * v.b);
    errors.put("polygon/angle", (v, x) -> (180 - x) * v.q - 360);
    errors.put("polygon/diagonals", (v, x) -> sum(1, v.q - 1, n -> n) - v.q - x);
    errors.put("polygon/perimeter", (v, x) -> x - repeat(v.q, v.b));
    errors.put("rhombus/perimeter", (v, x) -> 4 * Math.hypot(v.a / 2.0, v.b / 2.0) - x);
    errors.put(
        "rhombus/area",
        (v, x) -> 2 * heron(v.a, Math.hypot(v.a, v.b) / 2, Math.hypot(v.a, v.b) / 2) - x);
    errors.put(
        "trapezoid/area", (v, x) -> x - v.c * Math.min(v.q, v.b) - v.c * Math.abs(v.q - v.b) / 2.0);
    errors.put("four-angles/fourth", (v, x) -> x + v.a + v.b + v.c - 360);
  }

  private static void bodies(Map<String, ToDoubleBiFunction<Numbers, Double>> errors) {
    errors.put("box/volume", (v, x) -> x - repeat(v.c, repeat(v.b, v.q)));
    errors.put("box/surface", (v, x) -> x / 2 - v.c * (v.q + v.b) - v.q * v.b);
    errors.put("box/diagonal", (v, x) -> Math.hypot(Math.hypot(v.q, v.b), v.c) - x);
    errors.put("prism/volume", (v, x) -> x - repeat(v.b, v.q));
    // The cross-sections shrink as the squares of the distances from the top.
    errors.put(
        "prism/pyramid",
        (v, x) -> {
          double layers = sum(0, 9999, n -> Math.pow((n + 0.5) / 1e4, 2)) / 1e4;
          return Math.abs(v.q * v.b * layers / x - 1) < 1e-6 ? 0 : 1;
        });
    errors.put("cube/volume", (v, x) -> Math.cbrt(x) - v.q);
    errors.put("cube/surface", (v, x) -> Math.sqrt(x / 6) - v.q);
    errors.put("cube-root/edge", (v, x) -> x * x * x - v.a);
    errors.put("round-body/cylinder", (v, x) -> Math.sqrt(x / Math.PI / v.b) - v.q);
    errors.put("round-body/cone", (v, x) -> Math.sqrt(3 * x / Math.PI / v.b) - v.q);
    errors.put("round-body/sphere", (v, x) -> Math.cbrt(3 * x / (4 * Math.PI)) - v.q);
    errors.put("polyhedron/faces", (v, x) -> v.a - v.b + x - 2);
    errors.put(
        "point-and-plane/distance",
        (v, x) ->
            Math.abs(v.a * v.e + v.b * v.f + v.c * v.g - v.d)
                - x * Math.hypot(Math.hypot(v.a, v.b), v.c));
  }

  private static void trigonometry(Map<String, ToDoubleBiFunction<Numbers, Double>> errors) {
    errors.put(
        "law-of-cosines/side",
        (v, x) -> Math.hypot(v.a - v.b * Math.cos(Math.PI / 3), v.b * Math.sin(Math.PI / 3)) - x);
    errors.put("law-of-cosines/area", (v, x) -> v.a * v.b * Math.sin(Math.PI / 3) / 2 - x);
    errors.put("law-of-sines/side", (v, x) -> x * ratio(v.b, v.c) - v.q * ratio(v.d, v.e));
    errors.put("special-angles/foot", (v, x) -> Math.toDegrees(Math.acos(x / v.q)) - 60);
    errors.put("special-angles/height", (v, x) -> Math.toDegrees(Math.asin(x / v.q)) - 60);
    errors.put("identities/double", (v, x) -> Math.cos(2 * Math.asin(ratio(v.a, v.b))) - x);
    errors.put("identities/cosine", (v, x) -> Math.cos(Math.asin(ratio(v.a, v.b))) - x);
    errors.put("wave/period", (v, x) -> Math.sin(v.b * x / v.a) + (x < 6.3 * v.a / v.b ? 0 : 1));
    errors.put(
        "wave/highest",
        (v, x) ->
            max(0, 100_000, n -> v.a * Math.sin(v.b * n / 1e4) + v.c) < x + 1e-9
                ? Math.rint(x - max(0, 100_000, n -> v.a * Math.sin(v.b * n / 1e4) + v.c))
                : 1);
    errors.put(
        "wave/zeros",
        (v, x) ->
            count(
                    0,
                    9999,
                    n ->
                        Math.sin(v.b * (n - 0.5) * Math.PI / 5000)
                                * Math.sin(v.b * (n + 0.5) * Math.PI / 5000)
                            < 0)
                - x);
    errors.put("radians/radians", (v, x) -> Math.toRadians(v.q) - x);
  }

  private static void coordinates(Map<String, ToDoubleBiFunction<Numbers, Double>> errors) {
    errors.put("two-points/distance", (v, x) -> Math.hypot(v.a - v.c, v.b - v.d) - x);
    errors.put("two-points/slope", (v, x) -> v.b + x * (v.c - v.a) - v.d);
    errors.put("two-points/intercept", (v, x) -> (v.b - x) * v.c - (v.d - x) * v.a);
    errors.put("two-points/perpendicular", (v, x) -> v.c - v.a + x * (v.d - v.b));
    errors.put("two-points/midpoint", (v, x) -> 2 * x - v.a - v.b - v.c - v.d);
    errors.put(
        "two-points/equidistant", (v, x) -> Math.hypot(v.a, v.b - x) - Math.hypot(v.c, v.d - x));
    errors.put("moved-point/sum", (v, x) -> x - (v.a + v.c) - (-v.b + v.d));
    errors.put(
        "circle-equation/right",
        (v, x) -> {
          double right = v.a + v.q;
          return right * right + v.b * v.b - 2 * v.a * right - 2 * v.b * v.b + x;
        });
    errors.put("circle-equation/area", (v, x) -> Math.sqrt(x / Math.PI) - v.q);
    errors.put(
        "polar-circle/area",
        (v, x) ->
            sum(
                        1,
                        1000,
                        n ->
                            Math.pow(
                                v.a * Math.cos(n * Math.PI / 1000)
                                    + v.b * Math.sin(n * Math.PI / 1000),
                                2))
                    * Math.PI
                    / 2000
                - x);
    errors.put("parabola/height", (v, x) -> Math.sqrt((x - v.c) / v.a) - Math.abs(v.b));
    errors.put("parabola/point", (v, x) -> Math.sqrt((x - v.c) / v.a) - v.a);
    errors.put(
        "line-and-parabola/right",
        (v, x) ->
            x * x
                + v.a * x
                + v.b
                - v.c * x
                - v.d
                + count(
                    (long) Math.floor(x) + 1, 300, n -> n * n + v.a * n + v.b <= v.c * n + v.d));
    errors.put("ellipse/foci", (v, x) -> Math.hypot(x / 2, Math.sqrt(v.b)) - Math.sqrt(v.a));
    errors.put(
        "hyperbola/foci",
        (v, x) -> {
          // The point lies on it, and its distances from the foci differ by the axis.
          double right = Math.sqrt(2 * v.a);
          double up = Math.sqrt(v.b);
          return Math.hypot(right + x / 2, up) - Math.hypot(right - x / 2, up) - 2 * Math.sqrt(v.a);
        });
  }

  private static void vectors(Map<String, ToDoubleBiFunction<Numbers, Double>> errors) {
    errors.put(
        "vectors/dot",
        (v, x) -> Math.hypot(v.a, v.b) * Math.hypot(v.c, v.d) * Math.cos(angle(v)) - x);
    errors.put("vectors/magnitude", (v, x) -> Math.hypot(v.a + v.c, v.b + v.d) - x);
    errors.put(
        "vectors/projection", (v, x) -> Math.abs(Math.hypot(v.a, v.b) * Math.cos(angle(v))) - x);
    errors.put(
        "vectors/parallelogram",
        (v, x) ->
            2 * heron(Math.hypot(v.a, v.b), Math.hypot(v.c, v.d), Math.hypot(v.a - v.c, v.b - v.d))
                - x);
    errors.put("orthogonal/entry", (v, x) -> v.a * v.c + v.b * v.d + x * v.e);
    errors.put(
        "matrix/determinant",
        (v, x) -> {
          // The area that the columns span, by turning the first onto the axis.
          double turn = Math.atan2(v.c, v.a);
          double height = v.d * Math.cos(turn) - v.b * Math.sin(turn);
          return Math.hypot(v.a, v.c) * height - x;
        });
    errors.put(
        "matrix/square",
        (v, x) -> {
          long[][] matrix = {{v.a, v.b}, {v.c, v.d}};
          long trace = 0;
          for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
              trace += matrix[i][j] * matrix[j][i];
            }
          }

          return trace - x;
        });
    // With A^-1 = X, the corners of X solve A X = 1 by Cramer's rule for each column.
    errors.put(
        "matrix/inverse",
        (v, x) -> {
          double ratio = ratio(v.c, v.a);
          double lower = v.d - ratio * v.b;
          double bottomRight = 1 / lower;
          double topLeft = (1 + v.b * ratio / lower) / v.a;
          return topLeft + bottomRight - x;
        });
    errors.put(
        "matrix/eigenvalue",
        (v, x) -> (v.a - x) * (v.d - x) - v.b * v.c + (2 * x > v.a + v.d ? 0 : 1));
    errors.put("matrix/image", (v, x) -> v.a + v.c + 2 * (v.b + v.d) - x);
    errors.put(
        "complex/real",
        (v, x) ->
            Math.hypot(v.a, v.b)
                    * Math.hypot(v.c, v.d)
                    * Math.cos(Math.atan2(v.b, v.a) + Math.atan2(v.d, v.c))
                - x);
    errors.put(
        "complex/modulus",
        (v, x) -> Math.hypot(Math.hypot(v.a, v.b), Math.hypot(v.c, v.d)) - Math.sqrt(x));
    errors.put(
        "complex-turn/argument",
        (v, x) ->
            Math.hypot(
                    Math.cos(Math.toRadians(v.b * v.c)) - Math.cos(Math.toRadians(x)),
                    Math.sin(Math.toRadians(v.b * v.c)) - Math.sin(Math.toRadians(x)))
                + (x >= 0 && x < 360 ? 0 : 1));
    errors.put("complex-turn/modulus", (v, x) -> Math.sqrt(Math.sqrt(x)) - v.a);
  }

  private static double angle(Numbers v) {
    return Math.atan2(v.b, v.a) - Math.atan2(v.d, v.c);
  }
}
