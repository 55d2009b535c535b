package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of chance. */
final class ProbabilityFamilies {
  private ProbabilityFamilies() {}

  static List<WordedFamily> all() {
    return List.of(drawingTwo(), diceSum(), coins(), expectation(), target(), givenThat());
  }

  private static WordedFamily drawingTwo() {
    return named("two-marbles", "Probability", "Fractions")
        .needs(
            "Drawing without replacement",
            "Probability of an event",
            "Multiplying fractions",
            "Dependent events")
        .worded(
            "A bag holds <a> <colour> and <b> <hue> marbles. Two are drawn at random without replacement. What is the probability that both are <colour>?")
        .worded(
            "<name> takes two socks at random from a drawer with <a> <colour> and <b> <hue> socks. Find the probability that both socks are <colour>.")
        .drawn(
            draw -> Values.of(draw.between(2, 30), draw.between(2, 30)),
            values -> {
              long all = values.a() + values.b();

              return values
                  .provided(values.a() >= 2 && values.b() >= 0)
                  .with("all", all)
                  .with("rest", all - 1)
                  .with("fewer", values.a() - 1)
                  .working(
                      Fraction.of(values.a() * (values.a() - 1), all * (all - 1)),
                      "The first is <colour> with probability $\\frac{<a>}{<all>}$, and then the second with"
                          + " probability $\\frac{<fewer>}{<rest>}$.",
                      "Together: $\\frac{<a>}{<all>} \\cdot \\frac{<fewer>}{<rest>} = <answer>$.");
            });
  }

  private static WordedFamily diceSum() {
    return named("dice-sum", "Probability", "Counting")
        .needs("Dice", "Probability of an event", "Sample space")
        .worded(
            "Two fair dice with <a> faces each, numbered from 1, are rolled. What is the probability that the sum is <b>?")
        .worded(
            "<name> spins two spinners, each with the equally likely numbers 1 to <a>. Find the probability of a total of <b>.")
        .drawn(
            draw -> {
              long faces = draw.between(4, 30);

              return Values.of(faces, draw.between(3, 2 * faces - 1));
            },
            values -> {
              long ways =
                  values.b() <= values.a() + 1 ? values.b() - 1 : 2 * values.a() + 1 - values.b();

              return values
                  .provided(ways >= 1)
                  .with("all", values.a() * values.a())
                  .with("ways", ways)
                  .working(
                      Fraction.of(ways, values.a() * values.a()),
                      "There are $<a>^2 = <all>$ equally likely pairs.",
                      "Of these, <ways> have the sum <b>, so the probability is $\\frac{<ways>}{<all>} ="
                          + " <answer>$.");
            });
  }

  private static WordedFamily coins() {
    return named("coin-flips", "Probability", "Combinatorics")
        .needs("Coin tosses", "Binomial probability", "Combinations", "Independent events")
        .worded("A fair coin is tossed <a> times. What is the probability of exactly <b> heads?")
        .worded(
            "<name> guesses on <a> true-or-false questions. Find the probability that exactly <b> of the answers are right.")
        .drawn(
            draw -> {
              long tosses = draw.between(3, 26);

              return Values.of(tosses, draw.between(1, tosses - 1));
            },
            values -> {
              values.provided(values.b() >= 0 && values.b() <= values.a() && values.a() <= 50);

              return values
                  .with("ways", Integers.choose(values.a(), values.b()))
                  .with("all", Integers.power(2, values.a()))
                  .working(
                      Fraction.of(
                          Integers.choose(values.a(), values.b()), Integers.power(2, values.a())),
                      "There are $2^{<a>} = <all>$ equally likely outcomes.",
                      "$\\binom{<a>}{<b>} = <ways>$ of them are as wanted, so the probability is"
                          + " $\\frac{<ways>}{<all>} = <answer>$.");
            });
  }

