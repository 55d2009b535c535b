package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of functions. */
final class FunctionFamilies {
  private FunctionFamilies() {}

  static List<WordedFamily> all() {
    return List.of(composition(), inverse());
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
            "Rational functions",
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
}
