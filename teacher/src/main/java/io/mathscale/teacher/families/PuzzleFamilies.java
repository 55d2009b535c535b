package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems that are puzzles: of heads and legs, of digits, of the worst case. */
final class PuzzleFamilies {
  private static final long LARGEST_SEARCH = 10_000;

  private PuzzleFamilies() {}

  static List<WordedFamily> all() {
    return List.of(headsAndLegs(), reversedDigits(), thoughtOf(), knockout(), drawer(), coins());
  }

  private static WordedFamily headsAndLegs() {
    return named("heads-and-legs", "Algebra", "Arithmetic")
        .needs(
            "Chickens and rabbits problem", "Systems of linear equations", "Setting up equations")
        .worded(
            "Chickens and rabbits are in a yard, <a> heads and <b> legs in all. How many rabbits are there?")
        .worded(
            "A farmer keeps only chickens and rabbits. Together they have <a> heads and <b> legs. How many of them are rabbits?")
        .drawn(
            draw -> {
              long rabbits = draw.between(3, 60);
              long chickens = draw.between(3, 60);

              return Values.of(rabbits + chickens, 4 * rabbits + 2 * chickens);
            },
            values ->
                values
                    .with("two", 2 * values.a())
                    .with("extra", values.b() - 2 * values.a())
                    .working(
                        Fraction.of(values.b() - 2 * values.a(), 2),
                        "If all <a> animals were chickens, there would be $2 \\cdot <a> = <two>$ legs.",
                        "There are $<b> - <two> = <extra>$ legs more, and each rabbit has two more than a chicken.",
                        "So there are $<extra> \\div 2 = <answer>$ rabbits."));
  }

  private static WordedFamily reversedDigits() {
    return named("reversed-digits", "Algebra", "Number theory")
        .needs("Number puzzles", "Digit sums", "Place value", "Systems of linear equations")
        .worded(
            "The digits of a two-digit number have the sum <a>. With the digits reversed the number is <b> greater. What is the number?")
        .worded(
            "<name> thinks of a two-digit number whose digits add up to <a>. Reversing its digits makes it larger by <b>. Find the number.")
        .drawn(
            draw -> {
              long tens = draw.between(1, 8);
              long units = draw.between(tens + 1, 9);

              return Values.of(tens + units, 9 * (units - tens));
            },
            values -> {
              long difference = Fraction.of(values.b(), 9).provenWhole();
              long units = Fraction.of(values.a() + difference, 2).provenWhole();
              long tens = values.a() - units;

              return values
                  .provided(tens >= 1 && tens <= 9 && units >= 0 && units <= 9)
                  .with("difference", difference)
                  .with("units", units)
                  .with("tens", tens)
                  .working(
                      10 * tens + units,
                      "With tens digit $t$ and units digit $u$, reversing adds $(10u + t) - (10t + u) = 9(u - t) = <b>$, so $u - t = <difference>$.",
                      "Together with $u + t = <a>$ this gives $u = <units>$ and $t = <tens>$.",
                      "The number is $<answer>$.");
            });
  }

  private static WordedFamily thoughtOf() {
    return named("thought-of-number", "Algebra", "Arithmetic")
        .needs("Number puzzles", "Working backwards", "Solving linear equations")
        .worded(
            "<name> thinks of a number, multiplies it by <a>, adds <b> and divides the result by <c>. The outcome is <d>. What was the number?")
        .worded(
            "I am thinking of a number. Multiplied by <a>, increased by <b> and then divided by <c>, it becomes <d>. Which number is it?")
        .drawn(
            draw -> {
              long number = draw.between(3, 60);
              long factor = draw.between(2, 9);
              long divisor = draw.between(2, 9);
              long more = divisor * draw.between(10, 20) - number * factor % divisor;

              return Values.of(factor, more, divisor, (number * factor + more) / divisor);
            },
            values -> {
              long product = values.c() * values.d();

              return values
                  .with("product", product)
                  .with("rest", product - values.b())
                  .working(
                      Fraction.of(product - values.b(), values.a()),
                      "Work backwards. Before the division there was $<d> \\cdot <c> = <product>$.",
                      "Before the addition there was $<product> - <b> = <rest>$.",
                      "So the number was $<rest> \\div <a> = <answer>$.");
            });
  }

