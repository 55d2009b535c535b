package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of triangles and the lines and circles that belong to them. */
final class TriangleFamilies {
  private TriangleFamilies() {}

  static List<WordedFamily> all() {
    return List.of(
        congruent(),
        isosceles(),
        equilateral(),
        thirdSide(),
        bisector(),
        centroid(),
        altitude(),
        incircle());
  }

  private static WordedFamily congruent() {
    return named("congruent-triangles", "Triangles", "Geometry")
        .needs("Congruent triangles", "Properties of triangles", "Solving linear equations")
        .worded(
            "Triangles $ABC$ and $DEF$ are congruent, with $AB = <a>x <+b>$ and $DE = <c>x <+d>$. How long is $AB$?")
        .worded(
            "Given $\\triangle ABC \\cong \\triangle DEF$, $AB = <a>x <+b>$ and $DE = <c>x <+d>$, find the length of $AB$.")
        .drawn(
            draw -> {
              long x = draw.between(2, 20);
              long slower = draw.between(2, 8);
              long faster = slower + draw.between(2, 5);
              long more = draw.between(1, 30);

              return Values.of(faster, more, slower, more + (faster - slower) * x);
            },
            values -> {
              Fraction x = Fraction.of(values.d() - values.b(), values.a() - values.c());

              return values
                  .with("x", x)
                  .with("factor", values.a() - values.c())
                  .with("right", values.d() - values.b())
                  .working(
                      x.times(Fraction.of(values.a())).plus(Fraction.of(values.b())),
                      "Corresponding sides of congruent triangles are equal, so $<a>x <+b> = <c>x <+d>$.",
                      "This gives $<factor*>x = <right>$, so $x = <x>$.",
                      "Then $AB = <a> \\cdot <x> <+b> = <answer>$.");
            });
  }

  private static WordedFamily isosceles() {
    return named("isosceles-area", "Triangles", "Geometry")
        .needs("Isosceles triangles", "Area of a triangle", "Pythagorean theorem")
        .worded(
            "An isosceles triangle has two sides of length <a> and a base of length <b>. What is its area?")
        .worded(
            "The equal sides of an isosceles triangle are <a> cm long and its base is <b> cm long. Find its area in square centimetres.")
        .drawn(
            draw -> {
              Values legs = PythagoreanTriples.drawn(draw);

              return Values.of(legs.c(), 2 * legs.a());
            },
            values -> {
              Fraction half = Fraction.of(values.b(), 2);
              Fraction square = Fraction.of(values.a() * values.a()).minus(half.times(half));
              long root = Integers.exactRoot(square.provenWhole());

              return values
                  .with("half", half)
                  .with("square", square)
                  .with("height", root)
                  .working(
                      half.times(Fraction.of(root)),
                      "The height meets the base in its middle, so by the Pythagorean theorem its square is $<a>^2 - <half>^2 = <square>$.",
                      "The height is $\\sqrt{<square>} = <height>$.",
                      "The area is $\\frac{1}{2} \\cdot <b> \\cdot <height> = <answer>$.");
            });
  }

  private static WordedFamily equilateral() {
    return named("equilateral-area", "Triangles", "Geometry")
        .needs("Equilateral triangles", "Area of a triangle", "Simplifying radicals")
        .worded("An equilateral triangle has a perimeter of <a>. What is its area?")
        .worded(
            "The three sides of an equilateral triangle have a total length of <a> cm. Find its area in square centimetres.")
        .drawn(
            draw -> Values.of(3 * draw.between(2, 300)),
            values -> {
              Fraction side = Fraction.of(values.a(), 3);

              return values
                  .with("side", side)
                  .working(
                      side.times(side).over(Fraction.of(4)).latex("\\sqrt{3}"),
                      "Each side is $<a> \\div 3 = <side>$.",
                      "An equilateral triangle of side $s$ has the area $\\frac{\\sqrt{3}}{4}s^2$.",
                      "Here that is $\\frac{\\sqrt{3}}{4} \\cdot (<side>)^2 = <answer>$.");
            });
  }

  private static WordedFamily thirdSide() {
    return named("third-side", "Triangles", "Geometry")
        .needs("Triangle inequality", "Properties of triangles", "Counting integers")
        .worded(
            "Two sides of a triangle have the lengths <a> and <b>. How many whole numbers can be the length of the third side?")
        .worded(
            "A triangle has sides of <a> cm, <b> cm and $n$ cm, where $n$ is an integer. How many values can $n$ have?")
        .drawn(
            draw -> Values.of(draw.between(3, 60), draw.between(3, 60)),
            values -> {
              long sum = values.a() + values.b();
              long difference = Math.abs(values.a() - values.b());

              return values
                  .provided(values.a() > 0 && values.b() > 0)
                  .with("sum", sum)
                  .with("difference", difference)
                  .with("least", difference + 1)
                  .with("most", sum - 1)
                  .working(
                      sum - difference - 1,
                      "By the triangle inequality the third side is longer than $<difference>$, the difference of the two, and shorter than $<a> + <b> = <sum>$.",
                      "The whole numbers from $<least>$ to $<most>$ are $<most> - <least> + 1 = <answer>$ numbers.");
            });
  }

