package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of lines, distances along them, and movements of the plane. */
final class LineFamilies {
  private LineFamilies() {}

  static List<WordedFamily> all() {
    return List.of(
        parallel(), perpendicular(), movement(), locus(), numberLine(), map(), planting());
  }

  private static WordedFamily parallel() {
    return named("parallel-lines", "Geometry", "Algebra")
        .needs("Parallel lines and transversals", "Angle relationships", "Solving linear equations")
        .worded(
            "Two parallel lines are cut by a transversal. Two interior angles on the same side of it measure $<a>x <+b>$ and $<c>x <+d>$ degrees. What is $x$?")
        .worded(
            "A transversal meets two parallel lines so that the interior angles on one side are $<a>x <+b>$ degrees and $<c>x <+d>$ degrees. Find $x$.")
        .drawn(
            draw -> {
              long first = draw.between(2, 5);
              long second = draw.between(2, 5);
              long x = draw.between(10, 17);
              long constant = draw.nonZero(-15, 15);
              long other = 180 - (first + second) * x - constant;

              return Values.of(first, constant, second, other);
            },
            values -> {
              long factor = values.a() + values.c();
              long constant = values.b() + values.d();

              return values
                  .with("factor", factor)
                  .with("constant", constant)
                  .with("right", 180 - constant)
                  .working(
                      Fraction.of(180 - constant, factor),
                      "Interior angles on the same side of a transversal of parallel lines add up to 180 degrees.",
                      "So $<a>x <+b> + <c>x <+d> = 180$, that is $<factor>x <+constant> = 180$.",
                      "Then $<factor>x = <right>$ and $x = <answer>$.");
            });
  }

  private static WordedFamily perpendicular() {
    return named("perpendicular-line", "Coordinate geometry", "Geometry")
        .needs("Perpendicular lines", "Slope of a line", "Equation of a line", "Intercepts")
        .worded(
            "A line through $(<a>, <b>)$ is perpendicular to the line $y = <c>x <+d>$. At which $y$ does it cross the $y$-axis?")
        .worded(
            "Find the $y$-intercept of the line that passes through $(<a>, <b>)$ and is perpendicular to $y = <c>x <+d>$.")
        .drawn(
            draw -> {
              long slope = draw.between(2, 6);

              return Values.of(
                  slope * draw.nonZero(-6, 6),
                  draw.between(-12, 12),
                  draw.oneOf(-1, 1) * slope,
                  draw.nonZero(-15, 15));
            },
            values ->
                values
                    .with("slope", Fraction.of(-1, values.c()))
                    .working(
                        Fraction.of(values.b()).plus(Fraction.of(values.a(), values.c())),
                        "The slopes of perpendicular lines multiply to $-1$, so the slope is $<slope>$.",
                        "The line is $y = <b> + (<slope>)(x - (<a>))$.",
                        "At $x = 0$ this is $y = <answer>$."));
  }

  private static WordedFamily movement() {
    return named("reflect-and-shift", "Geometry", "Coordinate geometry")
        .needs("Transformations", "Coordinate plane", "Negative numbers")
        .worded(
            "The point $(<a>, <b>)$ is reflected across the $x$-axis and then moved <c> units to the right and <d> units up. What is the sum of the coordinates of its image?")
        .worded(
            "A reflection across the $x$-axis, followed by a translation <c> units to the right and <d> units up, takes $(<a>, <b>)$ to $(p, q)$. Find $p + q$.")
        .drawn(
            draw ->
                Values.of(
                    draw.between(-15, 15),
                    draw.nonZero(-15, 15),
                    draw.between(1, 12),
                    draw.between(1, 12)),
            values -> {
              long x = values.a() + values.c();
              long y = values.d() - values.b();

              return values
                  .with("reflected", -values.b())
                  .with("x", x)
                  .with("y", y)
                  .working(
                      x + y,
                      "The reflection changes the sign of the second coordinate: $(<a>, <reflected>)$.",
                      "The translation adds <c> to the first coordinate and <d> to the second: $(<x>, <y>)$.",
                      "The sum is $(<x>) + (<y>) = <answer>$.");
            });
  }

