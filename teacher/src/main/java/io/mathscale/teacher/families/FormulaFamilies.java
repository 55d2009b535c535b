package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of roots, powers of ten, variation, inequalities and sums with a sign for them. */
final class FormulaFamilies {
  private static final long LARGEST_SUM = 1_000_000;

  private FormulaFamilies() {}

  static List<WordedFamily> all() {
    return List.of(
        rationalized(), powersOfTen(), variation(), means(), interval(), telescope(), sigma());
  }

  private static WordedFamily rationalized() {
    return named("rationalize", "Exponents and logarithms", "Algebra")
        .needs("Rationalizing the denominator", "Simplifying radicals", "Square roots")
        .worded("Rationalize the denominator and simplify: $\\frac{<a>}{\\sqrt{<b>}}$.")
        .worded("Write $\\frac{<a>}{\\sqrt{<b>}}$ without a root in the denominator.")
        .drawn(
            draw ->
                Values.of(
                    draw.between(2, 90), draw.oneOf(2, 3, 5, 6, 7, 10, 11, 13, 14, 15, 17, 19)),
            values ->
                values
                    .provided(Integers.squareRoot(values.b()).equals("\\sqrt{" + values.b() + "}"))
                    .working(
                        Fraction.of(values.a(), values.b()).latex("\\sqrt{" + values.b() + "}"),
                        "Multiply above and below by the root: $\\frac{<a>}{\\sqrt{<b>}} = \\frac{<a>\\sqrt{<b>}}{<b>}$.",
                        "In lowest terms this is $<answer>$."));
  }

  private static WordedFamily powersOfTen() {
    return named("scientific-notation", "Exponents and logarithms", "Arithmetic")
        .needs("Scientific notation", "Laws of exponents", "Place value")
        .worded(
            "The product $(<a> \\times 10^{<b>}) \\cdot (<c> \\times 10^{<d>})$ is written in scientific notation. What is the exponent of 10?")
        .worded(
            "Find the exponent of 10 when $(<a> \\times 10^{<b>}) \\cdot (<c> \\times 10^{<d>})$ is expressed in scientific notation.")
        .drawn(
            draw ->
                Values.of(
                    draw.between(2, 9),
                    draw.between(2, 20),
                    draw.between(2, 9),
                    draw.between(2, 20)),
            values -> {
              long product = values.a() * values.c();
              long carry = product >= 10 ? 1 : 0;

              return values
                  .provided(product > 0 && product < 100)
                  .with("product", product)
                  .with("exponent", values.b() + values.d())
                  .with("carry", carry)
                  .working(
                      values.b() + values.d() + carry,
                      "The product is $<a> \\cdot <c> \\times 10^{<b> + <d>} = <product> \\times 10^{<exponent>}$.",
                      carry == 1
                          ? "In scientific notation the first factor is below 10, so $<product>$ gives one more power of ten: the exponent is $<exponent> + 1 = <answer>$."
                          : "The first factor is from 1 to 10 already, so the exponent is $<answer>$.");
            });
  }

  private static WordedFamily variation() {
    return named("inverse-variation", "Algebra", "Ratios and proportions")
        .needs(
            "Direct and inverse variation", "Solving linear equations", "Equations with fractions")
        .worded(
            "$y$ varies inversely as $x$, and $y = <a>$ when $x = <b>$. What is $y$ when $x = <c>$?")
        .worded(
            "The pressure of a gas is inversely proportional to its volume. At a volume of <b> litres it is <a> units. How many units is it at <c> litres?")
        .drawn(
            draw -> {
              long third = draw.between(3, 15);
              long first = draw.between(2, 15);

              return Values.of(third * draw.between(2, 12), first * 2, third * first);
            },
            values ->
                values
                    .with("product", values.a() * values.b())
                    .working(
                        Fraction.of(values.a() * values.b(), values.c()),
                        "Inverse variation keeps the product constant: $<a> \\cdot <b> = <product>$.",
                        "So the value asked for is $<product> \\div <c> = <answer>$."));
  }

