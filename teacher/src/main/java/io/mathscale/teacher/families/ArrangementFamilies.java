package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of arrangements, paths, subsets and shares. */
final class ArrangementFamilies {
  private ArrangementFamilies() {}

  static List<WordedFamily> all() {
    return List.of(roundTable(), paths(), pascal(), subsets(), shares());
  }

  private static WordedFamily roundTable() {
    return named("round-table", "Combinatorics", "Counting")
        .needs("Circular arrangements", "Permutations", "Factorials")
        .worded(
            "<a> <people>, among them <name> and <other>, sit at a round table. In how many ways can they sit if <name> and <other> must be neighbours? Rotations of a seating count as the same.")
        .worded(
            "In how many ways can <a> <people> take the <a> seats at a round table so that <name> sits next to <other>, both being among them, if seatings that differ by a rotation are not told apart?")
        .drawn(
            draw -> Values.of(draw.between(4, 13)),
            values -> {
              values.provided(values.a() >= 3 && values.a() <= 20);
              long orders = 1;

              for (long seat = 2; seat <= values.a() - 2; seat++) {
                orders *= seat;
              }

              return values
                  .with("blocks", values.a() - 1)
                  .with("free", values.a() - 2)
                  .with("orders", orders)
                  .working(
                      2 * orders,
                      "Take the two neighbours as one block, which leaves $<a> - 1 = <blocks>$ things to seat.",
                      "At a round table there are $(<blocks> - 1)! = <free>! = <orders>$ ways.",
                      "Within the block the two can change places: $2 \\cdot <orders> = <answer>$.");
            });
  }

  private static WordedFamily paths() {
    return named("lattice-paths", "Combinatorics", "Coordinate geometry")
        .needs("Counting paths", "Combinations", "Multiplication principle", "Tilings and grids")
        .worded(
            "How many paths lead from $(0, 0)$ to $(<a>, <b>)$ through $(<c>, <d>)$ if each step goes one unit to the right or one unit up?")
        .worded(
            "An ant walks on a grid from $(0, 0)$ to $(<a>, <b>)$, always one unit right or up, and must pass $(<c>, <d>)$. How many ways does it have?")
        .drawn(
            draw -> {
              long x = draw.between(1, 5);
              long y = draw.between(1, 5);

              return Values.of(x + draw.between(1, 5), y + draw.between(1, 5), x, y);
            },
            values -> {
              long right = values.a() - values.c();
              long up = values.b() - values.d();
              values.provided(values.c() >= 0 && values.d() >= 0 && right >= 0 && up >= 0);
              long first = Integers.choose(values.c() + values.d(), values.c());
              long second = Integers.choose(right + up, right);

              return values
                  .with("steps", values.c() + values.d())
                  .with("first", first)
                  .with("more", right + up)
                  .with("right", right)
                  .with("second", second)
                  .working(
                      first * second,
                      "To $(<c>, <d>)$ there are <steps> steps, of which <c> go right: $\\binom{<steps>}{<c>} = <first>$ ways.",
                      "From there it takes <more> steps, of which <right> go right: $\\binom{<more>}{<right>} = <second>$ ways.",
                      "Together there are $<first> \\cdot <second> = <answer>$ paths.");
            });
  }

  private static WordedFamily pascal() {
    return named("pascal-sum", "Combinatorics", "Algebra")
        .needs("Pascal's triangle", "Binomial coefficients", "Expanding binomials")
        .worded(
            "Row <a> of Pascal's triangle holds the coefficients of $(x + y)^{<a>}$. What is the sum of the coefficients of $x^{<b>}y^{<c>}$ and of $x^{<d>}y^{<e>}$?")
        .worded(
            "Add two neighbours in row <a> of Pascal's triangle, the row of $(x + y)^{<a>}$: the coefficients of $x^{<b>}y^{<c>}$ and $x^{<d>}y^{<e>}$. What is their sum?")
        .drawn(
            draw -> {
              long row = draw.between(4, 24);
              long place = draw.between(1, row - 1);

              return Values.of(row, row - place, place, row - place - 1, place + 1);
            },
            values -> {
              values.provided(values.a() < 60 && values.c() >= 0 && values.at("e") <= values.a());
              values.provided(values.at("e") == values.c() + 1);
              values.provided(values.b() + values.c() == values.a());

              return values
                  .with("next", values.a() + 1)
                  .working(
                      Integers.choose(values.a() + 1, values.c() + 1),
                      "The coefficients are $\\binom{<a>}{<c>}$ and $\\binom{<a>}{<e>}$, neighbours in the row.",
                      "By the rule of Pascal's triangle two neighbours add up to the number below them, $\\binom{<next>}{<e>} = <answer>$.");
            });
  }

  private static WordedFamily subsets() {
    return named("subsets-with", "Combinatorics", "Sets")
        .needs("Subsets", "Sets", "Multiplication principle", "Powers")
        .worded("How many subsets of $\\{1, 2, \\ldots, <a>\\}$ contain both <b> and <c>?")
        .worded(
            "A set has the elements $1, 2, \\ldots, <a>$. How many of its subsets hold the two elements <b> and <c>?")
        .drawn(
            draw -> {
              long size = draw.between(5, 24);
              long first = draw.between(1, size - 1);

              return Values.of(size, first, draw.between(first + 1, size));
            },
            values -> {
              values.provided(values.a() >= 2 && values.a() < 60 && values.b() != values.c());
              values.provided(values.b() >= 1 && values.b() <= values.a());
              values.provided(values.c() >= 1 && values.c() <= values.a());

              return values
                  .with("free", values.a() - 2)
                  .working(
                      Integers.power(2, values.a() - 2),
                      "The elements <b> and <c> are in the subset; each of the other $<a> - 2 = <free>$ elements may be in it or not.",
                      "That makes $2^{<free>} = <answer>$ subsets.");
            });
  }

  private static WordedFamily shares() {
    return named("stars-and-bars", "Combinatorics", "Counting")
        .needs("Stars and bars", "Combinations", "Division")
        .worded(
            "In how many ways can <a> identical <item> be given to <b> children so that each gets at least one?")
        .worded(
            "<name> distributes <a> identical <item> among <b> boxes, none of which may stay empty. How many ways are there?")
        .drawn(
            draw -> Values.of(draw.between(7, 30), draw.between(2, 6)),
            values ->
                values
                    .provided(values.a() >= values.b() && values.b() >= 1 && values.a() < 60)
                    .with("gaps", values.a() - 1)
                    .with("bars", values.b() - 1)
                    .working(
                        Integers.choose(values.a() - 1, values.b() - 1),
                        "Lay the <a> things in a row. There are <gaps> gaps between them, and <bars> bars in different gaps make <b> shares.",
                        "So there are $\\binom{<gaps>}{<bars>} = <answer>$ ways."));
  }
}
