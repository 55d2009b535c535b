package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of angles and their functions. */
final class TrigonometryFamilies {
  private TrigonometryFamilies() {}

  static List<WordedFamily> all() {
    return List.of(
        sineFromSides(),
        cosineLaw(),
        radians(),
        identity(),
        sineLaw(),
        inverse(),
        wave(),
        equation());
  }

  private static WordedFamily sineFromSides() {
    return named("right-triangle-cosine", "Trigonometry", "Triangles")
        .needs(
            "Trigonometric functions",
            "Right triangles",
            "Pythagorean theorem",
            "Trigonometric identities")
        .worded(
            "In a right triangle the legs are <a> and <b> and the hypotenuse is <c>. What is the cosine of the angle opposite the leg of length <a>?")
        .worded(
            "A ramp rises <a> metres over a horizontal distance of <b> metres and is <c> metres long. Find the cosine of its angle with the ground.")
        .drawn(
            draw -> {
              long larger = draw.between(2, 14);
              long smaller = draw.between(1, larger - 1);
              long scale = draw.between(1, 6);

              return Values.of(
                  scale * (larger * larger - smaller * smaller),
                  scale * 2 * larger * smaller,
                  scale * (larger * larger + smaller * smaller));
            },
            values ->
                values
                    .provided(
                        values.a() * values.a() + values.b() * values.b()
                            == values.c() * values.c())
                    .working(
                        Fraction.of(values.b(), values.c()),
                        "The cosine of an angle is the adjacent leg over the hypotenuse.",
                        "The adjacent leg is <b>, so the cosine is $\\frac{<b>}{<c>} = <answer>$."));
  }

  private static WordedFamily cosineLaw() {
    return named("law-of-cosines", "Trigonometry", "Triangles")
        .needs("Law of cosines", "Special angles", "Properties of triangles")
        .worded(
            "Two sides of a triangle are <a> and <b> and enclose an angle of $60^\\circ$. How long is the third side?")
        .worded(
            "Two straight roads leave a town at an angle of $60^\\circ$. <name> is <a> km along one and <other> is <b> km along the other. How many kilometres apart are they in a straight line?")
        .drawn(
            draw -> Values.of(draw.between(2, 60), draw.between(2, 60)),
            values -> {
              long square =
                  values.a() * values.a() + values.b() * values.b() - values.a() * values.b();

              return values
                  .provided(values.a() > 0 && values.b() > 0)
                  .with("square", square)
                  .working(
                      Integers.squareRoot(square),
                      "By the law of cosines $c^2 = <a>^2 + <b>^2 - 2 \\cdot <a> \\cdot <b> \\cdot \\cos"
                          + " 60^\\circ$, and $\\cos 60^\\circ = \\frac{1}{2}$.",
                      "So $c^2 = <square>$ and $c = <answer>$.");
            });
  }

  private static WordedFamily radians() {
    return named("radians", "Trigonometry", "Measurement")
        .needs("Degrees and radians", "Unit conversion", "Angle measure")
        .worded("Convert $<a>^\\circ$ to radians, in terms of $\\pi$.")
        .worded(
            "A wheel turns through $<a>^\\circ$. What is this angle in radians, in terms of $\\pi$?")
        .drawn(
            draw -> Values.of(draw.between(1, 720)),
            values ->
                values
                    .provided(values.a() != 0)
                    .working(
                        Fraction.of(values.a(), 180).latex("\\pi"),
                        "As $180^\\circ$ is $\\pi$ radians, the angle is $\\frac{<a>}{180}\\pi$.",
                        "In lowest terms this is $<answer>$."));
  }

  private static WordedFamily identity() {
    return named("double-angle", "Trigonometry", "Algebra")
        .needs("Trigonometric identities", "Double angle formulas", "Trigonometric functions")
        .worded("If $\\sin \\theta = \\frac{<a>}{<b>}$, what is $\\cos 2\\theta$?")
        .worded("An angle $\\theta$ has $\\sin \\theta = \\frac{<a>}{<b>}$. Find $\\cos 2\\theta$.")
        .drawn(
            draw -> {
              long below = draw.between(3, 60);

              return Values.of(draw.between(1, below - 1), below);
            },
            values ->
                values
                    .provided(Math.abs(values.a()) <= Math.abs(values.b()))
                    .with("square", Fraction.of(values.a() * values.a(), values.b() * values.b()))
                    .working(
                        Fraction.of(
                            values.b() * values.b() - 2 * values.a() * values.a(),
                            values.b() * values.b()),
                        "The double angle formula says $\\cos 2\\theta = 1 - 2\\sin^2 \\theta$.",
                        "With $\\sin^2 \\theta = <square>$ this is $1 - 2 \\cdot <square> = <answer>$."));
  }

