package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of volumes and surfaces. */
final class SolidGeometryFamilies {
  private SolidGeometryFamilies() {}

  static List<WordedFamily> all() {
    return List.of(box(), cylinder(), cone(), sphere(), filling());
  }

  private static WordedFamily box() {
    return named("box-surface", "Solid geometry", "Geometry")
        .needs("Surface area", "Rectangular prisms", "Volume of a prism")
        .worded(
            "A closed box is <a> cm long, <b> cm wide and <c> cm high. What is its surface area in square centimetres?")
        .worded(
            "<name> wraps a box that measures <a> cm by <b> cm by <c> cm. How many square centimetres of"
                + " paper cover it exactly?")
        .drawn(
            draw -> draw.values(3, 3, 30),
            values -> {
              long base = values.a() * values.b();
              long front = values.a() * values.c();
              long side = values.b() * values.c();

              return values
                  .with("base", base)
                  .with("front", front)
                  .with("side", side)
                  .working(
                      2 * (base + front + side),
                      "The three kinds of faces have the areas $<a> \\cdot <b> = <base>$, $<a> \\cdot <c> ="
                          + " <front>$ and $<b> \\cdot <c> = <side>$.",
                      "Each occurs twice: $2(<base> + <front> + <side>) = <answer>$.");
            });
  }

  private static WordedFamily cylinder() {
    return named("cylinder-volume", "Solid geometry", "Geometry")
        .needs("Volume of a cylinder", "Area of a circle", "Volume")
        .worded("Find the volume of a cylinder with radius <a> and height <b>, in terms of $\\pi$.")
        .worded(
            "A round tank has a radius of <a> metres and is filled with <liquid> to a height of <b>"
                + " metres. How many cubic metres does it hold, in terms of $\\pi$?")
        .drawn(
            draw -> Values.of(draw.between(2, 30), draw.between(2, 50)),
            values ->
                values.working(
                    values.a() * values.a() * values.b() + "\\pi",
                    "The base is a circle of area $\\pi \\cdot <a>^2$.",
                    "The volume is $\\pi \\cdot <a>^2 \\cdot <b> = <answer>$."));
  }

  private static WordedFamily cone() {
    return named("cone-volume", "Solid geometry", "Geometry")
        .needs("Volume of a cone", "Area of a circle", "Pyramids and cones")
        .worded(
            "A cone has a radius of <a> and a height of <b>. What is its volume in terms of $\\pi$?")
        .worded(
            "<name> fills a cone-shaped cup of radius <a> cm and height <b> cm. Find its volume in cubic centimetres, in terms of $\\pi$.")
        .drawn(
            draw -> Values.of(draw.between(2, 40), draw.between(2, 60)),
            values ->
                values.working(
                    Fraction.of(values.a() * values.a() * values.b(), 3).latex("\\pi"),
                    "A cone takes a third of the cylinder about it: $\\frac{1}{3}\\pi r^2 h$.",
                    "This is $\\frac{1}{3} \\cdot \\pi \\cdot <a>^2 \\cdot <b> = <answer>$."));
  }

  private static WordedFamily sphere() {
    return named("sphere-volume", "Solid geometry", "Geometry")
        .needs("Volume of a sphere", "Surface area of a sphere", "Cube roots")
        .worded("A sphere has a surface area of $<a>\\pi$. What is its volume in terms of $\\pi$?")
        .worded(
            "The surface of a ball measures $<a>\\pi$ square units. Find its volume in cubic units, in terms of $\\pi$.")
        .drawn(
            draw -> {
              long radius = draw.between(1, 200);

              return Values.of(4 * radius * radius);
            },
            values -> {
              long square = values.a() / 4;
              long radius = Integers.root(square);

              return values
                  .provided(values.a() == 4 * radius * radius)
                  .with("square", square)
                  .with("radius", radius)
                  .working(
                      Fraction.of(4 * Integers.power(radius, 3), 3).latex("\\pi"),
                      "From $4\\pi r^2 = <a>\\pi$ we have $r^2 = <square>$ and $r = <radius>$.",
                      "The volume is $\\frac{4}{3}\\pi r^3 = \\frac{4}{3}\\pi \\cdot <radius>^3 = <answer>$.");
            });
  }

  private static WordedFamily filling() {
    return named("cubes-in-box", "Solid geometry", "Geometry")
        .needs("Cubes", "Volume of a prism", "Volume", "Division")
        .worded(
            "How many cubes with edges of <d> cm fill a box of <a> cm by <b> cm by <c> cm completely?")
        .worded(
            "A crate measures <a> cm by <b> cm by <c> cm inside. How many cube-shaped packets with an edge"
                + " of <d> cm fit in it without a gap?")
        .drawn(
            draw -> {
              long edge = draw.between(2, 9);

              return Values.of(
                  edge * draw.between(2, 12),
                  edge * draw.between(2, 12),
                  edge * draw.between(2, 12),
                  edge);
            },
            values -> {
              long edge = values.d();

              return values
                  .provided(
                      values.a() % edge == 0 && values.b() % edge == 0 && values.c() % edge == 0)
                  .with("along", values.a() / edge)
                  .with("across", values.b() / edge)
                  .with("up", values.c() / edge)
                  .working(
                      values.a() / edge * (values.b() / edge) * (values.c() / edge),
                      "Along the three edges fit $<a> \\div <d> = <along>$, $<b> \\div <d> = <across>$ and"
                          + " $<c> \\div <d> = <up>$ cubes.",
                      "In all that is $<along> \\cdot <across> \\cdot <up> = <answer>$.");
            });
  }
}
