package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of parabolas, ellipses, hyperbolas and other graphs. */
final class ConicFamilies {
  private ConicFamilies() {}

  static List<WordedFamily> all() {
    return List.of(parabola(), ellipse(), hyperbola(), polarCircle(), intersection(), asymptotes());
  }

  private static WordedFamily parabola() {
    return named("parabola-through-point", "Coordinate geometry", "Functions")
        .needs("Parabolas", "Graphs of functions", "Vertex of a parabola")
        .worded(
            "A parabola $y = k(x - p)^2 + q$ has the vertex $(<a>, <b>)$ and passes through $(<c>, <d>)$. What is $k$?")
        .worded(
            "The graph of a quadratic function has its vertex at $(<a>, <b>)$ and contains the point $(<c>, <d>)$. Find the coefficient of $x^2$.")
        .drawn(
            draw -> {
              long vertex = draw.between(-8, 8);
              long step = draw.nonZero(-6, 6);
              long height = draw.between(-15, 15);

              return Values.of(
                  vertex, height, vertex + step, height + draw.nonZero(-6, 6) * step * step);
            },
            values -> {
              long step = values.c() - values.a();

              return values
                  .with("step", step)
                  .with("square", step * step)
                  .with("rise", values.d() - values.b())
                  .working(
                      Fraction.of(values.d() - values.b(), step * step),
                      "With the vertex $(<a>, <b>)$ the equation is $y = k(x - (<a>))^2 + (<b>)$.",
                      "The point $(<c>, <d>)$ gives $<d> = k \\cdot (<step>)^2 + (<b>)$, so $<square*>k = <rise>$.",
                      "Thus $k = <answer>$.");
            });
  }

  private static WordedFamily ellipse() {
    return named("ellipse-foci", "Coordinate geometry", "Geometry")
        .needs("Ellipses", "Distance formula", "Simplifying radicals")
        .worded(
            "How far apart are the foci of the ellipse $\\frac{x^2}{<a>} + \\frac{y^2}{<b>} = 1$?")
        .worded(
            "Find the distance between the two foci of the ellipse with the equation $\\frac{x^2}{<a>} + \\frac{y^2}{<b>} = 1$.")
        .drawn(
            draw -> {
              long minor = draw.between(1, 60);

              return Values.of(minor + draw.between(1, 60), minor);
            },
            values ->
                values
                    .provided(values.a() > values.b() && values.b() > 0)
                    .with("square", values.a() - values.b())
                    .working(
                        Integers.squareRoot(4 * (values.a() - values.b())),
                        "The foci lie on the major axis at the distance $c$ from the centre, with $c^2 = <a> - <b> = <square>$.",
                        "Their distance is $2c = 2\\sqrt{<square>} = <answer>$."));
  }

  private static WordedFamily hyperbola() {
    return named("hyperbola-foci", "Coordinate geometry", "Geometry")
        .needs("Hyperbolas", "Distance formula", "Simplifying radicals")
        .worded(
            "How far apart are the foci of the hyperbola $\\frac{x^2}{<a>} - \\frac{y^2}{<b>} = 1$?")
        .worded(
            "Find the distance between the two foci of the hyperbola with the equation $\\frac{x^2}{<a>} - \\frac{y^2}{<b>} = 1$.")
        .drawn(
            draw -> Values.of(draw.between(1, 60), draw.between(1, 60)),
            values ->
                values
                    .provided(values.a() > 0 && values.b() > 0)
                    .with("square", values.a() + values.b())
                    .working(
                        Integers.squareRoot(4 * (values.a() + values.b())),
                        "The foci lie at the distance $c$ from the centre, with $c^2 = <a> + <b> = <square>$.",
                        "Their distance is $2c = 2\\sqrt{<square>} = <answer>$."));
  }