  private static WordedFamily sineLaw() {
    return named("law-of-sines", "Trigonometry", "Triangles")
        .needs("Law of sines", "Trigonometric functions", "Properties of triangles")
        .worded(
            "In the acute triangle $ABC$, $BC = <a>$, $\\sin A = \\frac{<b>}{<c>}$ and $\\sin B = \\frac{<d>}{<e>}$. What is $AC$?")
        .worded(
            "An acute triangle $ABC$ has $\\sin A = \\frac{<b>}{<c>}$, $\\sin B = \\frac{<d>}{<e>}$ and the side $BC = <a>$. Find the length of $AC$.")
        .drawn(
            draw -> {
              long first = draw.between(5, 12);
              long second = draw.between(5, 12);

              return Values.of(
                  draw.between(2, 40),
                  draw.between((first * 3 + 3) / 4, first - 1),
                  first,
                  draw.between((second * 3 + 3) / 4, second - 1),
                  second);
            },
            values -> {
              Fraction sineA = Fraction.of(values.b(), values.c());
              Fraction sineB = Fraction.of(values.d(), values.at("e"));

              return values
                  .with("quotient", sineB.over(sineA))
                  .working(
                      sineB.over(sineA).times(Fraction.of(values.a())),
                      "By the law of sines $\\frac{AC}{\\sin B} = \\frac{BC}{\\sin A}$.",
                      "The quotient of the sines is $\\frac{\\sin B}{\\sin A} = \\frac{<d>}{<e>} \\cdot \\frac{<c>}{<b>} = <quotient>$.",
                      "So $AC = <a> \\cdot <quotient> = <answer>$.");
            });
  }

  private static WordedFamily inverse() {
    return named("sine-of-arccosine", "Trigonometry", "Functions")
        .needs(
            "Inverse trigonometric functions",
            "Trigonometric functions",
            "Pythagorean theorem",
            "Trigonometric identities")
        .worded("Find the exact value of $\\sin\\left(\\arccos\\frac{<a>}{<b>}\\right)$.")
        .worded("What is $\\sin\\left(\\cos^{-1}\\frac{<a>}{<b>}\\right)$ as a fraction?")
        .drawn(
            draw -> {
              Values triple = PythagoreanTriples.drawn(draw);

              return Values.of(triple.a(), triple.c());
            },
            values -> {
              long square = values.b() * values.b() - values.a() * values.a();
              long leg = Integers.exactRoot(square);

              return values
                  .provided(values.b() > 0)
                  .with("square", square)
                  .with("leg", leg)
                  .working(
                      Fraction.of(leg, values.b()),
                      "The angle with the cosine $\\frac{<a>}{<b>}$ is in a right triangle with the hypotenuse <b> and the adjacent leg <a>.",
                      "The opposite leg is $\\sqrt{<b>^2 - <a>^2} = \\sqrt{<square>} = <leg>$.",
                      "So the sine is $\\frac{<leg>}{<b>} = <answer>$.");
            });
  }

  private static WordedFamily wave() {
    return named("amplitude-and-period", "Trigonometry", "Functions")
        .needs("Period and amplitude", "Graphs of functions", "Degrees and radians")
        .worded(
            "What is the product of the amplitude and the period of the function $y = <a>\\sin(<b>x) <+c>$, in terms of $\\pi$?")
        .worded(
            "The graph of $y = <a>\\cos(<b>x) <+c>$ is a wave. Find its amplitude times its period, in terms of $\\pi$.")
        .drawn(
            draw -> Values.of(draw.between(2, 20), draw.between(2, 12), draw.nonZero(-9, 9)),
            values ->
                values
                    .provided(values.a() > 0 && values.b() > 0)
                    .with("period", Fraction.of(2, values.b()).latex("\\pi"))
                    .working(
                        Fraction.of(2 * values.a(), values.b()).latex("\\pi"),
                        "The amplitude is the factor <a>; adding a constant does not change it.",
                        "The period is $\\frac{2\\pi}{<b>} = <period>$.",
                        "Their product is $<a> \\cdot <period> = <answer>$."));
  }

  private static WordedFamily equation() {
    return named("trigonometric-equation", "Trigonometry", "Algebra")
        .needs("Trigonometric equations", "Trigonometric functions", "Counting solutions")
        .worded(
            "How many solutions does the equation $\\sin(<a>x) = \\frac{<b>}{<c>}$ have with $0 \\le x < 2\\pi$?")
        .worded(
            "Find the number of solutions of $\\cos(<a>x) = \\frac{<b>}{<c>}$ in the interval $[0, 2\\pi)$.")
        .drawn(
            draw -> {
              long below = draw.between(3, 12);

              return Values.of(draw.between(2, 60), draw.between(1, below - 1), below);
            },
            values ->
                values
                    .provided(values.a() > 0 && values.b() > 0 && values.b() < values.c())
                    .working(
                        2 * values.a(),
                        "As $x$ runs over the interval, $<a>x$ runs <a> times round the circle.",
                        "The value $\\frac{<b>}{<c>}$ lies between 0 and 1, so it is taken twice in each turn.",
                        "That makes $2 \\cdot <a> = <answer>$ solutions."));
  }
}