  private static WordedFamily expectation() {
    return named("expected-win", "Probability", "Fractions")
        .needs("Expected value", "Probability of an event", "Operations with fractions")
        .worded(
            "A ticket wins \\$<a> with probability $\\frac{1}{<b>}$, \\$<c> with probability $\\frac{1}{<d>}$, and nothing otherwise. What is the expected value of the win in dollars?")
        .worded(
            "In a game <name> gains <a> points with probability $\\frac{1}{<b>}$ and <c> points with probability $\\frac{1}{<d>}$, else none. Find the expected number of points.")
        .drawn(
            draw -> {
              long rare = draw.between(6, 40);

              return Values.of(
                  draw.between(20, 200), rare, draw.between(2, 19), draw.between(2, 5));
            },
            values -> {
              Fraction first = Fraction.of(values.a(), values.b());
              Fraction second = Fraction.of(values.c(), values.d());

              return values
                  .provided(values.b() > 1 && values.d() > 1)
                  .with("first", first)
                  .with("second", second)
                  .working(
                      first.plus(second),
                      "Each win counts with its probability: $<a> \\cdot \\frac{1}{<b>} = <first>$ and $<c> \\cdot \\frac{1}{<d>} = <second>$.",
                      "The expected value is $<first> + <second> = <answer>$.");
            });
  }

  private static WordedFamily target() {
    return named("random-point", "Probability", "Geometry")
        .needs("Geometric probability", "Area of a rectangle", "Probability of an event")
        .worded(
            "A rectangle of <a> by <b> lies inside a rectangle of <c> by <d>. A point of the large rectangle is chosen at random. What is the probability that it lies in the small one?")
        .worded(
            "A leaf falls on a random point of a field of <c> by <d> metres. In it there is a rectangular pond of <a> by <b> metres. Find the probability that the leaf falls into the pond.")
        .drawn(
            draw -> {
              long length = draw.between(2, 15);
              long width = draw.between(2, 15);

              return Values.of(
                  length, width, length + draw.between(1, 15), width + draw.between(1, 15));
            },
            values -> {
              long small = values.a() * values.b();
              long large = values.c() * values.d();

              return values
                  .provided(values.a() <= values.c() && values.b() <= values.d())
                  .with("small", small)
                  .with("large", large)
                  .working(
                      Fraction.of(small, large),
                      "All points are equally likely, so the probability is the quotient of the areas.",
                      "The areas are $<a> \\cdot <b> = <small>$ and $<c> \\cdot <d> = <large>$.",
                      "The probability is $\\frac{<small>}{<large>} = <answer>$.");
            });
  }

  private static WordedFamily givenThat() {
    return named("given-that", "Probability", "Fractions")
        .needs("Conditional probability", "Inclusion-exclusion principle", "Venn diagrams")
        .worded(
            "Of <a> <people>, <b> own a cat, <c> own a dog and <d> own neither. One of them is chosen at random. Given that the chosen one owns a cat, what is the probability of owning a dog too?")
        .worded(
            "Among <a> <people> there are <b> who swim, <c> who cycle and <d> who do neither. One who swims is chosen at random. Find the conditional probability that this one cycles as well.")
        .drawn(
            draw -> {
              long both = draw.between(2, 20);
              long first = both + draw.between(1, 30);
              long second = both + draw.between(1, 30);
              long neither = draw.between(1, 20);

              return Values.of(first + second - both + neither, first, second, neither);
            },
            values -> {
              long any = values.a() - values.d();
              long both = values.b() + values.c() - any;

              return values
                  .provided(both >= 0 && both <= values.b() && values.b() <= any)
                  .with("any", any)
                  .with("both", both)
                  .working(
                      Fraction.of(both, values.b()),
                      "At least one of the two holds for $<a> - <d> = <any>$.",
                      "So both hold for $<b> + <c> - <any> = <both>$.",
                      "Among the <b> of the condition the probability is $\\frac{<both>}{<b>} = <answer>$.");
            });
  }
}
