package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of vectors, matrices and complex numbers. */
final class VectorFamilies {
  private VectorFamilies() {}

  static List<WordedFamily> all() {
    return List.of(
        dotProduct(),
        magnitude(),
        determinant(),
        matrixProduct(),
        complexProduct(),
        modulus(),
        imaginaryPower());
  }

  private static WordedFamily dotProduct() {
    return named("dot-product", "Vectors", "Algebra")
        .needs("Dot product", "Orthogonal vectors", "Vector operations", "Solving linear equations")
        .worded(
            "For which $k$ are the vectors $(<a>, <b>, k)$ and $(<c>, <d>, <e>)$ perpendicular?")
        .worded("The vectors $(<a>, <b>, k)$ and $(<c>, <d>, <e>)$ are orthogonal. Find $k$.")
        .drawn(
            draw ->
                Values.of(
                    draw.between(-9, 9),
                    draw.between(-9, 9),
                    draw.nonZero(-9, 9),
                    draw.nonZero(-9, 9),
                    draw.nonZero(-6, 6)),
            values -> {
              long rest = values.a() * values.c() + values.b() * values.d();

              return values
                  .with("rest", rest)
                  .with("minus", -rest)
                  .working(
                      Fraction.of(-rest, values.at("e")),
                      "Their dot product must be 0: $(<a>)(<c>) + (<b>)(<d>) <+e*>k = <rest> <+e*>k = 0$.",
                      "So $<e*>k = <minus>$ and $k = <answer>$.");
            });
  }

  private static WordedFamily magnitude() {
    return named("vector-magnitude", "Vectors", "Geometry")
        .needs("Magnitude of a vector", "Vector operations", "Vector addition", "Distance formula")
        .worded(
            "Let $\\mathbf{u} = (<a>, <b>)$ and $\\mathbf{v} = (<c>, <d>)$. What is the length of $\\mathbf{u} + \\mathbf{v}$?")
        .worded(
            "Find $\\|\\mathbf{u} + \\mathbf{v}\\|$ for $\\mathbf{u} = (<a>, <b>)$ and $\\mathbf{v} = (<c>, <d>)$.")
        .drawn(
            draw ->
                Values.of(
                    draw.between(-12, 12),
                    draw.between(-12, 12),
                    draw.between(13, 25),
                    draw.between(-12, 12)),
            values -> {
              long x = values.a() + values.c();
              long y = values.b() + values.d();

              return values
                  .with("x", x)
                  .with("y", y)
                  .with("square", x * x + y * y)
                  .working(
                      Integers.squareRoot(x * x + y * y),
                      "The sum is $\\mathbf{u} + \\mathbf{v} = (<x>, <y>)$.",
                      "Its length is $\\sqrt{(<x>)^2 + (<y>)^2} = \\sqrt{<square>} = <answer>$.");
            });
  }

  private static WordedFamily determinant() {
    return named("determinant", "Matrices", "Linear algebra")
        .needs("Determinants", "Singular matrices", "Matrix operations", "Inverse matrices")
        .worded(
            "Find the determinant of $\\begin{pmatrix} <a> & <b> \\\\ <c> & <d> \\end{pmatrix}$.")
        .worded("Compute $\\begin{vmatrix} <a> & <b> \\\\ <c> & <d> \\end{vmatrix}$.")
        .drawn(
            draw -> draw.values(4, -12, 12),
            values ->
                values
                    .with("first", values.a() * values.d())
                    .with("second", values.b() * values.c())
                    .working(
                        values.a() * values.d() - values.b() * values.c(),
                        "The determinant of a $2 \\times 2$ matrix is $ad - bc$.",
                        "Here it is $(<a>)(<d>) - (<b>)(<c>) = <first> - (<second>) = <answer>$."));
  }

  private static WordedFamily matrixProduct() {
    return named("matrix-square", "Matrices", "Linear algebra")
        .needs("Matrix multiplication", "Matrix operations", "Trace of a matrix", "Eigenvalues")
        .worded(
            "Let $A = \\begin{pmatrix} <a> & <b> \\\\ <c> & <d> \\end{pmatrix}$. What is the sum of the diagonal entries of $A^2$?")
        .worded(
            "For $A = \\begin{pmatrix} <a> & <b> \\\\ <c> & <d> \\end{pmatrix}$ find the trace of $A^2$.")
        .drawn(
            draw -> draw.values(4, -9, 9),
            values -> {
              long cross = values.b() * values.c();

              return values
                  .with("first", values.a() * values.a() + cross)
                  .with("last", values.d() * values.d() + cross)
                  .working(
                      values.a() * values.a() + 2 * cross + values.d() * values.d(),
                      "The diagonal entries of $A^2$ are $(<a>)^2 + (<b>)(<c>) = <first>$ and $(<c>)(<b>) +"
                          + " (<d>)^2 = <last>$.",
                      "Their sum is $<first> + (<last>) = <answer>$.");
            });
  }

