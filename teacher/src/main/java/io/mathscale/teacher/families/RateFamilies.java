package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of speed, work, mixtures and ages. */
final class RateFamilies {
  private RateFamilies() {}

  static List<WordedFamily> all() {
    return List.of(
        distance(), averageSpeed(), meeting(), catchingUp(), workTogether(), mixture(), ages());
  }

  private static WordedFamily distance() {
    return named("distance", "Rates", "Word problems")
        .needs("Distance, rate and time", "Speed", "Multiplication")
        .worded(
            "A <vehicle> travels at <a> kilometres per hour for <b> hours and then at <c> kilometres per"
                + " hour for <d> hours. How many kilometres does it travel in all?")
        .worded(
            "<name> drives for <b> hours at <a> km/h, rests, and then drives for <d> hours at <c> km/h."
                + " What distance, in kilometres, does <name> cover?")
        .drawn(
            draw ->
                Values.of(
                    draw.between(6, 24) * 5,
                    draw.between(2, 7),
                    draw.between(6, 24) * 5,
                    draw.between(2, 7)),
            values ->
                values
                    .with("first", values.a() * values.b())
                    .with("second", values.c() * values.d())
                    .working(
                        values.a() * values.b() + values.c() * values.d(),
                        "The first part is $<a> \\times <b> = <first>$ km long, the second $<c> \\times"
                            + " <d> = <second>$ km.",
                        "In all it is $<first> + <second> = <answer>$ km."));
  }

  private static WordedFamily averageSpeed() {
    return named("average-speed", "Rates", "Algebra")
        .needs("Average speed", "Distance, rate and time", "Harmonic mean")
        .worded(
            "A <vehicle> goes from one town to another at <a> km/h and comes back the same way at <b>"
                + " km/h. What is its average speed, in km/h, for the whole trip?")
        .worded(
            "<name> cycles up a road at <a> kilometres per hour and down the same road at <b> kilometres"
                + " per hour. Find the average speed of the round trip in kilometres per hour.")
        .drawn(
            draw -> {
              long first = draw.between(4, 60) * 2;

              return Values.of(first, draw.otherThan(first, 8, 120));
            },
            values ->
                values
                    .with("product", 2 * values.a() * values.b())
                    .with("sum", values.a() + values.b())
                    .working(
                        Fraction.of(2 * values.a() * values.b(), values.a() + values.b()),
                        "Let one way be $d$ km. The time of both ways is $\\frac{d}{<a>} +"
                            + " \\frac{d}{<b>}$ hours and the distance $2d$ km.",
                        "The average speed is $\\frac{2d}{d/<a> + d/<b>} = \\frac{2 \\cdot <a> \\cdot"
                            + " <b>}{<a> + <b>} = \\frac{<product>}{<sum>} = <answer>$ km/h."));
  }

  private static WordedFamily meeting() {
    return named("meeting", "Rates", "Algebra")
        .needs("Relative speed", "Meeting problems", "Distance, rate and time")
        .worded(
            "Two towns are <c> km apart. At the same time a <vehicle> leaves each town toward the other,"
                + " one at <a> km/h and one at <b> km/h. After how many hours do they meet?")
        .worded(
            "<name> and <other> start <c> km apart and ride toward each other at <a> km/h and <b> km/h."
                + " How many hours pass until they meet?")
        .drawn(
            draw -> {
              long first = draw.between(10, 60);
              long second = draw.between(10, 60);

              return Values.of(first, second, (first + second) * draw.between(2, 9));
            },
            values ->
                values
                    .with("speed", values.a() + values.b())
                    .working(
                        Fraction.of(values.c(), values.a() + values.b()),
                        "They come nearer to each other by $<a> + <b> = <speed>$ km every hour.",
                        "So they meet after $<c> \\div <speed> = <answer>$ hours."));
  }

