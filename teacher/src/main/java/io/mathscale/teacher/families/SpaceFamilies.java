package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of planes and vectors in space, linear maps, and complex numbers in the plane. */
final class SpaceFamilies {
  private SpaceFamilies() {}

  static List<WordedFamily> all() {
    return List.of(
        pyramid(),
        polyhedron(),
        plane(),
        crossProduct(),
        projection(),
        linearMap(),
        rootsOfUnity(),
        polarForm());
  }

  private static WordedFamily pyramid() {
    return named("pyramid-volume", "Solid geometry", "Geometry")
        .needs("Pyramids and tetrahedra", "Volume", "Area of a square")
        .worded(
            "A pyramid has a square base with sides of <a> cm and a height of <b> cm. What is its volume in cubic centimetres?")
        .worded(
            "Find the volume, in cubic metres, of a pyramid <b> metres high whose base is a square with a side length of <a> metres.")
        .drawn(
            draw -> Values.of(draw.between(2, 40), draw.between(3, 40)),
            values ->
                values
                    .with("base", values.a() * values.a())
                    .working(
                        Fraction.of(values.a() * values.a() * values.b(), 3),
                        "The base has the area $<a>^2 = <base>$.",
                        "The volume is a third of base times height: $\\frac{1}{3} \\cdot <base> \\cdot <b> = <answer>$."));
  }

  private static WordedFamily polyhedron() {
    return named("euler-formula", "Solid geometry", "Geometry")
        .needs("Polyhedra", "Euler's formula", "Counting")
        .worded("A convex polyhedron has <a> vertices and <b> edges. How many faces does it have?")
        .worded("Find the number of faces of a convex polyhedron with <b> edges and <a> vertices.")
        .drawn(
            draw -> {
              long vertices = draw.between(6, 60);
              long faces = draw.between(vertices / 2 + 3, 2 * vertices - 4);

              return Values.of(vertices, vertices + faces - 2);
            },
            values ->
                values
                    .provided(2 * values.b() >= 3 * values.a() && values.b() <= 3 * values.a() - 6)
                    .working(
                        values.b() - values.a() + 2,
                        "By Euler's formula vertices minus edges plus faces is 2: $<a> - <b> + F = 2$.",
                        "So $F = 2 + <b> - <a> = <answer>$."));
  }

  private static WordedFamily plane() {
    return named("distance-to-plane", "Solid geometry", "Vectors")
        .needs("Planes in space", "Magnitude of a vector", "Vector operations")
        .worded(
            "How far is the point $(<e>, <f>, <g>)$ from the plane $<a*>x <+b*>y <+c*>z = <d>$?")
        .worded(
            "Find the distance from $(<e>, <f>, <g>)$ to the plane with the equation $<a*>x <+b*>y <+c*>z = <d>$.")
        .drawn(
            draw -> {
              List<Long> normal =
                  draw.oneOf(
                      List.of(
                          List.of(1L, 2L, 2L),
                          List.of(2L, 3L, 6L),
                          List.of(1L, 4L, 8L),
                          List.of(4L, 4L, 7L),
                          List.of(2L, 6L, 9L)));

              return Values.of(
                  normal.get(0),
                  draw.oneOf(-1, 1) * normal.get(1),
                  draw.oneOf(-1, 1) * normal.get(2),
                  draw.between(61, 200),
                  draw.between(-2, 2),
                  draw.between(-2, 2),
                  draw.between(-2, 2));
            },
            values -> {
              long value =
                  values.a() * values.at("e")
                      + values.b() * values.at("f")
                      + values.c() * values.at("g");
              long length =
                  Integers.exactRoot(
                      values.a() * values.a() + values.b() * values.b() + values.c() * values.c());
              long off = Math.abs(value - values.d());

              return values
                  .with("value", value)
                  .with("length", length)
                  .with("off", off)
                  .working(
                      Fraction.of(off, length),
                      "The normal vector $(<a>, <b>, <c>)$ has the length $\\sqrt{(<a>)^2 + (<b>)^2 + (<c>)^2} = <length>$.",
                      "At the point the left side is $<value>$, which differs from $<d>$ by $<off>$.",
                      "The distance is $\\frac{<off>}{<length>} = <answer>$.");
            });
  }

  private static WordedFamily crossProduct() {
    return named("cross-product", "Vectors", "Algebra")
        .needs("Cross product", "Vector operations", "Determinants")
        .worded(
            "The cross product of $(<a>, <b>, <c>)$ and $(<d>, <e>, <f>)$ is $(x, y, z)$. What is $x + y + z$?")
        .worded(
            "Find the sum of the components of $\\mathbf{u} \\times \\mathbf{v}$ for $\\mathbf{u} = (<a>, <b>, <c>)$ and $\\mathbf{v} = (<d>, <e>, <f>)$.")
        .drawn(
            draw -> draw.values(6, -6, 9),
            values -> {
              long x = values.b() * values.at("f") - values.c() * values.at("e");
              long y = values.c() * values.d() - values.a() * values.at("f");
              long z = values.a() * values.at("e") - values.b() * values.d();

              return values
                  .with("x", x)
                  .with("y", y)
                  .with("z", z)
                  .working(
                      x + y + z,
                      "The first component is $(<b>)(<f>) - (<c>)(<e>) = <x>$.",
                      "The second is $(<c>)(<d>) - (<a>)(<f>) = <y>$ and the third $(<a>)(<e>) - (<b>)(<d>) = <z>$.",
                      "Their sum is $<x> <+y> <+z> = <answer>$.");
            });
  }