  private static WordedFamily knockout() {
    return named("knockout", "Combinatorics", "Arithmetic")
        .needs("Logic and reasoning", "Counting", "Multiplication")
        .worded(
            "In a tournament of <a> players the loser of each match is out, until one winner is left. Each match lasts <b> minutes. How many minutes of play are there in all?")
        .worded(
            "<a> teams play a knock-out competition without draws: whoever loses a match leaves. How many minutes are played in all if a match takes <b> minutes?")
        .drawn(
            draw -> Values.of(draw.between(10, 150), draw.between(10, 90)),
            values ->
                values
                    .provided(values.a() > 0)
                    .with("matches", values.a() - 1)
                    .working(
                        (values.a() - 1) * values.b(),
                        "Every match has one loser, and all but the winner lose once, so there are $<a> - 1 = <matches>$ matches.",
                        "They take $<matches> \\cdot <b> = <answer>$ minutes."));
  }

  private static WordedFamily drawer() {
    return named("drawer", "Combinatorics", "Logic")
        .needs("Pigeonhole principle", "Logic and reasoning", "Addition")
        .worded(
            "A box holds <a> red, <b> blue and <c> green balls. How many must be taken out blindly to be sure of <d> balls of one colour?")
        .worded(
            "<name> takes counters out of a bag without looking. There are <a> red, <b> blue and <c> green ones. What is the least number that guarantees <d> of the same colour?")
        .drawn(
            draw -> {
              long most = draw.between(5, 20);

              return Values.of(
                  most, draw.between(2, 20), draw.between(2, 20), draw.between(3, most));
            },
            values -> {
              long limit = values.d() - 1;
              long first = Math.min(values.a(), limit);
              long second = Math.min(values.b(), limit);
              long third = Math.min(values.c(), limit);

              return values
                  .provided(values.d() >= 1)
                  .provided(values.d() <= Math.max(values.a(), Math.max(values.b(), values.c())))
                  .with("limit", limit)
                  .with("first", first)
                  .with("second", second)
                  .with("third", third)
                  .with("worst", first + second + third)
                  .working(
                      first + second + third + 1,
                      "In the worst case at most <limit> of each colour come out: <first> red, <second> blue and <third> green.",
                      "That is $<first> + <second> + <third> = <worst>$ without <d> of one colour.",
                      "One more makes it sure: $<worst> + 1 = <answer>$.");
            });
  }

  private static WordedFamily coins() {
    return named("coin-combinations", "Combinatorics", "Money")
        .needs("Casework", "Making change", "Counting")
        .worded(
            "In how many ways can <a> cents be paid with coins of 1 cent, <b> cents and <c> cents?")
        .worded(
            "A machine gives change in coins of <b> cents, <c> cents and 1 cent. How many ways does it have to give <a> cents?")
        .drawn(
            draw -> {
              long middle = draw.between(2, 9);

              return Values.of(draw.between(20, 90), middle, draw.between(middle + 3, 25));
            },
            values -> {
              values.provided(values.b() > 0 && values.c() > 0);
              values.provided(values.a() >= 0 && values.a() < LARGEST_SEARCH);
              long ways = 0;
              StringBuilder cases = new StringBuilder();

              for (long rest = values.a(); rest >= 0; rest -= values.c()) {
                ways += rest / values.b() + 1;
                cases.append(cases.isEmpty() ? "" : " + ").append(rest / values.b() + 1);
              }

              return values
                  .with("cases", cases.toString())
                  .with("most", values.a() / values.c())
                  .working(
                      ways,
                      "Take cases by the number of coins of <c> cents, from 0 to <most>.",
                      "In each case the coins of <b> cents can be none up to as many as fit, and the rest is paid in single cents.",
                      "The cases have $<cases> = <answer>$ ways.");
            });
  }
}
