package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of sequences and series. */
final class SequenceFamilies {
  private SequenceFamilies() {}

  static List<WordedFamily> all() {
    return List.of(
        arithmeticTerm(),
        arithmeticSum(),
        geometricTerm(),
        geometricSeries(),
        recursion(),
        oddSum());
  }

  private static WordedFamily arithmeticTerm() {
    return named("arithmetic-term", "Sequences", "Algebra")
        .needs("Arithmetic sequences", "Sequences and terms", "Common difference")
        .worded(
            "An arithmetic sequence begins with <a> and has the common difference <b>. What is its term number <c>?")
        .worded(
            "The first row of the <place> has <a> seats and every row has <b> seats more than the row"
                + " before. How many seats are in row <c>?")
        .drawn(
            draw -> Values.of(draw.between(3, 60), draw.between(2, 15), draw.between(8, 80)),
            values ->
                values
                    .with("steps", values.c() - 1)
                    .with("more", (values.c() - 1) * values.b())
                    .working(
                        values.a() + (values.c() - 1) * values.b(),
                        "Term $n$ is $a_n = a_1 + (n - 1)d$ with $a_1 = <a>$, $d = <b>$ and $n = <c>$.",
                        "So it is $<a> + <steps> \\cdot <b> = <a> + <more> = <answer>$."));
  }

  private static WordedFamily arithmeticSum() {
    return named("arithmetic-series", "Sequences", "Algebra")
        .needs("Arithmetic series", "Sum of an arithmetic series", "Arithmetic sequences")
        .worded(
            "Find the sum of the first <c> terms of the arithmetic sequence that starts with <a> and grows by <b>.")
        .worded(
            "<name> saves \\$<a> in the first month and \\$<b> more in each month than in the month"
                + " before. How many dollars has <name> saved after <c> months?")
        .drawn(
            draw -> Values.of(draw.between(2, 50), draw.between(2, 12), draw.between(5, 60)),
            values -> {
              long last = values.a() + (values.c() - 1) * values.b();

              return values
                  .with("last", last)
                  .with("ends", values.a() + last)
                  .working(
                      Fraction.of(values.c() * (values.a() + last), 2),
                      "The last term is $<a> + (<c> - 1) \\cdot <b> = <last>$.",
                      "The sum is $\\frac{<c>}{2}(<a> + <last>) = \\frac{<c> \\cdot <ends>}{2} = <answer>$.");
            });
  }

  private static WordedFamily geometricTerm() {
    return named("geometric-term", "Sequences", "Exponents")
        .needs("Geometric sequences", "Sequences and terms", "Common ratio", "Exponential growth")
        .worded(
            "A geometric sequence has the first term <a> and the common ratio <b>. What is its term number <c>?")
        .worded(
            "A culture of <a> cells becomes <b> times as large every hour. How many cells are there at"
                + " the start of hour <c>, if hour 1 starts with the <a> cells?")
        .drawn(
            draw -> Values.of(draw.between(2, 60), draw.between(2, 5), draw.between(3, 8)),
            values ->
                values
                    .with("steps", values.c() - 1)
                    .with("power", Integers.power(values.b(), values.c() - 1))
                    .working(
                        Math.multiplyExact(values.a(), Integers.power(values.b(), values.c() - 1)),
                        "Term $n$ is $a_1 r^{n-1}$, here $<a> \\cdot <b>^{<steps>}$.",
                        "This is $<a> \\cdot <power> = <answer>$."));
  }

  private static WordedFamily geometricSeries() {
    return named("geometric-series", "Series", "Sequences")
        .needs("Infinite geometric series", "Sum of a geometric series", "Common ratio")
        .worded(
            "Find the sum of the infinite geometric series with first term $<a>$ and common ratio $\\frac{<b>}{<c>}$.")
        .worded(
            "A ball first rolls $<a>$ metres, and each time it is pushed it rolls $\\frac{<b>}{<c>}$ of"
                + " the distance before. To what total distance, in metres, do the rolls add up if this"
                + " never ends?")
        .drawn(
            draw -> {
              long below = draw.between(2, 12);

              return Values.of(draw.between(1, 60), draw.between(1, below - 1), below);
            },
            values -> {
              if (Math.abs(values.b()) >= Math.abs(values.c())) {
                throw new ArithmeticException(
                    "Ratio must be below 1: " + values.b() + "/" + values.c());
              }

              return values
                  .with("rest", Fraction.of(values.c() - values.b(), values.c()))
                  .working(
                      Fraction.of(values.a() * values.c(), values.c() - values.b()),
                      "As the ratio is below 1, the sum is $\\frac{a}{1 - r}$.",
                      "Here it is $\\frac{<a>}{1 - \\frac{<b>}{<c>}} = <a> \\div <rest> = <answer>$.");
            });
  }

  private static WordedFamily recursion() {
    return named("recursive-sequence", "Sequences", "Functions")
        .needs("Recursive sequences", "Recursion", "Evaluating expressions")
        .worded(
            "A sequence has $a_1 = <a>$ and $a_{n+1} = <b>a_n <+c>$ for every $n \\ge 1$. What is $a_4$?")
        .worded(
            "Let $a_1 = <a>$, and let each later term be given by $a_{n+1} = <b>a_n <+c>$. Compute $a_4$.")
        .drawn(
            draw -> Values.of(draw.between(-9, 15), draw.between(2, 6), draw.nonZero(-12, 12)),
            values -> {
              long second = values.b() * values.a() + values.c();
              long third = values.b() * second + values.c();

              return values
                  .with("second", second)
                  .with("third", third)
                  .working(
                      values.b() * third + values.c(),
                      "$a_2 = <b> \\cdot (<a>) <+c> = <second>$.",
                      "$a_3 = <b> \\cdot (<second>) <+c> = <third>$.",
                      "$a_4 = <b> \\cdot (<third>) <+c> = <answer>$.");
            });
  }

  private static WordedFamily oddSum() {
    return named("consecutive-integers", "Number theory", "Algebra")
        .needs(
            "Consecutive integers",
            "Even and odd numbers",
            "Properties of integers",
            "Setting up equations")
        .worded("The sum of <a> consecutive odd numbers is <b>. What is the smallest of them?")
        .worded(
            "<name> adds <a> consecutive odd numbers and gets <b>. Find the smallest of the numbers.")
        .drawn(
            draw -> {
              long count = draw.between(3, 9);

              return Values.of(count, count * (2 * draw.between(2, 80) + 1 + count - 1));
            },
            values -> {
              Fraction smallest =
                  Fraction.of(values.b(), values.a()).minus(Fraction.of(values.a() - 1));

              if (!smallest.isWhole() || smallest.numerator() % 2 == 0) {
                throw new ArithmeticException("Smallest number must be odd: " + smallest.latex());
              }

              return values
                  .with("steps", values.a() * (values.a() - 1))
                  .with("rest", values.b() - values.a() * (values.a() - 1))
                  .working(
                      smallest,
                      "Let the smallest be $x$. The numbers are $x, x + 2, x + 4$ and so on, and their sum"
                          + " is $<a>x + <steps>$.",
                      "So $<a>x = <b> - <steps> = <rest>$ and $x = <answer>$.");
            });
  }
}
