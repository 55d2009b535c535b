package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of derivatives, integrals and limits. */
final class CalculusFamilies {
  private CalculusFamilies() {}

  static List<WordedFamily> all() {
    return List.of(
        derivative(), tangent(), localMaximum(), integral(), limit(), areaUnder(), initialValue());
  }

  private static WordedFamily derivative() {
    return named("derivative-at-point", "Calculus", "Functions")
        .needs("Derivatives", "Power rule", "Rate of change", "Evaluating functions")
        .worded("Let $f(x) = <a*>x^3 <+b*>x^2 <+c*>x$. What is $f'(<d>)$?")
        .worded(
            "A point moves so that its position after $t$ seconds is $s(t) = <a*>t^3 <+b*>t^2 <+c*>t$ metres. Find its velocity in metres per second at $t = <d>$.")
        .drawn(
            draw ->
                Values.of(
                    draw.between(1, 6),
                    draw.nonZero(-9, 9),
                    draw.nonZero(-15, 15),
                    draw.between(1, 6)),
            values -> {
              long x = values.d();

              return values
                  .with("first", 3 * values.a())
                  .with("second", 2 * values.b())
                  .with("high", 3 * values.a() * x * x)
                  .with("low", 2 * values.b() * x)
                  .working(
                      3 * values.a() * x * x + 2 * values.b() * x + values.c(),
                      "By the power rule the derivative is $<first>x^2 <+second>x <+c>$, with $x$ for the"
                          + " variable.",
                      "At <d> it is $<high> <+low> <+c> = <answer>$.");
            });
  }

  private static WordedFamily tangent() {
    return named("tangent-line", "Calculus", "Coordinate geometry")
        .needs("Tangent lines", "Derivatives", "Equation of a line", "Intercepts")
        .worded(
            "The tangent to $y = x^2 <+a*>x <+b>$ at $x = <c>$ meets the $y$-axis at $(0, k)$. Find $k$.")
        .worded(
            "What is the $y$-intercept of the line tangent to the parabola $y = x^2 <+a*>x <+b>$ at the point with $x = <c>$?")
        .drawn(
            draw -> Values.of(draw.nonZero(-12, 12), draw.nonZero(-20, 20), draw.nonZero(-9, 9)),
            values -> {
              long height = values.c() * values.c() + values.a() * values.c() + values.b();
              long slope = 2 * values.c() + values.a();

              return values
                  .with("height", height)
                  .with("slope", slope)
                  .working(
                      height - slope * values.c(),
                      "The point is $(<c>, <height>)$ and the slope there is $2 \\cdot (<c>) <+a> = <slope>$.",
                      "The tangent is $y = <slope>(x - (<c>)) + (<height>)$, so at $x = 0$ it has $y ="
                          + " <answer>$.");
            });
  }

  private static WordedFamily localMaximum() {
    return named("local-maximum", "Calculus", "Functions")
        .needs("Maxima and minima", "Derivatives", "Critical points", "Optimization")
        .worded("Find the local maximum value of $f(x) = x^3 <+a*>x^2 <+b*>x <+c>$.")
        .worded(
            "The function $f(x) = x^3 <+a*>x^2 <+b*>x <+c>$ has one local maximum. What is its value there?")
        .drawn(
            draw -> {
              long near = draw.between(1, 6);
              long far = near + 2 * draw.between(1, 4);
              long side = draw.oneOf(-1, 1);

              return Values.of(side * 3 * (near + far) / 2, 3 * near * far, draw.nonZero(-20, 20));
            },
            values -> {
              long quarter = values.a() * values.a() - 3 * values.b();
              long root = Integers.root(Math.max(0, quarter));
              Fraction left = Fraction.of(-values.a() - root, 3);
              Fraction right = Fraction.of(-values.a() + root, 3);
              Fraction height =
                  left.plus(Fraction.of(values.a()))
                      .times(left)
                      .plus(Fraction.of(values.b()))
                      .times(left)
                      .plus(Fraction.of(values.c()));

              return values
                  .provided(root > 0 && root * root == quarter)
                  .with("double", 2 * values.a())
                  .with("left", left)
                  .with("right", right)
                  .working(
                      height,
                      "The derivative $f'(x) = 3x^2 <+double*>x <+b>$ is zero at $x = <left>$ and $x ="
                          + " <right>$.",
                      "It changes from positive to negative at $x = <left>$, so the maximum is there.",
                      "Its value is $f(<left>) = <answer>$.");
            });
  }

