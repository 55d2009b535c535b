package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of linear equations, systems, inequalities and absolute values. */
final class LinearFamilies {
  private LinearFamilies() {}

  static List<WordedFamily> all() {
    return List.of(equation(), twoSides(), tickets(), system(), inequality(), absoluteValue());
  }

  private static WordedFamily equation() {
    return named("linear-equation", "Algebra", "Linear equations")
        .needs("Solving linear equations", "Isolating the variable", "Inverse operations")
        .worded("Solve for $x$: $<a>x <+b> = <c>$.")
        .worded("Find the number $x$ for which $<a>x <+b> = <c>$.")
        .drawn(
            draw -> {
              long factor = draw.between(2, 15);
              long constant = draw.nonZero(-40, 40);

              return Values.of(factor, constant, factor * draw.between(-15, 20) + constant);
            },
            values ->
                values
                    .with("moved", -values.b())
                    .with("right", values.c() - values.b())
                    .working(
                        Fraction.of(values.c() - values.b(), values.a()),
                        "Take the constant to the right side: $<a>x = <c> <+moved> = <right>$.",
                        "Divide by <a>: $x = <answer>$."));
  }

  private static WordedFamily twoSides() {
    return named("linear-both-sides", "Algebra", "Linear equations")
        .needs("Variables on both sides", "Solving linear equations", "Combining like terms")
        .worded("Solve $<a>x <+b> = <c>x <+d>$ for $x$.")
        .worded("For which value of $x$ are the expressions $<a>x <+b>$ and $<c>x <+d>$ equal?")
        .drawn(
            draw -> {
              long left = draw.between(2, 15);
              long right = draw.otherThan(left, 2, 15);
              long constant = draw.nonZero(-30, 30);
              long other = (left - right) * draw.between(-12, 12) + constant;

              return Values.of(left, constant, right, other == 0 ? left - right : other);
            },
            values -> {
              Values shown =
                  values
                      .with("factor", values.a() - values.c())
                      .with("right", values.d() - values.b());

              return shown.working(
                  Fraction.of(values.d() - values.b(), values.a() - values.c()),
                  "Bring the terms with $x$ to the left and the constants to the right: $(<a> -"
                      + " <c>)x = <d> - (<b>)$, that is $<factor*>x = <right>$.",
                  "Hence $x = <answer>$.");
            });
  }

  private static WordedFamily tickets() {
    return named("two-prices", "Algebra", "Systems of equations")
        .needs(
            "Setting up equations",
            "Systems of linear equations",
            "Substitution method",
            "Money problems")
        .worded(
            "A <place> sold <a> tickets for \\$<b> in all. Adults paid \\$<c> and children \\$<d>. How"
                + " many adult tickets were sold?")
        .worded(
            "<name> has <a> banknotes worth \\$<b> altogether, some of \\$<c> and the others of \\$<d>."
                + " How many notes of \\$<c> are there?")
        .drawn(
            draw -> {
              long low = draw.between(2, 12);
              long high = low + draw.between(2, 15);
              long many = draw.between(5, 120);
              long few = draw.between(5, 120);

              return Values.of(many + few, many * high + few * low, high, low);
            },
            values -> {
              long low = values.a() * values.d();

              return values
                  .with("low", low)
                  .with("more", values.b() - low)
                  .with("difference", values.c() - values.d())
                  .working(
                      Fraction.of(values.b() - low, values.c() - values.d()),
                      "Let $x$ be the number at \\$<c> and $<a> - x$ the number at \\$<d>.",
                      "Then $<c>x + <d>(<a> - x) = <b>$, so $<difference>x = <b> - <low> = <more>$.",
                      "Therefore $x = <answer>$.");
            });
  }

  private static WordedFamily system() {
    return named("linear-system", "Algebra", "Systems of equations")
        .needs("Systems of linear equations", "Elimination method", "Simultaneous equations")
        .worded("Solve the system $<a>x <+b*>y = <e>$, $<c>x <+d*>y = <f>$. What is $x + y$?")
        .worded("If $<a>x <+b*>y = <e>$ and $<c>x <+d*>y = <f>$, find the value of $x + y$.")
        .drawn(
            draw -> {
              Values factors =
                  Values.of(
                      draw.between(2, 9),
                      draw.nonZero(-9, 9),
                      draw.between(2, 9),
                      draw.nonZero(-9, 9));
              long determinant = factors.a() * factors.d() - factors.b() * factors.c();
              Values independent =
                  determinant == 0
                      ? Values.of(factors.a(), factors.b(), factors.c(), -factors.d())
                      : factors;
              long x = draw.between(-9, 12);
              long y = draw.between(-9, 12);

              return independent
                  .with("e", independent.a() * x + independent.b() * y)
                  .with("f", independent.c() * x + independent.d() * y);
            },
            values -> {
              long determinant = values.a() * values.d() - values.b() * values.c();
              Fraction x =
                  Fraction.of(
                      values.at("e") * values.d() - values.b() * values.at("f"), determinant);
              Fraction y =
                  Fraction.of(
                      values.a() * values.at("f") - values.at("e") * values.c(), determinant);

              return values
                  .with("x", x)
                  .with("y", y)
                  .with("determinant", determinant)
                  .with("right", values.at("e") * values.d() - values.b() * values.at("f"))
                  .working(
                      x.plus(y),
                      "Multiply the first equation by $<d>$ and the second by $<b>$ and subtract, so that"
                          + " $y$ cancels: $<determinant*>x = <right>$, hence $x = <x>$.",
                      "Putting $x$ into the first equation gives $y = <y>$.",
                      "So $x + y = <answer>$.");
            });
  }

  private static WordedFamily inequality() {
    return named("linear-inequality", "Algebra", "Inequalities")
        .needs("Linear inequalities", "Counting integer solutions", "Solving inequalities")
        .worded("How many positive integers $x$ satisfy $<a>x <+b> < <c>$?")
        .worded("Find the number of positive whole numbers $x$ with $<a>x <+b> < <c>$.")
        .drawn(
            draw -> {
              long factor = draw.between(2, 12);
              long constant = draw.nonZero(-30, 30);

              return Values.of(
                  factor,
                  constant,
                  constant + factor * draw.between(3, 40) + draw.between(1, factor));
            },
            values -> {
              long right = values.c() - values.b();
              long count = Math.max(0, Math.floorDiv(right - 1, values.a()));

              return values
                  .with("right", right)
                  .with("bound", Fraction.of(right, values.a()))
                  .working(
                      count,
                      "The inequality says $<a>x < <c> - (<b>) = <right>$, that is $x < <bound>$.",
                      "The positive integers below $<bound>$ are $1$ to $<answer>$, so there are $<answer>$.");
            });
  }

  private static WordedFamily absoluteValue() {
    return named("absolute-value", "Algebra", "Absolute value")
        .needs("Absolute value equations", "Absolute value", "Solving linear equations")
        .worded("Find the product of all real solutions of $|x <+a>| = <b>$.")
        .worded("What is the product of the real numbers $x$ with $|x <+a>| = <b>$?")
        .drawn(
            draw -> Values.of(draw.nonZero(-30, 30), draw.between(1, 40)),
            values ->
                values
                    .with("minus", -values.b())
                    .with("more", values.b() - values.a())
                    .with("less", -values.b() - values.a())
                    .working(
                        (values.b() - values.a()) * (-values.b() - values.a()),
                        "Either $x <+a> = <b>$, so $x = <more>$, or $x <+a> = <minus>$, so $x = <less>$.",
                        "The product is $<more> \\cdot (<less>) = <answer>$."));
  }
}