  private static WordedFamily means() {
    return named("inequality-of-means", "Inequalities", "Algebra")
        .needs("Inequality of the means", "Optimization", "Square roots")
        .worded("What is the minimum of $<a*>x + \\frac{<b>}{x}$ for positive real $x$?")
        .worded(
            "By the inequality of the arithmetic and geometric means, what is the least value of $<a*>x + \\frac{<b>}{x}$ with $x > 0$?")
        .drawn(
            draw -> {
              long common = draw.between(1, 6);
              long first = draw.between(1, 6);
              long second = draw.between(1, 12);

              return Values.of(common * first * first, common * second * second);
            },
            values ->
                values
                    .provided(values.a() > 0 && values.b() > 0)
                    .with("product", values.a() * values.b())
                    .working(
                        Integers.squareRoot(4 * values.a() * values.b()),
                        "The product of the two terms is constant: $<a*>x \\cdot \\frac{<b>}{x} = <product>$.",
                        "Their arithmetic mean is at least their geometric mean, so the sum is at least $2\\sqrt{<product>} = <answer>$.",
                        "The value is reached where both terms are equal, so the minimum is $<answer>$."));
  }

  private static WordedFamily interval() {
    return named("quadratic-inequality", "Inequalities", "Algebra")
        .needs("Interval notation", "Quadratic inequalities", "Factoring quadratics")
        .worded("Solve $x^2 <+a*>x <+b> < 0$. Give the answer in interval notation.")
        .worded(
            "For which real $x$ is $x^2 <+a*>x <+b>$ negative? Write the set as an open interval.")
        .drawn(
            draw -> {
              long low = draw.between(-15, 12);
              long high = draw.between(low + 1, 15);
              long left = low == 0 ? -16 : low;
              long right = high == 0 || high == -left ? 17 : high;

              return Values.of(-(left + right), left * right);
            },
            values -> {
              long root = Integers.exactRoot(values.a() * values.a() - 4 * values.b());
              Fraction low = Fraction.of(-values.a() - root, 2);
              Fraction high = Fraction.of(-values.a() + root, 2);

              return values
                  .provided(root > 0)
                  .with("low", low)
                  .with("high", high)
                  .working(
                      "(" + low.latex() + ", " + high.latex() + ")",
                      "The equation $x^2 <+a*>x <+b> = 0$ has the solutions $<low>$ and $<high>$.",
                      "The parabola opens upwards, so its values are negative between them: $<answer>$.");
            });
  }

  private static WordedFamily telescope() {
    return named("telescoping-sum", "Sequences", "Fractions")
        .needs("Telescoping sums", "Sigma notation", "Sequences and terms")
        .worded("Evaluate $\\sum_{k=<a>}^{<b>} \\frac{<c>}{k(k+1)}$.")
        .worded("Find the value of the sum $\\sum_{k=<a>}^{<b>} \\frac{<c>}{k(k+1)}$.")
        .drawn(
            draw -> {
              long first = draw.between(1, 9);

              return Values.of(first, first + draw.between(4, 60), draw.between(2, 12));
            },
            values -> {
              Fraction difference =
                  Fraction.of(1, values.a()).minus(Fraction.of(1, values.b() + 1));

              return values
                  .provided(values.a() > 0 && values.b() >= values.a())
                  .with("next", values.b() + 1)
                  .with("start", Fraction.of(1, values.a()))
                  .with("difference", difference)
                  .working(
                      difference.times(Fraction.of(values.c())),
                      "Each term splits: $\\frac{1}{k(k+1)} = \\frac{1}{k} - \\frac{1}{k+1}$.",
                      "In the sum all but the first and the last part cancel: $<start> - \\frac{1}{<next>} = <difference>$.",
                      "Times $<c>$ this is $<answer>$.");
            });
  }

  private static WordedFamily sigma() {
    return named("sigma-sum", "Sequences", "Algebra")
        .needs("Sigma notation", "Sum of an arithmetic series", "Sequences and terms")
        .worded("Evaluate $\\sum_{k=1}^{<a>} (<b>k <+c>)$.")
        .worded("Find the value of $\\sum_{k=1}^{<a>} (<b>k <+c>)$.")
        .drawn(
            draw -> Values.of(draw.between(5, 60), draw.between(2, 9), draw.nonZero(-9, 15)),
            values -> {
              values.provided(values.a() > 0 && values.a() < LARGEST_SUM);
              long numbers = values.a() * (values.a() + 1) / 2;

              return values
                  .with("next", values.a() + 1)
                  .with("numbers", numbers)
                  .with("linear", values.b() * numbers)
                  .with("constant", values.a() * values.c())
                  .working(
                      values.b() * numbers + values.a() * values.c(),
                      "The numbers from 1 to <a> add up to $\\frac{<a> \\cdot <next>}{2} = <numbers>$.",
                      "So the terms with $k$ make $<b> \\cdot <numbers> = <linear>$ and the constants $<a> \\cdot (<c>) = <constant>$.",
                      "The sum is $<linear> <+constant> = <answer>$.");
            });
  }
}
