package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of functions. */
final class FunctionFamilies {
  private FunctionFamilies() {}

  static List<WordedFamily> all() {
    return List.of(
        composition(), inverse(), domain(), pieces(), additive(), parity(), operation(), floors());
  }

  private static WordedFamily composition() {
    return named("composition", "Functions", "Algebra")
        .needs("Function composition", "Evaluating functions", "Function notation")
        .worded("Let $f(x) = <a>x <+b>$ and $g(x) = x^2 <+c>$. What is $f(g(<d>))$?")
        .worded("If $f(x) = <a>x <+b>$ and $g(x) = x^2 <+c>$, find the value of $f(g(<d>))$.")
        .drawn(
            draw ->
                Values.of(
                    draw.between(2, 9),
                    draw.nonZero(-15, 15),
                    draw.nonZero(-12, 12),
                    draw.between(-7, 9)),
            values -> {
              long inner = values.d() * values.d() + values.c();

              return values
                  .with("inner", inner)
                  .working(
                      values.a() * inner + values.b(),
                      "First $g(<d>) = (<d>)^2 <+c> = <inner>$.",
                      "Then $f(<inner>) = <a> \\cdot (<inner>) <+b> = <answer>$.");
            });
  }

  private static WordedFamily inverse() {
    return named("inverse-function", "Functions", "Algebra")
        .needs(
            "Inverse functions",
            "Evaluating functions",
            "Solving linear equations",
            "Equations with fractions")
        .worded("Let $f(x) = \\frac{<a>x <+b>}{<c>}$. Find $f^{-1}(<d>)$.")
        .worded(
            "The function $f(x) = \\frac{<a>x <+b>}{<c>}$ has an inverse. What is $f^{-1}(<d>)$?")
        .drawn(
            draw ->
                Values.of(
                    draw.between(2, 9),
                    draw.nonZero(-20, 20),
                    draw.between(2, 9),
                    draw.between(-12, 15)),
            values -> {
              long product = values.c() * values.d();

              return values
                  .with("product", product)
                  .with("right", product - values.b())
                  .working(
                      Fraction.of(product - values.b(), values.a()),
                      "We look for the $x$ with $\\frac{<a>x <+b>}{<c>} = <d>$.",
                      "Multiplying, $<a>x <+b> = <product>$, so $<a>x = <right>$ and $x = <answer>$.");
            });
  }

  private static WordedFamily domain() {
    return named("domain", "Functions", "Inequalities")
        .needs("Domain and range", "Interval notation", "Linear inequalities", "Counting integers")
        .worded(
            "How many integers are in the domain of the function $f(x) = \\sqrt{<a> - x} + \\sqrt{x <+b>}$?")
        .worded(
            "The domain of $f(x) = \\sqrt{<a> - x} + \\sqrt{x <+b>}$ is a closed interval. How many integers does it contain?")
        .drawn(
            draw -> {
              long low = draw.between(-40, 30);

              return Values.of(low + draw.between(3, 60), low == 0 ? 1 : -low);
            },
            values ->
                values
                    .provided(values.a() + values.b() >= 0)
                    .with("low", -values.b())
                    .working(
                        values.a() + values.b() + 1,
                        "No number under a root may be negative: $<a> - x \\ge 0$ and $x <+b> \\ge 0$.",
                        "So the domain is the interval $[<low>, <a>]$.",
                        "It contains $<a> - (<low>) + 1 = <answer>$ integers."));
  }

  private static WordedFamily pieces() {
    return named("piecewise-function", "Functions", "Algebra")
        .needs("Piecewise functions", "Evaluating functions", "Function notation")
        .worded(
            "Let $f(x) = \\begin{cases} <a>x <+b> & \\text{if } x \\ge <c>, \\\\ x^2 <+d> & \\text{if } x < <c>. \\end{cases}$ What is $f(<e>) + f(<f>)$?")
        .worded(
            "A function is defined piecewise: $f(x) = <a>x <+b>$ for $x \\ge <c>$, and $f(x) = x^2 <+d>$ for $x < <c>$. Find $f(<e>) + f(<f>)$.")
        .drawn(
            draw -> {
              long border = draw.between(-3, 5);

              return Values.of(
                  draw.between(2, 9),
                  draw.nonZero(-12, 12),
                  border,
                  draw.nonZero(-12, 12),
                  border + draw.between(0, 8),
                  border - draw.between(1, 6));
            },
            values -> {
              long right = values.a() * values.at("e") + values.b();
              long left = values.at("f") * values.at("f") + values.d();

              return values
                  .provided(values.at("e") >= values.c() && values.at("f") < values.c())
                  .with("right", right)
                  .with("left", left)
                  .working(
                      right + left,
                      "Since $<e> \\ge <c>$, $f(<e>) = <a> \\cdot (<e>) <+b> = <right>$.",
                      "Since $<f> < <c>$, $f(<f>) = (<f>)^2 <+d> = <left>$.",
                      "The sum is $<right> <+left> = <answer>$.");
            });
  }

