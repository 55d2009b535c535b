package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of circles with lines, and of quadrilaterals and polygons. */
final class FigureFamilies {
  private FigureFamilies() {}

  static List<WordedFamily> all() {
    return List.of(
        tangent(),
        sector(),
        inscribedAngle(),
        square(),
        diagonals(),
        rhombus(),
        trapezoid(),
        tiles(),
        quadrilateral());
  }

  private static WordedFamily tangent() {
    return named("tangent-length", "Circles", "Geometry")
        .needs("Chords and tangents", "Properties of circles", "Pythagorean theorem")
        .worded(
            "A point lies <a> cm from the centre of a circle of radius <b> cm. How many centimetres long is a tangent from the point to the circle?")
        .worded(
            "From a point $P$ with $OP = <a>$ a tangent is drawn to the circle with centre $O$ and radius <b>. Find the length of the tangent from $P$ to the point of contact.")
        .drawn(
            draw -> {
              Values triple = PythagoreanTriples.drawn(draw);

              return Values.of(triple.c(), triple.a());
            },
            values -> {
              long square = values.a() * values.a() - values.b() * values.b();

              return values
                  .provided(values.a() > values.b() && values.b() > 0)
                  .with("square", square)
                  .working(
                      Integers.squareRoot(square),
                      "The tangent is perpendicular to the radius at the point of contact.",
                      "By the Pythagorean theorem the square of its length is $<a>^2 - <b>^2 = <square>$.",
                      "So the length is $\\sqrt{<square>} = <answer>$.");
            });
  }

  private static WordedFamily sector() {
    return named("sector-area", "Circles", "Geometry")
        .needs("Sectors and arcs", "Area of a circle", "Fraction of a quantity")
        .worded(
            "A sector of a circle of radius <a> has a central angle of <b> degrees. What is its area, in terms of $\\pi$?")
        .worded(
            "A sprinkler reaches <a> metres far and turns through <b> degrees. How many square metres does it water, in terms of $\\pi$?")
        .drawn(
            draw -> Values.of(draw.between(2, 40), 15 * draw.between(2, 23)),
            values -> {
              Fraction share = Fraction.of(values.b(), 360);
              long square = values.a() * values.a();

              return values
                  .with("share", share)
                  .with("square", square)
                  .working(
                      share.times(Fraction.of(square)).latex("\\pi"),
                      "The sector is $\\frac{<b>}{360} = <share>$ of the circle.",
                      "The whole circle has the area $\\pi \\cdot <a>^2 = <square>\\pi$.",
                      "The area of the sector is $<share> \\cdot <square>\\pi = <answer>$.");
            });
  }

  private static WordedFamily inscribedAngle() {
    return named("inscribed-angle", "Circles", "Geometry")
        .needs("Inscribed angles", "Sectors and arcs", "Angle relationships")
        .worded(
            "The points $A$, $B$, $C$ and $D$ lie in this order on a circle. The arc from $B$ to $C$ measures <a> degrees and the arc from $C$ to $D$ measures <b> degrees. How many degrees does angle $BAD$ have?")
        .worded(
            "A quadrilateral $ABCD$ is inscribed in a circle so that the arcs $BC$ and $CD$, which do not contain $A$, measure <a> and <b> degrees. Find angle $BAD$ in degrees.")
        .drawn(
            draw -> Values.of(draw.between(20, 150), draw.between(20, 150)),
            values ->
                values
                    .provided(values.a() + values.b() < 360)
                    .with("arc", values.a() + values.b())
                    .working(
                        Fraction.of(values.a() + values.b(), 2),
                        "Angle $BAD$ is inscribed in the arc from $B$ to $D$, which measures $<a> + <b> = <arc>$ degrees.",
                        "An inscribed angle is half of its arc: $<arc> \\div 2 = <answer>$ degrees."));
  }

  private static WordedFamily square() {
    return named("square-area", "Polygons", "Geometry")
        .needs("Area of a square", "Squares and powers", "Perimeter of a rectangle")
        .worded(
            "A square <shape> has a perimeter of <a> metres. What is its area in square metres?")
        .worded(
            "It takes <a> metres of edging to go once round a square <shape>. How many square metres is its area?")
        .drawn(
            draw -> Values.of(4 * draw.between(3, 250)),
            values -> {
              Fraction side = Fraction.of(values.a(), 4);

              return values
                  .with("side", side)
                  .working(
                      side.times(side),
                      "The four sides are equal, so each is $<a> \\div 4 = <side>$ metres.",
                      "The area is $<side> \\cdot <side> = <answer>$ square metres.");
            });
  }

