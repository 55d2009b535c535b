package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of polynomials and of expressions with several letters. */
final class PolynomialFamilies {
  private PolynomialFamilies() {}

  static List<WordedFamily> all() {
    return List.of(
        differenceOfSquares(),
        cubicRoots(),
        squareSum(),
        degree(),
        productCoefficient(),
        factoring(),
        substitution());
  }

  private static WordedFamily differenceOfSquares() {
    return named("difference-of-squares", "Quadratic equations", "Algebra")
        .needs("Difference of squares", "Factoring", "Systems of linear equations")
        .worded(
            "The sum of two numbers is <a> and the difference of their squares is <b>. What is the larger number?")
        .worded("If $x + y = <a>$ and $x^2 - y^2 = <b>$, what is $x$?")
        .drawn(
            draw -> {
              long smaller = draw.between(2, 60);
              long larger = smaller + draw.between(1, 40);

              return Values.of(larger + smaller, larger * larger - smaller * smaller);
            },
            values -> {
              Fraction difference = Fraction.of(values.b(), values.a());

              return values
                  .with("difference", difference)
                  .with("double", difference.plus(Fraction.of(values.a())))
                  .working(
                      difference.plus(Fraction.of(values.a())).over(Fraction.of(2)),
                      "With $x$ and $y$ for the numbers, $x^2 - y^2 = (x + y)(x - y)$, so $<b> = <a>(x - y)$.",
                      "Hence $x - y = \\frac{<b>}{<a>} = <difference>$.",
                      "Adding $x + y = <a>$ gives $2x = <double>$ and $x = <answer>$.");
            });
  }

  private static WordedFamily cubicRoots() {
    return named("cubic-roots", "Polynomials", "Algebra")
        .needs("Roots of polynomials", "Vieta's formulas", "Symmetric polynomials")
        .worded(
            "The polynomial $x^3 <+a*>x^2 <+b*>x <+c>$ has the roots $p$, $q$ and $r$. What is $\\frac{1}{p} + \\frac{1}{q} + \\frac{1}{r}$?")
        .worded(
            "Let $p$, $q$ and $r$ be the roots of $x^3 <+a*>x^2 <+b*>x <+c> = 0$. Find the sum of their reciprocals.")
        .drawn(
            draw -> Values.of(draw.nonZero(-12, 12), draw.nonZero(-30, 30), draw.nonZero(-20, 20)),
            values ->
                values
                    .with("minus", -values.c())
                    .working(
                        Fraction.of(-values.b(), values.c()),
                        "Over the common denominator the sum is $\\frac{pq + qr + rp}{pqr}$.",
                        "By Vieta's formulas $pq + qr + rp = <b>$ and $pqr = <minus>$.",
                        "So the sum is $<answer>$."));
  }

  private static WordedFamily squareSum() {
    return named("symmetric-sums", "Polynomials", "Algebra")
        .needs("Symmetric polynomials", "Algebraic identities", "Algebraic expressions")
        .worded(
            "If $x + y + z = <a>$ and $xy + yz + zx = <b>$, what is the value of $x^2 + y^2 + z^2$?")
        .worded(
            "Three numbers have the sum <a>, and the products of two of them at a time add up to <b>. Find the sum of their squares.")
        .drawn(
            draw -> {
              long first = draw.between(1, 15);
              long second = draw.between(1, 15);
              long third = draw.nonZero(-9, 15);

              return Values.of(
                  first + second + third, first * second + second * third + third * first);
            },
            values ->
                values
                    .with("square", values.a() * values.a())
                    .with("double", 2 * values.b())
                    .working(
                        values.a() * values.a() - 2 * values.b(),
                        "Squaring the sum gives $(x + y + z)^2 = x^2 + y^2 + z^2 + 2(xy + yz + zx)$.",
                        "So the sum of the squares is $(<a>)^2 - 2 \\cdot (<b>) = <square> - (<double>) = <answer>$."));
  }

  private static WordedFamily degree() {
    return named("polynomial-degree", "Polynomials", "Algebra")
        .needs("Degree of a polynomial", "Polynomial operations", "Laws of exponents")
        .worded(
            "The polynomial $P(x)$ has degree <a> and $Q(x)$ has degree <b>. What is the degree of $P(x)^{<c>} \\cdot Q(x)$?")
        .worded(
            "Let $P$ and $Q$ be polynomials of degree <a> and <b>. Find the degree of the product of $Q(x)$ and the power $P(x)^{<c>}$.")
        .drawn(
            draw -> Values.of(draw.between(2, 15), draw.between(2, 15), draw.between(2, 9)),
            values ->
                values
                    .provided(values.a() >= 0 && values.b() >= 0 && values.c() >= 0)
                    .with("power", values.a() * values.c())
                    .working(
                        values.a() * values.c() + values.b(),
                        "The degrees of factors add up, so $P(x)^{<c>}$ has the degree $<c> \\cdot <a> = <power>$.",
                        "With the factor $Q(x)$ the degree is $<power> + <b> = <answer>$."));
  }

