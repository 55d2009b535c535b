package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of powers, roots, logarithms and growth. */
final class ExponentFamilies {
  private ExponentFamilies() {}

  static List<WordedFamily> all() {
    return List.of(
        laws(),
        exponentialEquation(),
        logarithmEquation(),
        logarithmSum(),
        radical(),
        doubling(),
        compound());
  }

  private static WordedFamily laws() {
    return named("exponent-laws", "Exponents and logarithms", "Algebra")
        .needs("Laws of exponents", "Properties of exponents", "Powers", "Squares and powers")
        .worded("For what $n$ is $\\frac{<a>^{<b>} \\cdot <a>^{<c>}}{<a>^{<d>}} = <a>^n$?")
        .worded("Write $\\frac{<a>^{<b>} \\cdot <a>^{<c>}}{<a>^{<d>}}$ as $<a>^n$. What is $n$?")
        .drawn(
            draw ->
                Values.of(
                    draw.between(2, 15),
                    draw.between(2, 30),
                    draw.between(2, 30),
                    draw.between(2, 40)),
            values ->
                values
                    .provided(values.a() > 1)
                    .with("sum", values.b() + values.c())
                    .working(
                        values.b() + values.c() - values.d(),
                        "Multiplying adds the exponents: $<b> + <c> = <sum>$.",
                        "Dividing subtracts them: $n = <sum> - <d> = <answer>$."));
  }

  private static WordedFamily exponentialEquation() {
    return named("exponential-equation", "Exponents and logarithms", "Algebra")
        .needs("Exponential equations", "Laws of exponents", "Solving linear equations")
        .worded("Solve $<a>^{<b>x <+c>} = <d>$ for $x$.")
        .worded("Find the real number $x$ with $<a>^{<b>x <+c>} = <d>$.")
        .drawn(
            draw -> {
              long base = draw.between(2, 7);
              long exponent = draw.between(2, 8);

              return Values.of(
                  base, draw.between(2, 9), draw.nonZero(-12, 12), Integers.power(base, exponent));
            },
            values -> {
              long exponent = 0;

              for (long power = 1;
                  power < values.provided(values.a() > 1).d();
                  power *= values.a()) {
                exponent++;
              }

              return values
                  .provided(Integers.power(values.a(), exponent) == values.d())
                  .with("exponent", exponent)
                  .with("right", exponent - values.c())
                  .working(
                      Fraction.of(exponent - values.c(), values.b()),
                      "As $<d> = <a>^{<exponent>}$, the exponents must be equal: $<b>x <+c> = <exponent>$.",
                      "So $<b>x = <right>$ and $x = <answer>$.");
            });
  }

  private static WordedFamily logarithmEquation() {
    return named("logarithm-equation", "Exponents and logarithms", "Algebra")
        .needs("Properties of logarithms", "Logarithmic equations", "Definition of logarithm")
        .worded("Solve $\\log_{<a>} (<b>x <+c>) = <d>$ for $x$.")
        .worded("For which $x$ is $\\log_{<a>} (<b>x <+c>)$ equal to $<d>$?")
        .drawn(
            draw ->
                Values.of(
                    draw.between(2, 7),
                    draw.between(2, 9),
                    draw.nonZero(-30, 30),
                    draw.between(1, 5)),
            values -> {
              values.provided(values.a() > 1 && values.d() >= 0);
              long power = Integers.power(values.a(), values.d());

              return values
                  .with("power", power)
                  .with("right", power - values.c())
                  .working(
                      Fraction.of(power - values.c(), values.b()),
                      "By the definition of the logarithm $<b>x <+c> = <a>^{<d>} = <power>$.",
                      "So $<b>x = <right>$ and $x = <answer>$.");
            });
  }

  private static WordedFamily logarithmSum() {
    return named("logarithm-sum", "Exponents and logarithms", "Algebra")
        .needs("Properties of logarithms", "Logarithms", "Laws of exponents")
        .worded("Evaluate $\\log_{<a>} <b> + \\log_{<a>} <c>$.")
        .worded("What is the value of $\\log_{<a>} <b> + \\log_{<a>} <c>$?")
        .drawn(
            draw -> {
              long base = draw.between(2, 30);
              long power = Integers.power(base, draw.between(2, 5));
              long factor = Integers.gcd(power, draw.between(2, 5000));

              return Values.of(base, factor, power / factor);
            },
            values -> {
              long product = Math.multiplyExact(values.b(), values.c());
              long exponent = 0;
              long power = 1;

              while (power < product && values.provided(values.a() > 1).a() > 1) {
                power = Math.multiplyExact(power, values.a());
                exponent++;
              }

              return values
                  .provided(power == product && values.b() > 0)
                  .with("product", product)
                  .with("exponent", exponent)
                  .working(
                      exponent,
                      "The sum of logarithms is the logarithm of the product: $\\log_{<a>} (<b> \\cdot <c>) ="
                          + " \\log_{<a>} <product>$.",
                      "As $<product> = <a>^{<exponent>}$, the value is $<answer>$.");
            });
  }