  private static WordedFamily projection() {
    return named("projection", "Vectors", "Geometry")
        .needs("Projection of vectors", "Dot product", "Magnitude of a vector")
        .worded(
            "How long is the projection of the vector $(<a>, <b>)$ onto the vector $(<c>, <d>)$?")
        .worded(
            "Find the length of the orthogonal projection of $(<a>, <b>)$ onto the direction of $(<c>, <d>)$.")
        .drawn(
            draw -> {
              Values triple = PythagoreanTriples.drawn(draw);

              return Values.of(
                  draw.nonZero(-12, 12), draw.nonZero(-12, 12), triple.a(), triple.b());
            },
            values -> {
              long product = values.a() * values.c() + values.b() * values.d();
              long length = Integers.exactRoot(values.c() * values.c() + values.d() * values.d());

              return values
                  .with("product", product)
                  .with("size", Math.abs(product))
                  .with("length", length)
                  .working(
                      Fraction.of(Math.abs(product), length),
                      "The dot product is $(<a>)(<c>) + (<b>)(<d>) = <product>$.",
                      "The second vector has the length $\\sqrt{<c>^2 + <d>^2} = <length>$.",
                      "The projection is the size of their quotient: $\\frac{<size>}{<length>} = <answer>$.");
            });
  }

  private static WordedFamily linearMap() {
    return named("linear-map", "Matrices", "Vectors")
        .needs("Linear transformations", "Matrix operations", "Vector operations")
        .worded(
            "A linear transformation takes $(1, 0)$ to $(<a>, <b>)$ and $(0, 1)$ to $(<c>, <d>)$. It takes $(<e>, <f>)$ to $(x, y)$. What is $x + y$?")
        .worded(
            "Let $T$ be the linear map of the plane with $T(1, 0) = (<a>, <b>)$ and $T(0, 1) = (<c>, <d>)$. Find the sum of the components of $T(<e>, <f>)$.")
        .drawn(
            draw ->
                Values.of(
                    draw.between(-9, 9),
                    draw.between(-9, 9),
                    draw.between(-9, 9),
                    draw.between(-9, 9),
                    draw.nonZero(-6, 8),
                    draw.nonZero(-6, 8)),
            values -> {
              long x = values.at("e") * values.a() + values.at("f") * values.c();
              long y = values.at("e") * values.b() + values.at("f") * values.d();

              return values
                  .with("x", x)
                  .with("y", y)
                  .working(
                      x + y,
                      "By linearity the image is $<e> \\cdot (<a>, <b>) + (<f>) \\cdot (<c>, <d>) = (<x>, <y>)$.",
                      "The sum of its components is $<x> <+y> = <answer>$.");
            });
  }

  private static WordedFamily rootsOfUnity() {
    return named("common-roots-of-unity", "Complex numbers", "Number theory")
        .needs("Roots of unity", "Greatest common divisor", "Powers of complex numbers")
        .worded("How many complex numbers $z$ satisfy both $z^{<a>} = 1$ and $z^{<b>} = 1$?")
        .worded(
            "Find the number of complex numbers that are roots of unity of order <a> as well as of order <b>, that is with $z^{<a>} = z^{<b>} = 1$.")
        .drawn(
            draw -> {
              long common = draw.between(2, 15);

              return Values.of(common * draw.between(2, 12), common * draw.between(2, 12));
            },
            values ->
                values
                    .provided(values.a() > 0 && values.b() > 0)
                    .working(
                        Integers.gcd(values.a(), values.b()),
                        "The solutions of $z^n = 1$ are the powers of $e^{2\\pi i/n}$, so both hold exactly if $z^g = 1$ for the greatest common divisor $g$ of <a> and <b>.",
                        "There are as many such numbers as $g = \\gcd(<a>, <b>) = <answer>$."));
  }

  private static WordedFamily polarForm() {
    return named("de-moivre", "Complex numbers", "Trigonometry")
        .needs("Polar form of complex numbers", "Powers of complex numbers", "Remainders")
        .worded(
            "Let $z = <a>(\\cos <b>^\\circ + i \\sin <b>^\\circ)$. What is the argument of $z^{<c>}$ in degrees, from 0 up to but not including 360?")
        .worded(
            "A complex number has the modulus <a> and the argument <b> degrees. Find the argument of its power with exponent <c>, as a number of degrees at least 0 and below 360.")
        .drawn(
            draw -> Values.of(draw.between(2, 9), draw.between(10, 350), draw.between(2, 12)),
            values -> {
              long product = values.b() * values.c();

              return values
                  .provided(product >= 0 && values.a() > 0)
                  .with("product", product)
                  .with("turns", product / 360)
                  .with("whole", product / 360 * 360)
                  .working(
                      product % 360,
                      "By de Moivre's theorem a power multiplies the argument by its exponent: $<c> \\cdot <b> = <product>$ degrees.",
                      "Without the $<turns>$ full turns, this is $<product> - <whole> = <answer>$ degrees.");
            });
  }
}