  private static WordedFamily productCoefficient() {
    return named("product-coefficient", "Polynomials", "Algebra")
        .needs("Polynomial operations", "Expanding binomials", "Combining like terms")
        .worded(
            "What is the coefficient of $x^2$ in the product $(x^2 <+a*>x <+b>)(x^2 <+c*>x <+d>)$?")
        .worded(
            "The polynomials $x^2 <+a*>x <+b>$ and $x^2 <+c*>x <+d>$ are multiplied. Find the coefficient of $x^2$ in the result.")
        .drawn(
            draw ->
                Values.of(
                    draw.nonZero(-9, 9),
                    draw.nonZero(-15, 15),
                    draw.nonZero(-9, 9),
                    draw.nonZero(-15, 15)),
            values ->
                values
                    .with("middle", values.a() * values.c())
                    .working(
                        values.b() + values.d() + values.a() * values.c(),
                        "Terms in $x^2$ come from $x^2$ times the constant of the other factor, twice, and from the product of the terms in $x$.",
                        "The coefficient is $<d> <+b> + (<a>)(<c>) = <d> <+b> <+middle> = <answer>$."));
  }

  private static WordedFamily factoring() {
    return named("factor-cubic", "Polynomials", "Algebra")
        .needs("Factoring polynomials", "Factoring quadratics", "Polynomial operations")
        .worded("Factor completely: $<a>x^3 <+b*>x^2 <+c*>x$.")
        .worded(
            "Write $<a>x^3 <+b*>x^2 <+c*>x$ as a product of a number and factors of the first degree.")
        .drawn(
            draw -> {
              long factor = draw.between(2, 9);
              long first = draw.nonZero(-9, 9);
              long second = draw.nonZero(-9, 9);
              long other = first + second == 0 ? second + 10 : second;

              return Values.of(factor, factor * (first + other), factor * first * other);
            },
            values -> {
              long sum = Fraction.of(values.b(), values.a()).provenWhole();
              long product = Fraction.of(values.c(), values.a()).provenWhole();
              long root = Integers.exactRoot(sum * sum - 4 * product);
              long smaller = (sum - root) / 2;
              long larger = (sum + root) / 2;

              return values
                  .provided(product != 0 && values.a() > 0)
                  .with("sum", sum)
                  .with("product", product)
                  .with("smaller", smaller)
                  .with("larger", larger)
                  .working(
                      Wording.ofStep("<a>x(x <+smaller>)(x <+larger>)")
                          .fill(values.with("smaller", smaller).with("larger", larger)),
                      "All terms have the factor $<a>x$: $<a>x(x^2 <+sum*>x <+product>)$.",
                      "Two numbers with the sum $<sum>$ and the product $<product>$ are $<smaller>$ and $<larger>$.",
                      "So the factors are $<answer>$.");
            });
  }

  private static WordedFamily substitution() {
    return named("substitution", "Algebra", "Arithmetic")
        .needs("Substitution into expressions", "Algebraic expressions", "Evaluating expressions")
        .worded("If $x = <d>$ and $y = <e>$, what is the value of $<a>x^2 <+b*>xy <+c>$?")
        .worded("Evaluate the expression $<a>x^2 <+b*>xy <+c>$ for $x = <d>$ and $y = <e>$.")
        .drawn(
            draw ->
                Values.of(
                    draw.between(2, 9),
                    draw.nonZero(-9, 9),
                    draw.nonZero(-20, 20),
                    draw.nonZero(-6, 6),
                    draw.nonZero(-6, 6)),
            values -> {
              long square = values.a() * values.d() * values.d();
              long mixed = values.b() * values.d() * values.at("e");

              return values
                  .with("square", square)
                  .with("mixed", mixed)
                  .working(
                      square + mixed + values.c(),
                      "Put in the numbers: $<a> \\cdot (<d>)^2 = <square>$ and $(<b>) \\cdot (<d>) \\cdot (<e>) = <mixed>$.",
                      "The value is $<square> <+mixed> <+c> = <answer>$.");
            });
  }
}