  private static WordedFamily locus() {
    return named("equidistant-points", "Geometry", "Coordinate geometry")
        .needs("Loci", "Perpendicular lines", "Distance formula", "Line segments and midpoints")
        .worded(
            "The locus of the points that are as far from $(<a>, <b>)$ as from $(<c>, <d>)$ is a line. At which $y$ does it cross the $y$-axis?")
        .worded(
            "A point $(0, k)$ lies on the locus of points equidistant from $(<a>, <b>)$ and $(<c>, <d>)$. Find $k$.")
        .drawn(
            draw -> {
              long height = draw.between(-9, 9);

              return Values.of(
                  draw.between(-9, 9), height, draw.between(-9, 9), draw.otherThan(height, -9, 9));
            },
            values -> {
              long first = values.a() * values.a() + values.b() * values.b();
              long second = values.c() * values.c() + values.d() * values.d();
              long factor = 2 * (values.d() - values.b());

              return values
                  .with("first", first)
                  .with("second", second)
                  .with("near", -2 * values.b())
                  .with("far", -2 * values.d())
                  .with("factor", factor)
                  .with("right", second - first)
                  .working(
                      Fraction.of(second - first, factor),
                      "On the $y$-axis the point is $(0, k)$, and the squares of its two distances are equal: $(<a>)^2 + (k - (<b>))^2 = (<c>)^2 + (k - (<d>))^2$.",
                      "Without $k^2$ on both sides this is $<first> <+near>k = <second> <+far>k$.",
                      "So $<factor>k = <right>$ and $k = <answer>$.");
            });
  }

  private static WordedFamily numberLine() {
    return named("number-line", "Geometry", "Arithmetic")
        .needs(
            "Geometric constructions on a number line",
            "Line segments and midpoints",
            "Dividing in a ratio")
        .worded(
            "On a number line, $A$ stands at $<a>$ and $B$ at $<b>$. The point $C$ divides the segment $AB$ so that $AC : CB = <c> : <d>$. At which number does $C$ stand?")
        .worded(
            "Points $A$ and $B$ mark $<a>$ and $<b>$ on the number line. Which number marks the point $C$ between them with $AC : CB = <c> : <d>$?")
        .drawn(
            draw -> {
              long first = draw.between(1, 6);
              long second = draw.between(1, 6);
              long start = draw.between(-30, 20);

              return Values.of(start, start + (first + second) * draw.between(2, 9), first, second);
            },
            values -> {
              Fraction part = Fraction.of(values.b() - values.a(), values.c() + values.d());

              return values
                  .with("length", values.b() - values.a())
                  .with("parts", values.c() + values.d())
                  .with("part", part)
                  .working(
                      part.times(Fraction.of(values.c())).plus(Fraction.of(values.a())),
                      "The segment is $<b> - (<a>) = <length>$ long and has $<c> + <d> = <parts>$ equal parts of length $<part>$.",
                      "From $A$ it is $<c>$ parts to $C$: $<a> + <c> \\cdot <part> = <answer>$.");
            });
  }

  private static WordedFamily map() {
    return named("map-scale", "Geometry", "Ratios and proportions")
        .needs("Scale and maps", "Unit conversion", "Direct proportion", "Multiplication")
        .worded(
            "On a map with the scale $1 : <a>$ two towns are <b> cm apart. How many kilometres are they apart in reality?")
        .worded(
            "A road is <b> centimetres long on a map drawn to the scale $1 : <a>$. Find its real length in kilometres.")
        .drawn(
            draw ->
                Values.of(
                    draw.oneOf(20_000, 25_000, 40_000, 50_000, 100_000, 200_000, 300_000, 500_000),
                    draw.between(2, 60)),
            values ->
                values
                    .with("real", values.a() * values.b())
                    .working(
                        Fraction.of(values.a() * values.b(), 100_000),
                        "Each centimetre stands for <a> cm, so the real length is $<b> \\cdot <a> = <real>$ cm.",
                        "A kilometre has $100000$ cm, so this is $<real> \\div 100000 = <answer>$ km."));
  }

  private static WordedFamily planting() {
    return named("planting", "Geometry", "Arithmetic")
        .needs("Planting and interval problems", "Division", "Lengths and heights")
        .worded(
            "Trees are planted along one side of a road <a> metres long, one at each end and one every <b> metres. How many trees are needed?")
        .worded(
            "Lamps stand in a row along a path of <a> metres, from its beginning to its end, <b> metres apart. How many lamps are there?")
        .drawn(
            draw -> {
              long gap = draw.between(2, 25);

              return Values.of(gap * draw.between(6, 80), gap);
            },
            values -> {
              long gaps = Fraction.of(values.a(), values.b()).provenWhole();

              return values
                  .with("gaps", gaps)
                  .working(
                      gaps + 1,
                      "There are $<a> \\div <b> = <gaps>$ intervals.",
                      "With one at both ends there is one more than there are intervals: $<gaps> + 1 = <answer>$.");
            });
  }
}