  private static WordedFamily catchingUp() {
    return named("catching-up", "Rates", "Algebra")
        .needs("Relative speed", "Pursuit problems", "Setting up equations")
        .worded(
            "<name> is <c> metres behind <other>. <name> runs <a> metres a minute and <other> walks <b>"
                + " metres a minute the same way. After how many minutes does <name> catch up?")
        .worded(
            "A fast <vehicle> is <c> metres behind a slow one on a straight road. It covers <a> metres"
                + " a minute, the slow one <b>. How many minutes does it take to draw level?")
        .drawn(
            draw -> {
              long slow = draw.between(40, 200);
              long gain = draw.between(10, 120);

              return Values.of(slow + gain, slow, gain * draw.between(2, 20));
            },
            values ->
                values
                    .with("gain", values.a() - values.b())
                    .working(
                        Fraction.of(values.c(), values.a() - values.b()),
                        "Each minute the gap shrinks by $<a> - <b> = <gain>$ metres.",
                        "It is closed after $<c> \\div <gain> = <answer>$ minutes."));
  }

  private static WordedFamily workTogether() {
    return named("work-together", "Rates", "Fractions")
        .needs("Work problems", "Combined work rates", "Adding fractions")
        .worded(
            "<name> can paint a fence in <a> hours and <other> can paint it in <b> hours. How many hours"
                + " do they need together?")
        .worded(
            "One pump fills a tank in <a> hours, another fills it in <b> hours. How many hours does it"
                + " take with both pumps working?")
        .drawn(
            draw -> {
              long first = draw.between(2, 60);

              return Values.of(first, draw.otherThan(first, 2, 60));
            },
            values ->
                values
                    .with("rate", Fraction.of(values.a() + values.b(), values.a() * values.b()))
                    .working(
                        Fraction.of(values.a() * values.b(), values.a() + values.b()),
                        "In an hour they do $\\frac{1}{<a>} + \\frac{1}{<b>} = <rate>$ of the work.",
                        "So the whole takes the reciprocal, $<answer>$ hours."));
  }

  private static WordedFamily mixture() {
    return named("mixture", "Percentages", "Algebra")
        .needs("Mixture problems", "Concentration", "Weighted average", "Percentages")
        .worded(
            "<a> litres of a <b>\\% salt solution are mixed with <c> litres of a <d>\\% salt solution."
                + " What percent of the mixture is salt? Give the number of percent.")
        .worded(
            "<name> stirs together <a> litres of syrup with <b>\\% sugar and <c> litres of syrup with"
                + " <d>\\% sugar. What is the percentage of sugar in the result, as a number?")
        .drawn(
            draw -> {
              long strong = draw.between(2, 16) * 5;

              return Values.of(
                  draw.between(2, 20), strong, draw.between(2, 20), draw.otherThan(strong, 5, 80));
            },
            values -> {
              Fraction dissolved =
                  Fraction.of(values.a() * values.b() + values.c() * values.d(), 100);

              return values
                  .with("dissolved", dissolved)
                  .with("litres", values.a() + values.c())
                  .working(
                      dissolved.times(Fraction.of(100, values.a() + values.c())),
                      "The mixture holds $\\frac{<b>}{100} \\times <a> + \\frac{<d>}{100} \\times <c> ="
                          + " <dissolved>$ litres of it in $<a> + <c> = <litres>$ litres.",
                      "In percent: $100 \\times <dissolved> \\div <litres> = <answer>$.");
            });
  }

  private static WordedFamily ages() {
    return named("ages", "Algebra", "Word problems")
        .needs("Age problems", "Setting up equations", "Solving linear equations")
        .worded(
            "<name> is <a> times as old as <other>. In <b> years the sum of their ages will be <c>. How"
                + " old is <other> now?")
        .worded(
            "Today <name>'s age is <a> times <other>'s age. <b> years from now their ages will add up to"
                + " <c>. Find <other>'s age today.")
        .drawn(
            draw -> {
              long times = draw.between(2, 6);
              long years = draw.between(2, 15);

              return Values.of(times, years, (times + 1) * draw.between(3, 14) + 2 * years);
            },
            values -> {
              long now = values.c() - 2 * values.b();

              return values
                  .with("now", now)
                  .with("parts", values.a() + 1)
                  .working(
                      Fraction.of(now, values.a() + 1),
                      "Let <other> be $x$ years old, so <name> is $<a>x$.",
                      "In <b> years: $(x + <b>) + (<a>x + <b>) = <c>$, so $<parts>x = <now>$.",
                      "Therefore $x = <answer>$.");
            });
  }
}
