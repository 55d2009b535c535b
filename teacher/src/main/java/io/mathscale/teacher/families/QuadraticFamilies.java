package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of quadratic equations and polynomials. */
final class QuadraticFamilies {
  private QuadraticFamilies() {}

  static List<WordedFamily> all() {
    return List.of(
        largerRoot(),
        sumOfSquares(),
        vertex(),
        discriminant(),
        rectangle(),
        remainder(),
        expansion());
  }

  private static WordedFamily largerRoot() {
    return named("quadratic-root", "Algebra", "Quadratic equations")
        .needs(
            "Solving quadratic equations",
            "Factoring quadratics",
            "Zero product property",
            "Quadratic formula")
        .worded("What is the larger root of $x^2 <+a*>x <+b> = 0$?")
        .worded("Solve $x^2 <+a*>x <+b> = 0$ and give the greater solution.")
        .drawn(
            draw -> {
              long first = draw.nonZero(-12, 12);
              long second = first == -12 ? 7 : draw.nonZero(-12, 12);
              long other = second == -first || second == first ? first + 13 : second;

              return Values.of(-(first + other), first * other);
            },
            values -> {
              long square = values.a() * values.a() - 4 * values.b();
              long root = Integers.exactRoot(square);
              Fraction larger = Fraction.of(-values.a() + root, 2);
              Fraction smaller = Fraction.of(-values.a() - root, 2);

              return values
                  .with("square", square)
                  .with("root", root)
                  .with("minus", -values.a())
                  .with("smaller", smaller)
                  .working(
                      larger,
                      "The discriminant is $(<a>)^2 - 4 \\cdot (<b>) = <square> = <root>^2$.",
                      "So $x = \\frac{<minus> \\pm <root>}{2}$, which gives $<smaller>$ and $<answer>$.",
                      "The larger root is $<answer>$.");
            });
  }

  private static WordedFamily sumOfSquares() {
    return named("vieta", "Algebra", "Quadratic equations")
        .needs("Vieta's formulas", "Sum and product of roots", "Algebraic identities")
        .worded("Let $r$ and $s$ be the roots of $x^2 <+a*>x <+b> = 0$. Find $r^2 + s^2$.")
        .worded(
            "The equation $x^2 <+a*>x <+b> = 0$ has the solutions $r$ and $s$. What is $r^2 + s^2$?")
        .drawn(
            draw -> Values.of(draw.nonZero(-25, 25), draw.nonZero(-30, 30)),
            values ->
                values
                    .with("minus", -values.a())
                    .with("square", values.a() * values.a())
                    .with("double", 2 * values.b())
                    .working(
                        values.a() * values.a() - 2 * values.b(),
                        "By Vieta's formulas $r + s = <minus>$ and $rs = <b>$.",
                        "Then $r^2 + s^2 = (r + s)^2 - 2rs = <square> - (<double>) = <answer>$."));
  }

  private static WordedFamily vertex() {
    return named("parabola-vertex", "Algebra", "Quadratic functions")
        .needs(
            "Completing the square",
            "Vertex of a parabola",
            "Minimum of a quadratic function",
            "Optimization")
        .worded("Find the minimum value of $f(x) = <a*>x^2 <+b*>x <+c>$ over the real numbers.")
        .worded(
            "What is the $y$-coordinate of the vertex of the parabola $y = <a*>x^2 <+b*>x <+c>$?")
        .drawn(
            draw -> {
              long factor = draw.between(1, 6);

              return Values.of(factor, 2 * factor * draw.nonZero(-9, 9), draw.nonZero(-40, 60));
            },
            values -> {
              Fraction place = Fraction.of(-values.b(), 2 * values.a());
              Fraction height =
                  Fraction.of(values.c())
                      .minus(Fraction.of(values.b() * values.b(), 4 * values.a()));

              return values
                  .with("place", place)
                  .with("drop", Fraction.of(values.b() * values.b(), 4 * values.a()))
                  .working(
                      height,
                      "The vertex lies at $x = -\\frac{<b>}{2 \\cdot <a>} = <place>$.",
                      "Completing the square, the value there is $<c> - \\frac{(<b>)^2}{4 \\cdot <a>} ="
                          + " <c> - <drop> = <answer>$.");
            });
  }