  private static WordedFamily polarCircle() {
    return named("polar-circle", "Coordinate geometry", "Circles")
        .needs("Polar coordinates", "Equation of a circle", "Area of a circle")
        .worded(
            "In polar coordinates the equation $r = <a>\\cos\\theta <+b>\\sin\\theta$ describes a circle. What is its area, in terms of $\\pi$?")
        .worded(
            "Find the area of the circle with the polar equation $r = <a>\\cos\\theta <+b>\\sin\\theta$, in terms of $\\pi$.")
        .drawn(
            draw -> Values.of(draw.between(2, 20), draw.oneOf(-1, 1) * draw.between(2, 20)),
            values -> {
              long sum = values.a() * values.a() + values.b() * values.b();

              return values
                  .with("sum", sum)
                  .with("square", Fraction.of(sum, 4))
                  .working(
                      Fraction.of(sum, 4).latex("\\pi"),
                      "Multiplied by $r$ the equation is $x^2 + y^2 = <a>x <+b>y$, since $x = r\\cos\\theta$ and $y = r\\sin\\theta$.",
                      "Completing the squares, the square of the radius is $\\frac{(<a>)^2 + (<b>)^2}{4} = \\frac{<sum>}{4} = <square>$.",
                      "The area is $<answer>$.");
            });
  }

  private static WordedFamily intersection() {
    return named("line-meets-parabola", "Coordinate geometry", "Functions")
        .needs(
            "Intersection of graphs",
            "Graphs of functions",
            "Solving quadratic equations",
            "Parabolas")
        .worded(
            "The graphs of $y = x^2 <+a*>x <+b>$ and $y = <c*>x <+d>$ intersect at two points. What is the larger of the two $x$-coordinates?")
        .worded(
            "A parabola $y = x^2 <+a*>x <+b>$ and a line $y = <c*>x <+d>$ meet twice. Find the $x$-coordinate of the meeting point farther to the right.")
        .drawn(
            draw -> {
              long left = draw.between(-9, 8);
              long right = left == -9 ? 5 : draw.between(Math.max(left, -left) + 1, 10);
              long slope = draw.oneOf(-1, 1) * draw.between(10, 20) + left + right;
              long height = draw.between(90, 120);
              long line = slope == 0 ? 40 : slope;

              return Values.of(line - left - right, height + left * right, line, height);
            },
            values -> {
              long linear = values.a() - values.c();
              long constant = values.b() - values.d();
              long square = linear * linear - 4 * constant;
              long root = Integers.exactRoot(square);

              return values
                  .provided(square > 0)
                  .with("linear", linear)
                  .with("constant", constant)
                  .with("minus", -linear)
                  .with("square", square)
                  .with("root", root)
                  .working(
                      Fraction.of(root - linear, 2),
                      "Where the graphs meet, $x^2 <+a*>x <+b> = <c*>x <+d>$, which is $x^2 <+linear*>x <+constant> = 0$.",
                      "The discriminant is $(<linear>)^2 - 4 \\cdot (<constant>) = <square> = <root>^2$.",
                      "The larger solution is $x = \\frac{<minus> + <root>}{2} = <answer>$.");
            });
  }

  private static WordedFamily asymptotes() {
    return named("asymptotes", "Functions", "Algebra")
        .needs("Rational functions", "Graphs of functions", "Domain and range")
        .worded(
            "The graph of $y = \\frac{<a>x <+b>}{<c>x <+d>}$ has the asymptotes $x = p$ and $y = q$. What is $p + q$?")
        .worded(
            "The rational function $f(x) = \\frac{<a>x <+b>}{<c>x <+d>}$ is defined for every real number but $p$, and takes every real value but $q$. Find $p + q$.")
        .drawn(
            draw -> {
              long above = draw.between(2, 12);
              long below = draw.between(2, 9);
              long constant = draw.nonZero(-12, 12);
              long other = draw.nonZero(-12, 12);

              return Values.of(
                  above,
                  above * other == below * constant ? constant + 13 : constant,
                  below,
                  other);
            },
            values -> {
              Fraction place = Fraction.of(-values.d(), values.c());
              Fraction height = Fraction.of(values.a(), values.c());

              return values
                  .provided(values.a() * values.d() != values.b() * values.c())
                  .with("place", place)
                  .with("height", height)
                  .working(
                      place.plus(height),
                      "The denominator is zero where $<c>x <+d> = 0$, so $p = <place>$.",
                      "For large $x$ the value tends to the quotient of the leading coefficients, and it never equals it, so $q = \\frac{<a>}{<c>} = <height>$.",
                      "Together $p + q = <place> + <height> = <answer>$.");
            });
  }
}