  private static WordedFamily diagonals() {
    return named("polygon-diagonals", "Polygons", "Geometry")
        .needs("Diagonals", "Counting", "Combinations")
        .worded("How many diagonals does a convex polygon with <a> sides have?")
        .worded("Find the number of diagonals of a convex <a>-gon.")
        .drawn(
            draw -> Values.of(draw.between(5, 400)),
            values ->
                values
                    .provided(values.a() >= 3)
                    .with("less", values.a() - 3)
                    .with("ends", values.a() * (values.a() - 3))
                    .working(
                        values.a() * (values.a() - 3) / 2,
                        "From each vertex a diagonal leads to all vertices but itself and its two neighbours: $<a> - 3 = <less>$ diagonals.",
                        "That makes $<a> \\cdot <less> = <ends>$ ends of diagonals, two for each diagonal.",
                        "So there are $<ends> \\div 2 = <answer>$ diagonals."));
  }

  private static WordedFamily rhombus() {
    return named("rhombus-perimeter", "Polygons", "Geometry")
        .needs("Parallelograms and rhombuses", "Diagonals", "Pythagorean theorem")
        .worded("A rhombus has diagonals of length <a> and <b>. What is its perimeter?")
        .worded(
            "The diagonals of a rhombus are <a> cm and <b> cm long. Find its perimeter in centimetres.")
        .drawn(
            draw -> {
              Values triple = PythagoreanTriples.drawn(draw);

              return Values.of(2 * triple.a(), 2 * triple.b());
            },
            values -> {
              Fraction first = Fraction.of(values.a(), 2);
              Fraction second = Fraction.of(values.b(), 2);
              long square = first.times(first).plus(second.times(second)).provenWhole();
              long side = Integers.exactRoot(square);

              return values
                  .with("first", first)
                  .with("second", second)
                  .with("side", side)
                  .working(
                      4 * side,
                      "The diagonals of a rhombus bisect each other at right angles, which makes right triangles with the legs <first> and <second>.",
                      "So each side is $\\sqrt{<first>^2 + <second>^2} = <side>$.",
                      "The perimeter is $4 \\cdot <side> = <answer>$.");
            });
  }

  private static WordedFamily trapezoid() {
    return named("trapezoid-area", "Polygons", "Geometry")
        .needs("Trapezoids", "Properties of quadrilaterals", "Area of a trapezoid")
        .worded(
            "The parallel sides of a trapezoid are <a> cm and <b> cm long, and its height is <c> cm. What is its area in square centimetres?")
        .worded(
            "A trapezoid has bases of <a> and <b> metres and a height of <c> metres. Find its area in square metres.")
        .drawn(
            draw -> {
              long shorter = draw.between(3, 30);

              return Values.of(shorter, shorter + draw.between(2, 30), draw.between(2, 30));
            },
            values ->
                values
                    .with("sum", values.a() + values.b())
                    .working(
                        Fraction.of((values.a() + values.b()) * values.c(), 2),
                        "The parallel sides add up to $<a> + <b> = <sum>$.",
                        "The area is half of their sum times the height: $\\frac{1}{2} \\cdot <sum> \\cdot <c> = <answer>$."));
  }

  private static WordedFamily tiles() {
    return named("tiles", "Polygons", "Measurement")
        .needs("Tilings and grids", "Area of a rectangle", "Unit conversion", "Division")
        .worded(
            "A floor of <a> metres by <b> metres is covered with square tiles of <c> cm by <c> cm. How many tiles are needed?")
        .worded(
            "How many square tiles with a side of <c> centimetres does it take to tile a wall that is <a> metres long and <b> metres high?")
        .drawn(
            draw -> Values.of(draw.between(2, 20), draw.between(2, 15), draw.oneOf(10, 20, 25, 50)),
            values -> {
              long along = Fraction.of(100 * values.a(), values.c()).provenWhole();
              long across = Fraction.of(100 * values.b(), values.c()).provenWhole();

              return values
                  .with("length", 100 * values.a())
                  .with("width", 100 * values.b())
                  .with("along", along)
                  .with("across", across)
                  .working(
                      along * across,
                      "Along the side of $<length>$ cm there are $<length> \\div <c> = <along>$ tiles.",
                      "Along the side of $<width>$ cm there are $<width> \\div <c> = <across>$ tiles.",
                      "In all that is $<along> \\cdot <across> = <answer>$ tiles.");
            });
  }

  private static WordedFamily quadrilateral() {
    return named("quadrilateral-angle", "Polygons", "Geometry")
        .needs("Properties of quadrilaterals", "Angle relationships", "Interior angles of polygons")
        .worded(
            "Three angles of a quadrilateral measure <a>, <b> and <c> degrees. How many degrees does the fourth angle have?")
        .worded(
            "In quadrilateral $ABCD$ the angles at $A$, $B$ and $C$ are <a>, <b> and <c> degrees. Find the angle at $D$ in degrees.")
        .drawn(
            draw -> draw.values(3, 50, 118),
            values -> {
              long sum = values.a() + values.b() + values.c();

              return values
                  .provided(sum < 360)
                  .with("sum", sum)
                  .working(
                      360 - sum,
                      "A diagonal divides the quadrilateral into two triangles, so its angles add up to $2 \\cdot 180 = 360$ degrees.",
                      "Three of them make $<a> + <b> + <c> = <sum>$ degrees.",
                      "The fourth is $360 - <sum> = <answer>$ degrees.");
            });
  }
}