  private static WordedFamily additive() {
    return named("functional-equation", "Functions", "Algebra")
        .needs("Functional equations", "Function notation", "Direct proportion")
        .worded(
            "A function satisfies $f(x + y) = f(x) + f(y)$ for all rational numbers $x$ and $y$, and $f(<a>) = <b>$. What is $f(<c>)$?")
        .worded(
            "Let $f$ be defined for the rational numbers with $f(x + y) = f(x) + f(y)$ for all $x$ and $y$. If $f(<a>) = <b>$, find $f(<c>)$.")
        .drawn(
            draw -> {
              long given = draw.between(2, 12);

              return Values.of(given, given * draw.nonZero(-6, 9), draw.otherThan(given, 2, 40));
            },
            values ->
                values
                    .with("one", Fraction.of(values.b(), values.a()))
                    .working(
                        Fraction.of(values.b() * values.c(), values.a()),
                        "Adding the same number again and again, $f(n) = n \\cdot f(1)$ for every positive integer $n$.",
                        "So $<a> \\cdot f(1) = <b>$ and $f(1) = <one>$.",
                        "Then $f(<c>) = <c> \\cdot (<one>) = <answer>$."));
  }

  private static WordedFamily parity() {
    return named("odd-and-even-function", "Functions", "Algebra")
        .needs("Even and odd functions", "Evaluating functions", "Negative numbers")
        .worded(
            "The function $f$ is odd and the function $g$ is even. If $f(<a>) = <b>$ and $g(<a>) = <c>$, what is $<d>f(-<a>) + <e>g(-<a>)$?")
        .worded(
            "Let $f$ be an odd function with $f(<a>) = <b>$ and $g$ an even function with $g(<a>) = <c>$. Find $<d>f(-<a>) + <e>g(-<a>)$.")
        .drawn(
            draw ->
                Values.of(
                    draw.between(1, 12),
                    draw.nonZero(-15, 15),
                    draw.nonZero(-15, 15),
                    draw.between(2, 9),
                    draw.between(2, 9)),
            values -> {
              long first = -values.d() * values.b();
              long second = values.at("e") * values.c();

              return values
                  .with("opposite", -values.b())
                  .with("first", first)
                  .with("second", second)
                  .working(
                      first + second,
                      "An odd function changes its sign: $f(-<a>) = <opposite>$. An even function does not: $g(-<a>) = <c>$.",
                      "So the value is $<d> \\cdot (<opposite>) + <e> \\cdot (<c>) = <first> <+second> = <answer>$.");
            });
  }

  private static WordedFamily operation() {
    return named("custom-operation", "Functions", "Algebra")
        .needs("Custom operations", "Substitution into expressions", "Evaluating expressions")
        .worded(
            "The operation $\\star$ is defined by $x \\star y = <a>x <+b*>y$. What is $(<c> \\star <d>) \\star <e>$?")
        .worded(
            "For all numbers let $x \\diamond y = <a>x <+b*>y$. Find $(<c> \\diamond <d>) \\diamond <e>$.")
        .drawn(
            draw ->
                Values.of(
                    draw.between(2, 7),
                    draw.nonZero(-7, 7),
                    draw.between(1, 12),
                    draw.between(1, 12),
                    draw.between(1, 12)),
            values -> {
              long inner = values.a() * values.c() + values.b() * values.d();

              return values
                  .with("inner", inner)
                  .working(
                      values.a() * inner + values.b() * values.at("e"),
                      "The parentheses come first: $<a> \\cdot <c> + (<b>) \\cdot <d> = <inner>$.",
                      "Then the operation on <inner> and <e> gives $<a> \\cdot (<inner>) + (<b>) \\cdot <e> = <answer>$.");
            });
  }

  private static WordedFamily floors() {
    return named("floor", "Functions", "Arithmetic")
        .needs("Greatest integer function", "Square roots", "Rounding")
        .worded("Evaluate $\\lfloor \\sqrt{<a>} \\rfloor + \\lfloor \\frac{<b>}{<c>} \\rfloor$.")
        .worded(
            "With $\\lfloor x \\rfloor$ for the greatest integer that is not greater than $x$, find $\\lfloor \\sqrt{<a>} \\rfloor + \\lfloor \\frac{<b>}{<c>} \\rfloor$.")
        .drawn(
            draw -> {
              long root = draw.between(3, 40);
              long below = draw.between(3, 12);

              return Values.of(
                  root * root + draw.between(1, 2 * root),
                  below * draw.between(-12, 25) + draw.between(1, below - 1),
                  below);
            },
            values -> {
              long root = Integers.root(values.a());
              long floor = Math.floorDiv(values.b(), values.c());

              return values
                  .with("root", root)
                  .with("low", root * root)
                  .with("next", (root + 1) * (root + 1))
                  .with("floor", floor)
                  .with("above", floor + 1)
                  .working(
                      root + floor,
                      "As $<root>^2 = <low> \\le <a> < <next>$, the first part is $<root>$.",
                      "As $<floor> \\le \\frac{<b>}{<c>} < <above>$, the second part is $<floor>$.",
                      "The sum is $<root> <+floor> = <answer>$.");
            });
  }
}
