package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of triangles, circles and polygons. */
final class PlaneGeometryFamilies {
  private PlaneGeometryFamilies() {}

  static List<WordedFamily> all() {
    return List.of(ladder(), triangleAngle(), circleArea(), polygon(), similar());
  }

  private static WordedFamily ladder() {
    return named("pythagoras", "Geometry", "Triangles")
        .needs("Pythagorean theorem", "Right triangles", "Square roots")
        .worded("A right triangle has legs of length <a> and <b>. How long is its hypotenuse?")
        .worded(
            "<name> walks <a> metres east and then <b> metres north. How many metres is <name> now from"
                + " the start, in a straight line?")
        .drawn(
            draw -> {
              long larger = draw.between(2, 12);
              long smaller = draw.between(1, larger - 1);
              long scale = draw.between(1, 6);

              return Values.of(
                  scale * (larger * larger - smaller * smaller), scale * 2 * larger * smaller);
            },
            values -> {
              long square = values.a() * values.a() + values.b() * values.b();

              return values
                  .with("first", values.a() * values.a())
                  .with("second", values.b() * values.b())
                  .with("square", square)
                  .working(
                      Integers.squareRoot(square),
                      "By the Pythagorean theorem the square of the distance is $<a>^2 + <b>^2 = <first> +"
                          + " <second> = <square>$.",
                      "So it is $\\sqrt{<square>} = <answer>$.");
            });
  }

  private static WordedFamily triangleAngle() {
    return named("triangle-angles", "Geometry", "Triangles")
        .needs("Angle sum of a triangle", "Angle relationships", "Setting up equations")
        .worded(
            "The angles of a triangle are in the ratio $<a> : <b> : <c>$. How many degrees does the"
                + " largest angle have?")
        .worded(
            "A triangle has angles of $<a>x$, $<b>x$ and $<c>x$ degrees. Find the measure of its largest"
                + " angle in degrees.")
        .drawn(
            draw -> draw.values(3, 2, 16),
            values -> {
              long parts = values.a() + values.b() + values.c();
              long most = Math.max(values.a(), Math.max(values.b(), values.c()));

              return values
                  .with("parts", parts)
                  .with("most", most)
                  .with("part", Fraction.of(180, parts))
                  .working(
                      Fraction.of(180 * most, parts),
                      "The angles add up to 180 degrees: $<a>x + <b>x + <c>x = <parts>x = 180$, so $x ="
                          + " <part>$.",
                      "The largest angle is $<most>x = <answer>$ degrees.");
            });
  }

  private static WordedFamily circleArea() {
    return named("circle-area", "Geometry", "Circles")
        .needs("Area of a circle", "Circumference of a circle", "Properties of circles")
        .worded(
            "The circumference of a circle is $<a>\\pi$ centimetres. What is its area in square centimetres?")
        .worded(
            "A round <shape> has a circumference of $<a>\\pi$ metres. Find its area in square metres, in"
                + " terms of $\\pi$.")
        .drawn(
            draw -> Values.of(2 * draw.between(2, 250)),
            values -> {
              Fraction radius = Fraction.of(values.a(), 2);

              return values
                  .with("radius", radius)
                  .working(
                      radius.times(radius).latex("\\pi"),
                      "From $2\\pi r = <a>\\pi$ the radius is $r = <radius>$.",
                      "The area is $\\pi r^2 = <answer>$.");
            });
  }

  private static WordedFamily polygon() {
    return named("polygon-angles", "Geometry", "Polygons")
        .needs("Interior angles of polygons", "Regular polygons", "Angle relationships")
        .worded(
            "How many degrees does each interior angle of a regular polygon with <a> sides have?")
        .worded(
            "Find the measure, in degrees, of one interior angle of a regular <a>-sided polygon.")
        .drawn(
            draw -> Values.of(draw.between(5, 400)),
            values ->
                values
                    .provided(values.a() >= 3)
                    .with("less", values.a() - 2)
                    .with("sum", 180 * (values.a() - 2))
                    .working(
                        Fraction.of(180 * (values.a() - 2), values.a()),
                        "The interior angles add up to $(<a> - 2) \\cdot 180 = <less> \\cdot 180 = <sum>$"
                            + " degrees.",
                        "Each of the <a> equal angles is $<sum> \\div <a> = <answer>$ degrees."));
  }

  private static WordedFamily similar() {
    return named("shadow", "Geometry", "Triangles")
        .needs("Similar triangles", "Proportional reasoning", "Ratios")
        .worded(
            "A post <a> metres high casts a shadow of <b> metres. At the same time a tower casts a shadow"
                + " of <c> metres. How many metres high is the tower?")
        .worded(
            "<name> sees that a stick of <a> metres has a shadow of <b> metres while a tree has one of"
                + " <c> metres. How tall is the tree in metres?")
        .drawn(
            draw -> {
              long height = draw.between(2, 9);
              long shadow = draw.otherThan(height, 2, 12);

              return Values.of(height, shadow, shadow * draw.between(2, 25));
            },
            values ->
                values
                    .with("ratio", Fraction.of(values.a(), values.b()))
                    .working(
                        Fraction.of(values.a() * values.c(), values.b()),
                        "The sun makes similar triangles, so height and shadow have the same ratio,"
                            + " $\\frac{<a>}{<b>} = <ratio>$.",
                        "The height is $<ratio> \\cdot <c> = <answer>$ metres."));
  }
}
