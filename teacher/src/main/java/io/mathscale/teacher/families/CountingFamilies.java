package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of counting. */
final class CountingFamilies {
  private CountingFamilies() {}

  static List<WordedFamily> all() {
    return List.of(committee(), arrangements(), outfits(), handshakes(), venn());
  }

  private static WordedFamily committee() {
    return named("committee", "Combinatorics", "Counting")
        .needs("Combinations", "Binomial coefficients", "Counting")
        .worded("In how many ways can a committee of <b> be chosen from <a> <people>?")
        .worded(
            "A coach picks <b> of <a> <people> for a team. How many different teams are possible?")
        .drawn(
            draw -> {
              long all = draw.between(6, 40);

              return Values.of(all, draw.between(2, Math.min(5, all - 1)));
            },
            values ->
                values
                    .provided(values.b() >= 1 && values.b() <= values.a() && values.a() <= 60)
                    .working(
                        Integers.choose(values.a(), values.b()),
                        "The order does not matter, so the number is $\\binom{<a>}{<b>} ="
                            + " \\frac{<a>!}{<b>!(<a> - <b>)!}$.",
                        "This is $<answer>$."));
  }

  private static WordedFamily arrangements() {
    return named("podium", "Combinatorics", "Counting")
        .needs("Permutations", "Multiplication principle", "Factorials")
        .worded(
            "<a> <people> run a race. In how many ways can the first, the second and the third place be taken?")
        .worded(
            "A club of <a> <people> elects a president, a treasurer and a secretary, all different. How many outcomes are possible?")
        .drawn(
            draw -> Values.of(draw.between(5, 120)),
            values ->
                values
                    .provided(values.a() >= 3)
                    .with("second", values.a() - 1)
                    .with("third", values.a() - 2)
                    .working(
                        values.a() * (values.a() - 1) * (values.a() - 2),
                        "There are <a> choices for the first, then <second> for the second and <third> for"
                            + " the third.",
                        "In all there are $<a> \\cdot <second> \\cdot <third> = <answer>$ ways."));
  }

  private static WordedFamily outfits() {
    return named("outfits", "Combinatorics", "Counting")
        .needs("Multiplication principle", "Fundamental counting principle", "Counting")
        .worded(
            "A menu has <a> starters, <b> main dishes and <c> desserts. How many meals of one each, with or without a dessert, are possible?")
        .worded(
            "<name> owns <a> shirts, <b> pairs of trousers and <c> hats, and may go without a hat. How many different outfits are there?")
        .drawn(
            draw -> Values.of(draw.between(2, 15), draw.between(2, 15), draw.between(2, 12)),
            values ->
                values
                    .with("last", values.c() + 1)
                    .working(
                        values.a() * values.b() * (values.c() + 1),
                        "The last choice has one possibility more, that of doing without: $<c> + 1 ="
                            + " <last>$.",
                        "So there are $<a> \\cdot <b> \\cdot <last> = <answer>$."));
  }

  private static WordedFamily handshakes() {
    return named("handshakes", "Combinatorics", "Algebra")
        .needs("Handshake problem", "Combinations", "Pairs", "Solving quadratic equations")
        .worded(
            "At a meeting all <people> shake hands with each other once, which makes <a> handshakes. How many <people> are there?")
        .worded(
            "In a league every team plays every other team once, <a> games in all, watched by <b> people each. How many teams are there?")
        .drawn(
            draw -> {
              long people = draw.between(4, 200);

              return Values.of(people * (people - 1) / 2, draw.between(2, 90) * 10);
            },
            values -> {
              long people = (1 + Integers.root(1 + 8 * values.a())) / 2;

              return values
                  .provided(people * (people - 1) / 2 == values.a())
                  .with("double", 2 * values.a())
                  .with("less", people - 1)
                  .working(
                      people,
                      "With $n$ of them there are $\\frac{n(n - 1)}{2} = <a>$ pairs, so $n(n - 1) = <double>$.",
                      "As $<answer> \\cdot <less> = <double>$, we have $n = <answer>$.");
            });
  }

  private static WordedFamily venn() {
    return named("two-clubs", "Counting", "Sets")
        .needs("Inclusion-exclusion principle", "Venn diagrams", "Sets", "Subtraction")
        .worded(
            "Of <a> <people>, <b> speak French, <c> speak Spanish and <d> speak both. How many speak neither?")
        .worded(
            "Among <a> <people>, <b> like tea, <c> like coffee and <d> like both. How many of them like neither?")
        .drawn(
            draw -> {
              long both = draw.between(2, 25);
              long first = both + draw.between(2, 40);
              long second = both + draw.between(2, 40);

              return Values.of(first + second - both + draw.between(2, 30), first, second, both);
            },
            values -> {
              long either = values.b() + values.c() - values.d();

              return values
                  .provided(either <= values.a() && values.d() <= Math.min(values.b(), values.c()))
                  .with("either", either)
                  .working(
                      values.a() - either,
                      "At least one of the two holds for $<b> + <c> - <d> = <either>$.",
                      "The others are $<a> - <either> = <answer>$.");
            });
  }
}