  private static WordedFamily integral() {
    return named("definite-integral", "Calculus", "Functions")
        .needs("Definite integrals", "Fundamental theorem of calculus", "Antiderivatives")
        .worded("Evaluate $\\int_{<c>}^{<d>} (<a*>x^2 <+b*>x) \\, dx$.")
        .worded("Compute the definite integral $\\int_{<c>}^{<d>} (<a*>x^2 <+b*>x) \\, dx$.")
        .drawn(
            draw -> {
              long low = draw.between(0, 5);

              return Values.of(
                  draw.between(1, 12), draw.nonZero(-12, 12), low, low + draw.between(1, 6));
            },
            values -> {
              Fraction top = antiderivative(values, values.d());
              Fraction bottom = antiderivative(values, values.c());
              String sign = values.b() < 0 ? "- " : "+ ";

              return values
                  .with("cubic", Fraction.of(values.a(), 3).latex("x^3"))
                  .with("square", sign + Fraction.of(Math.abs(values.b()), 2).latex("x^2"))
                  .with("top", top)
                  .with("bottom", bottom)
                  .working(
                      top.minus(bottom),
                      "An antiderivative is $F(x) = <cubic> <square>$.",
                      "So the integral is $F(<d>) - F(<c>) = <top> - (<bottom>) = <answer>$.");
            });
  }

  private static WordedFamily limit() {
    return named("limit", "Calculus", "Algebra")
        .needs("Limits", "Factoring quadratics", "Rational functions", "Indeterminate forms")
        .worded("Find $\\lim_{x \\to <a>} \\frac{x^2 <+b*>x <+c>}{x - <a>}$.")
        .worded("What is the limit of $\\frac{x^2 <+b*>x <+c>}{x - <a>}$ as $x$ approaches $<a>$?")
        .drawn(
            draw -> {
              long place = draw.between(1, 20);
              long other = draw.nonZero(-20, 20);
              long safe = other == -place ? place + 3 : other;

              return Values.of(place, -(place + safe), place * safe);
            },
            values -> {
              long other = -values.b() - values.a();

              return values
                  .provided(other * values.a() == values.c())
                  .with("minus", -other)
                  .working(
                      values.a() - other,
                      "The numerator factors: $x^2 <+b*>x <+c> = (x - <a>)(x <+minus>)$.",
                      "For $x \\ne <a>$ the quotient is $x <+minus>$, which tends to $<a> <+minus> ="
                          + " <answer>$.");
            });
  }

  private static WordedFamily areaUnder() {
    return named("area-between", "Calculus", "Geometry")
        .needs(
            "Area between curves",
            "Definite integrals",
            "Intersection of graphs",
            "Antiderivatives")
        .worded(
            "Find the area of the region between the parabola $y = x^2$ and the line $y = <a>x$.")
        .worded("What is the area enclosed by the graphs of $y = x^2$ and $y = <a>x$?")
        .drawn(
            draw -> Values.of(draw.between(2, 900)),
            values ->
                values
                    .provided(values.a() > 0)
                    .with("cube", Integers.power(values.a(), 3))
                    .working(
                        Fraction.of(Integers.power(values.a(), 3), 6),
                        "The graphs meet where $x^2 = <a>x$, at $x = 0$ and $x = <a>$, and the line is above"
                            + " in between.",
                        "The area is $\\int_0^{<a>} (<a>x - x^2) \\, dx = \\frac{<a>^3}{2} - \\frac{<a>^3}{3} ="
                            + " \\frac{<cube>}{6} = <answer>$."));
  }

  private static Fraction antiderivative(Values values, long x) {
    return Fraction.of(values.a() * x * x * x, 3).plus(Fraction.of(values.b() * x * x, 2));
  }

  private static WordedFamily initialValue() {
    return named("initial-value-problem", "Calculus", "Functions")
        .needs("Differential equations", "Antiderivatives", "Evaluating functions")
        .worded(
            "The function $y(x)$ solves the differential equation $y' = <a>x <+b>$ with $y(0) = <c>$. What is $y(<d>)$?")
        .worded(
            "Solve the initial value problem $y' = <a>x <+b>$, $y(0) = <c>$, and find $y(<d>)$.")
        .drawn(
            draw ->
                Values.of(
                    2 * draw.between(1, 6),
                    draw.nonZero(-12, 12),
                    draw.nonZero(-20, 20),
                    draw.between(1, 8)),
            values -> {
              Fraction half = Fraction.of(values.a(), 2);
              Fraction square = half.times(Fraction.of(values.d() * values.d()));

              return values
                  .with("leading", half.latex("x^2"))
                  .with("square", square)
                  .with("linear", values.b() * values.d())
                  .working(
                      square.plus(Fraction.of(values.b() * values.d() + values.c())),
                      "Integrating, $y = <leading> <+b*>x + C$, and $y(0) = <c>$ gives $C = <c>$.",
                      "So $y(<d>) = <square> <+linear> <+c> = <answer>$.");
            });
  }
}