  private static WordedFamily radical() {
    return named("radical-sum", "Exponents and logarithms", "Algebra")
        .needs("Simplifying radicals", "Square roots", "Combining like terms")
        .worded("Simplify $\\sqrt{<a>} + \\sqrt{<b>}$.")
        .worded("Write $\\sqrt{<a>} + \\sqrt{<b>}$ as a single term in simplest radical form.")
        .drawn(
            draw -> {
              long inside = draw.oneOf(2, 3, 5, 6, 7, 10, 11, 13, 14, 15);
              long first = draw.between(2, 20);
              long second = draw.otherThan(first, 2, 20);

              return Values.of(inside * first * first, inside * second * second);
            },
            values -> {
              long common =
                  Integers.gcd(values.provided(values.a() > 0 && values.b() > 0).a(), values.b());
              long inside = common;

              for (long root = 2; root * root <= inside; root++) {
                while (inside % (root * root) == 0) {
                  inside /= root * root;
                }
              }

              long first = Integers.root(values.a() / inside);
              long second = Integers.root(values.b() / inside);

              return values
                  .provided(
                      first * first * inside == values.a()
                          && second * second * inside == values.b())
                  .with("first", Integers.squareRoot(values.a()))
                  .with("second", Integers.squareRoot(values.b()))
                  .working(
                      Integers.squareRoot((first + second) * (first + second) * inside),
                      "Take the square factors out: $\\sqrt{<a>} = <first>$ and $\\sqrt{<b>} = <second>$.",
                      "The sum is $<answer>$.");
            });
  }

  private static WordedFamily doubling() {
    return named("doubling", "Exponents and logarithms", "Sequences")
        .needs(
            "Exponential growth",
            "Exponential functions",
            "Laws of exponents",
            "Repeated multiplication")
        .worded(
            "A colony of <a> bacteria doubles every <b> minutes. How many bacteria are there after <c> minutes?")
        .worded(
            "<a> <people> know a secret, and their number doubles every <b> minutes. How many know it <c> minutes later?")
        .drawn(
            draw -> {
              long period = draw.between(3, 30);

              return Values.of(draw.between(3, 90), period, period * draw.between(2, 9));
            },
            values -> {
              long times = values.c() / values.b();

              return values
                  .provided(values.c() % values.b() == 0 && times >= 0)
                  .with("times", times)
                  .with("factor", Integers.power(2, times))
                  .working(
                      Math.multiplyExact(values.a(), Integers.power(2, times)),
                      "In <c> minutes the number doubles $<c> \\div <b> = <times>$ times, so it grows by the"
                          + " factor $2^{<times>} = <factor>$.",
                      "The result is $<a> \\cdot <factor> = <answer>$.");
            });
  }

  private static WordedFamily compound() {
    return named("compound-interest", "Interest", "Percentages")
        .needs("Compound interest", "Interest rates", "Percent increase", "Exponential growth")
        .worded(
            "<name> invests \\$<a> at <b>\\% interest a year, compounded once a year. How many dollars is the investment worth after <c> years?")
        .worded(
            "A village of <a> people grows by <b>\\% every year. How many people live there after <c> years?")
        .drawn(
            draw -> {
              long years = draw.between(2, 3);
              long unit = years == 2 ? 400 : 8000;

              return Values.of(
                  unit * draw.between(1, 60), draw.oneOf(5, 10, 15, 20, 25, 30, 40, 50), years);
            },
            values -> {
              Fraction factor = Fraction.of(100 + values.b(), 100);
              Fraction worth = Fraction.of(values.a());

              for (int year = 0; year < values.provided(values.c() <= 20).c(); year++) {
                worth = worth.times(factor);
              }

              return values
                  .with("factor", factor)
                  .working(
                      worth,
                      "Each year multiplies the amount by $1 + \\frac{<b>}{100} = <factor>$.",
                      "After <c> years it is $<a> \\cdot \\left(<factor>\\right)^{<c>} = <answer>$.");
            });
  }
}