  private static WordedFamily bisector() {
    return named("angle-bisector", "Triangles", "Geometry")
        .needs("Angle bisectors", "Dividing in a ratio", "Line segments and midpoints")
        .worded(
            "In triangle $ABC$, $AB = <a>$, $AC = <b>$ and $BC = <c>$. The bisector of angle $A$ meets $BC$ at $D$. What is $BD$?")
        .worded(
            "The angle bisector from $A$ in triangle $ABC$ meets the side $BC$ at $D$. If $AB = <a>$, $AC = <b>$ and $BC = <c>$, find the length of $BD$.")
        .drawn(
            draw -> {
              long left = draw.between(6, 40);
              long right = draw.between(6, 40);

              return Values.of(
                  left, right, draw.between(Math.abs(left - right) + 1, left + right - 1));
            },
            values ->
                values
                    .provided(values.a() + values.b() > values.c())
                    .with("sum", values.a() + values.b())
                    .working(
                        Fraction.of(values.c() * values.a(), values.a() + values.b()),
                        "The bisector divides the opposite side in the ratio of the adjacent sides: $BD : DC = <a> : <b>$.",
                        "So $BD$ is $<a>$ of $<a> + <b> = <sum>$ equal parts of $<c>$.",
                        "This is $BD = <c> \\cdot \\frac{<a>}{<sum>} = <answer>$."));
  }

  private static WordedFamily centroid() {
    return named("centroid", "Triangles", "Coordinate geometry")
        .needs("Medians and centroid", "Coordinate plane", "Mean")
        .worded(
            "The medians of the triangle with vertices $(<a>, <b>)$, $(<c>, <d>)$ and $(<e>, <f>)$ meet at $(x, y)$. What is $x + y$?")
        .worded(
            "Find the sum of the coordinates of the centroid of the triangle with vertices $(<a>, <b>)$, $(<c>, <d>)$ and $(<e>, <f>)$.")
        .drawn(
            draw ->
                Values.of(
                    draw.between(-9, 9),
                    draw.between(-9, 9),
                    draw.between(10, 20),
                    draw.between(-9, 9),
                    draw.between(-9, 20),
                    draw.between(21, 30)),
            values -> {
              Fraction x = Fraction.of(values.a() + values.c() + values.at("e"), 3);
              Fraction y = Fraction.of(values.b() + values.d() + values.at("f"), 3);

              return values
                  .with("x", x)
                  .with("y", y)
                  .working(
                      x.plus(y),
                      "The medians meet at the centroid, whose coordinates are the means of the vertices' coordinates.",
                      "So $x = \\frac{(<a>) + (<c>) + (<e>)}{3} = <x>$ and $y = \\frac{(<b>) + (<d>) + (<f>)}{3} = <y>$.",
                      "The sum is $<answer>$.");
            });
  }

  private static WordedFamily altitude() {
    return named("altitude", "Triangles", "Geometry")
        .needs("Altitudes and orthocenter", "Area of a triangle", "Pythagorean theorem")
        .worded(
            "A right triangle has legs of length <a> and <b>. How long is the altitude to its hypotenuse?")
        .worded(
            "In triangle $ABC$ the angle at $C$ is a right angle, $AC = <a>$ and $BC = <b>$. Find the length of the altitude from $C$.")
        .drawn(
            PythagoreanTriples::drawn,
            values -> {
              long hypotenuse =
                  Integers.exactRoot(values.a() * values.a() + values.b() * values.b());

              return values
                  .with("hypotenuse", hypotenuse)
                  .with("product", values.a() * values.b())
                  .working(
                      Fraction.of(values.a() * values.b(), hypotenuse),
                      "The hypotenuse is $\\sqrt{<a>^2 + <b>^2} = <hypotenuse>$.",
                      "Twice the area is $<a> \\cdot <b> = <product>$, and also the hypotenuse times the altitude $h$: $<hypotenuse>h = <product>$.",
                      "So $h = \\frac{<product>}{<hypotenuse>} = <answer>$.");
            });
  }

  private static WordedFamily incircle() {
    return named("incircle", "Triangles", "Circles")
        .needs(
            "Circumscribed and inscribed circles",
            "Pythagorean theorem",
            "Properties of circles",
            "Chords and tangents")
        .worded(
            "A circle is inscribed in a right triangle with legs <a> and <b>. What is its radius?")
        .worded(
            "The legs of a right triangle are <a> cm and <b> cm long. Find the radius of its incircle in centimetres.")
        .drawn(
            PythagoreanTriples::drawn,
            values -> {
              long hypotenuse =
                  Integers.exactRoot(values.a() * values.a() + values.b() * values.b());

              return values
                  .with("hypotenuse", hypotenuse)
                  .with("double", values.a() + values.b() - hypotenuse)
                  .working(
                      Fraction.of(values.a() + values.b() - hypotenuse, 2),
                      "The hypotenuse is $\\sqrt{<a>^2 + <b>^2} = <hypotenuse>$.",
                      "The tangents from a vertex are equally long, so with the radius $r$ the hypotenuse is $(<a> - r) + (<b> - r)$.",
                      "This gives $2r = <a> + <b> - <hypotenuse> = <double>$ and $r = <answer>$.");
            });
  }
}