  private static WordedFamily discriminant() {
    return named("double-root", "Algebra", "Quadratic equations")
        .needs("Discriminant", "Number of real roots", "Quadratic equations")
        .worded(
            "For which value of $k$ does $<a*>x^2 <+b*>x + k = 0$ have exactly one real solution?")
        .worded("The equation $<a*>x^2 <+b*>x + k = 0$ has a double root. Find $k$.")
        .drawn(
            draw -> Values.of(draw.between(1, 12), draw.nonZero(-40, 40)),
            values ->
                values
                    .with("square", values.b() * values.b())
                    .with("four", 4 * values.a())
                    .working(
                        Fraction.of(values.b() * values.b(), 4 * values.a()),
                        "There is exactly one real solution when the discriminant is 0: $(<b>)^2 - 4"
                            + " \\cdot <a> \\cdot k = 0$.",
                        "So $<four>k = <square>$ and $k = <answer>$."));
  }

  private static WordedFamily rectangle() {
    return named("rectangle-sides", "Geometry", "Quadratic equations")
        .needs(
            "Area of a rectangle",
            "Perimeter of a rectangle",
            "Solving quadratic equations",
            "Setting up equations")
        .worded(
            "A rectangular <shape> has a perimeter of <a> metres and an area of <b> square metres. How"
                + " many metres long is its longer side?")
        .worded(
            "It takes <a> metres of fence to enclose a rectangular <shape> of <b> square metres. Find the"
                + " length of the longer side in metres.")
        .drawn(
            draw -> {
              long width = draw.between(3, 40);
              long length = width + draw.between(1, 30);

              return Values.of(2 * (width + length), width * length);
            },
            values -> {
              Fraction half = Fraction.of(values.a(), 2);
              long square = values.a() * values.a() / 4 - 4 * values.b();
              long root = Integers.exactRoot(square);

              return values
                  .with("half", half)
                  .with("square", square)
                  .with("root", root)
                  .working(
                      half.plus(Fraction.of(root)).over(Fraction.of(2)),
                      "The two sides add up to $<a> \\div 2 = <half>$ and multiply to $<b>$, so they are"
                          + " the roots of $t^2 - <half>t + <b> = 0$.",
                      "The discriminant is $<half>^2 - 4 \\cdot <b> = <square> = <root>^2$.",
                      "The longer side is $\\frac{<half> + <root>}{2} = <answer>$ metres.");
            });
  }

  private static WordedFamily remainder() {
    return named("polynomial-remainder", "Algebra", "Polynomials")
        .needs("Remainder theorem", "Polynomial division", "Evaluating polynomials")
        .worded("What is the remainder when $x^3 <+a*>x^2 <+b*>x <+c>$ is divided by $x - <d>$?")
        .worded("Find the remainder of the division of $x^3 <+a*>x^2 <+b*>x <+c>$ by $x - <d>$.")
        .drawn(
            draw ->
                Values.of(
                    draw.nonZero(-9, 9),
                    draw.nonZero(-9, 9),
                    draw.nonZero(-20, 20),
                    draw.between(1, 6)),
            values -> {
              long x = values.d();

              return values
                  .with("cube", x * x * x)
                  .with("second", values.a() * x * x)
                  .with("third", values.b() * x)
                  .working(
                      x * x * x + values.a() * x * x + values.b() * x + values.c(),
                      "By the remainder theorem the remainder is the value of the polynomial at $x = <d>$.",
                      "That is $<cube> <+second> <+third> <+c> = <answer>$.");
            });
  }

  private static WordedFamily expansion() {
    return named("binomial-product", "Algebra", "Polynomials")
        .needs(
            "Expanding binomials",
            "Polynomial multiplication",
            "Distributive property",
            "Combining like terms")
        .worded("What is the coefficient of $x$ in the expansion of $(<a*>x <+b>)(<c*>x <+d>)$?")
        .worded("Expand $(<a*>x <+b>)(<c*>x <+d>)$ and give the coefficient of $x$.")
        .drawn(
            draw ->
                Values.of(
                    draw.between(1, 12),
                    draw.nonZero(-15, 15),
                    draw.between(1, 12),
                    draw.nonZero(-15, 15)),
            values ->
                values
                    .with("outer", values.a() * values.d())
                    .with("inner", values.b() * values.c())
                    .working(
                        values.a() * values.d() + values.b() * values.c(),
                        "The terms in $x$ come from $<a*>x \\cdot (<d>)$ and $(<b>) \\cdot <c*>x$.",
                        "Their coefficients are $<outer>$ and $<inner>$, with the sum $<answer>$."));
  }
}
