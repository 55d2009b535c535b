package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of the coordinate plane. */
final class CoordinateFamilies {
  private CoordinateFamilies() {}

  static List<WordedFamily> all() {
    return List.of(distance(), midpoint(), slope(), circle());
  }

  private static WordedFamily distance() {
    return named("point-distance", "Coordinate geometry", "Geometry")
        .needs("Distance formula", "Coordinate plane", "Pythagorean theorem")
        .worded("What is the distance between the points $(<a>, <b>)$ and $(<c>, <d>)$?")
        .worded("Find the length of the segment from $(<a>, <b>)$ to $(<c>, <d>)$.")
        .drawn(
            draw -> {
              long x = draw.between(-12, 12);
              long y = draw.between(-12, 12);

              return Values.of(x, y, x + draw.nonZero(-15, 15), y + draw.nonZero(-15, 15));
            },
            values -> {
              long across = values.c() - values.a();
              long up = values.d() - values.b();

              return values
                  .with("across", across)
                  .with("up", up)
                  .with("square", across * across + up * up)
                  .working(
                      Integers.squareRoot(across * across + up * up),
                      "The coordinates differ by $<across>$ and $<up>$.",
                      "By the distance formula the distance is $\\sqrt{(<across>)^2 + (<up>)^2} ="
                          + " \\sqrt{<square>} = <answer>$.");
            });
  }

  private static WordedFamily midpoint() {
    return named("endpoint", "Coordinate geometry", "Geometry")
        .needs("Midpoint formula", "Line segments and midpoints", "Coordinate plane")
        .worded(
            "The midpoint of a segment is $(<c>, <d>)$ and one endpoint is $(<a>, <b>)$. What is the other endpoint?")
        .worded(
            "Point $M = (<c>, <d>)$ is the midpoint of $AB$ with $A = (<a>, <b>)$. Find the coordinates of $B$.")
        .drawn(
            draw -> draw.values(4, -20, 20),
            values -> {
              long x = 2 * values.c() - values.a();
              long y = 2 * values.d() - values.b();

              return values.working(
                  "(" + x + ", " + y + ")",
                  "The midpoint is the mean of the endpoints, so the other endpoint $(x, y)$ has $x = 2"
                      + " \\cdot (<c>) - (<a>)$ and $y = 2 \\cdot (<d>) - (<b>)$.",
                  "It is $<answer>$.");
            });
  }

  private static WordedFamily slope() {
    return named("line-intercept", "Coordinate geometry", "Linear equations")
        .needs("Slope of a line", "Equation of a line", "Intercepts")
        .worded(
            "A line passes through $(<a>, <b>)$ and $(<c>, <d>)$. At which $y$ does it cross the $y$-axis?")
        .worded(
            "Find the $y$-intercept of the line through the points $(<a>, <b>)$ and $(<c>, <d>)$.")
        .drawn(
            draw -> {
              long x = draw.between(-9, 9);
              long other = draw.otherThan(x, -9, 12);
              long slope = draw.nonZero(-6, 6);
              long intercept = draw.between(-20, 20);

              return Values.of(x, slope * x + intercept, other, slope * other + intercept);
            },
            values -> {
              Fraction slope = Fraction.of(values.d() - values.b(), values.c() - values.a());

              return values
                  .with("slope", slope)
                  .working(
                      Fraction.of(values.b()).minus(slope.times(Fraction.of(values.a()))),
                      "The slope is $\\frac{<d> - (<b>)}{<c> - (<a>)} = <slope>$.",
                      "The line is $y = <slope>(x - (<a>)) + (<b>)$, which at $x = 0$ gives $y = <answer>$.");
            });
  }

  private static WordedFamily circle() {
    return named("circle-equation", "Coordinate geometry", "Circles")
        .needs("Equation of a circle", "Completing the square", "Radius of a circle")
        .worded("What is the radius of the circle $x^2 + y^2 <+a*>x <+b*>y <+c> = 0$?")
        .worded(
            "The equation $x^2 + y^2 <+a*>x <+b*>y <+c> = 0$ describes a circle. Find its radius.")
        .drawn(
            draw -> {
              long x = draw.nonZero(-9, 9);
              long y = draw.nonZero(-9, 9);
              long radius = draw.between(1, 14);
              long constant = x * x + y * y - radius * radius;

              return Values.of(-2 * x, -2 * y, constant == 0 ? x * x + y * y - 400 : constant);
            },
            values -> {
              long four = values.a() * values.a() + values.b() * values.b() - 4 * values.c();

              return values
                  .provided(four > 0 && four % 4 == 0)
                  .with("x", Fraction.of(-values.a(), 2))
                  .with("y", Fraction.of(-values.b(), 2))
                  .with("square", four / 4)
                  .working(
                      Integers.squareRoot(four / 4),
                      "Completing both squares gives $(x - (<x>))^2 + (y - (<y>))^2 = <square>$.",
                      "So the radius is $\\sqrt{<square>} = <answer>$.");
            });
  }
}
