package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of chance. */
final class ProbabilityFamilies {
  private ProbabilityFamilies() {}

  static List<WordedFamily> all() {
    return List.of(drawingTwo(), diceSum(), coins());
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
}