  private static WordedFamily complexProduct() {
    return named("complex-product", "Complex numbers", "Algebra")
        .needs(
            "Operations with complex numbers",
            "Multiplying complex numbers",
            "Imaginary unit",
            "Distributive property")
        .worded("Compute $(<a> <+b*>i)(<c> <+d*>i)$.")
        .worded("Write $(<a> <+b*>i)(<c> <+d*>i)$ in the form $x + yi$ with real $x$ and $y$.")
        .drawn(
            draw ->
                Values.of(
                    draw.nonZero(-9, 9),
                    draw.nonZero(-9, 9),
                    draw.nonZero(-9, 9),
                    draw.nonZero(-9, 9)),
            values -> {
              long real = values.a() * values.c() - values.b() * values.d();
              long imaginary = values.a() * values.d() + values.b() * values.c();

              return values
                  .with("ac", values.a() * values.c())
                  .with("mixed", imaginary)
                  .with("bd", values.b() * values.d())
                  .working(
                      complex(real, imaginary),
                      "Expanding gives $<ac> <+mixed>i + (<bd>)i^2$.",
                      "As $i^2 = -1$, this is $<answer>$.");
            });
  }

  private static WordedFamily modulus() {
    return named("complex-modulus", "Complex numbers", "Geometry")
        .needs("Modulus of a complex number", "Absolute value", "Complex plane")
        .worded("What is the modulus of $<a> <+b*>i$?")
        .worded("Find $|<a> <+b*>i|$, where $i^2 = -1$.")
        .drawn(
            draw -> Values.of(draw.nonZero(-40, 40), draw.nonZero(-40, 40)),
            values -> {
              long square = values.a() * values.a() + values.b() * values.b();

              return values
                  .with("square", square)
                  .working(
                      Integers.squareRoot(square),
                      "The modulus of $x + yi$ is $\\sqrt{x^2 + y^2}$.",
                      "Here it is $\\sqrt{(<a>)^2 + (<b>)^2} = \\sqrt{<square>} = <answer>$.");
            });
  }

  private static WordedFamily imaginaryPower() {
    return named("imaginary-power", "Complex numbers", "Exponents and logarithms")
        .needs("Powers of the imaginary unit", "Imaginary unit", "Remainders", "Patterns")
        .worded("Simplify $i^{<a>} + i^{<b>}$, where $i$ is the imaginary unit.")
        .worded("If $i^2 = -1$, what is $i^{<a>} + i^{<b>}$?")
        .drawn(
            draw -> Values.of(draw.between(5, 400), draw.between(5, 400)),
            values -> {
              long first = Math.floorMod(values.a(), 4);
              long second = Math.floorMod(values.b(), 4);
              long real = realPart(first) + realPart(second);
              long imaginary = realPart(first + 3) + realPart(second + 3);

              return values
                  .with("first", first)
                  .with("second", second)
                  .working(
                      complex(real, imaginary),
                      "The powers of $i$ repeat with period 4: $1, i, -1, -i$.",
                      "Divided by 4, the exponents leave $<first>$ and $<second>$, so the sum is that of"
                          + " $i^{<first>}$ and $i^{<second>}$, namely $<answer>$.");
            });
  }

  /** Returns the real part of a power of i: 1, 0, -1, 0 and so on. */
  private static long realPart(long exponent) {
    return exponent % 2 == 1 ? 0 : 1 - exponent % 4;
  }

  private static String complex(long real, long imaginary) {
    if (imaginary == 0) {
      return Long.toString(real);
    }

    String size = Math.abs(imaginary) == 1 ? "i" : Math.abs(imaginary) + "i";

    if (real == 0) {
      return imaginary < 0 ? "-" + size : size;
    }

    return real + (imaginary < 0 ? " - " : " + ") + size;
  }
}
