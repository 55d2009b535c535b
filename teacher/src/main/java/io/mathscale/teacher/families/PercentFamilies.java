package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of ratio, proportion, percent and interest. */
final class PercentFamilies {
  private PercentFamilies() {}

  static List<WordedFamily> all() {
    return List.of(
        discount(),
        increase(),
        share(),
        proportion(),
        simpleInterest(),
        profit(),
        bill(),
        commission());
  }

  private static WordedFamily discount() {
    return named("discount", "Percentages", "Money")
        .needs("Discounts", "Percent decrease", "Percentages", "Percent of a number")
        .worded(
            "A <goods> costs \\$<a>. It is sold at a discount of <b>\\%. What is the sale price in dollars?")
        .worded(
            "<name> wants a <goods> with a price tag of \\$<a>. Today the <place> takes <b>\\% off. How"
                + " many dollars does <name> pay?")
        .drawn(
            draw -> Values.of(draw.between(2, 40) * 20, draw.between(1, 15) * 5),
            values -> {
              Fraction off = Fraction.of(values.a() * values.b(), 100);

              return values
                  .with("off", off)
                  .working(
                      Fraction.of(values.a()).minus(off),
                      "The discount is $\\frac{<b>}{100} \\times <a> = <off>$ dollars.",
                      "The price after it is $<a> - <off> = <answer>$ dollars.");
            });
  }

  private static WordedFamily increase() {
    return named("percent-change", "Percentages", "Arithmetic")
        .needs("Percent increase", "Percent change", "Percentages", "Comparing quantities")
        .worded(
            "The number of <people> in a club rose from <a> to <b>. By what percent did it rise? Give"
                + " the number of percent.")
        .worded(
            "Last year the <place> sold <a> tickets; this year it sold <b>. Find the percent increase,"
                + " as a number without the percent sign.")
        .drawn(
            draw -> {
              long before = draw.between(1, 30) * 20;

              return Values.of(before, before + before / 20 * draw.between(1, 30));
            },
            values ->
                values
                    .with("more", values.b() - values.a())
                    .working(
                        Fraction.of((values.b() - values.a()) * 100, values.a()),
                        "The increase is $<b> - <a> = <more>$.",
                        "As a percent of <a> this is $\\frac{<more>}{<a>} \\times 100 = <answer>$."));
  }

  private static WordedFamily share() {
    return named("ratio-share", "Ratios and proportions", "Word problems")
        .needs("Dividing in a ratio", "Ratios", "Parts of a whole")
        .worded(
            "<name> and <other> share \\$<c> in the ratio $<a> : <b>$. How many dollars does <other>"
                + " get?")
        .worded(
            "A box of <c> <item> is split between <name> and <other> in the ratio $<a> : <b>$. How many"
                + " <item> are <other>'s share?")
        .drawn(
            draw -> {
              long first = draw.between(2, 9);
              long second = draw.otherThan(first, 2, 9);

              return Values.of(first, second, (first + second) * draw.between(3, 60));
            },
            values -> {
              long parts = values.a() + values.b();

              return values
                  .with("parts", parts)
                  .with("part", Fraction.of(values.c(), parts))
                  .working(
                      Fraction.of(values.c() * values.b(), parts),
                      "There are $<a> + <b> = <parts>$ parts, so one part is $<c> \\div <parts> ="
                          + " <part>$.",
                      "<other> has <b> parts: $<b> \\times <part> = <answer>$.");
            });
  }

  private static WordedFamily proportion() {
    return named("direct-proportion", "Ratios and proportions", "Word problems")
        .needs("Direct proportion", "Unit rate", "Proportional reasoning", "Rates")
        .worded(
            "A machine makes <a> <item> in <b> minutes. At this rate, how many <item> does it make in"
                + " <c> minutes?")
        .worded(
            "<name> needs <a> grams of flour for <b> rolls. How many grams of flour are needed for <c>"
                + " rolls?")
        .drawn(
            draw -> {
              long time = draw.between(2, 12);

              return Values.of(time * draw.between(3, 40), time, draw.otherThan(time, 3, 60));
            },
            values ->
                values
                    .with("rate", Fraction.of(values.a(), values.b()))
                    .working(
                        Fraction.of(values.a() * values.c(), values.b()),
                        "For one it is $<a> \\div <b> = <rate>$.",
                        "For <c> it is $<c> \\times <rate> = <answer>$."));
  }

  private static WordedFamily simpleInterest() {
    return named("simple-interest", "Interest", "Percentages")
        .needs("Simple interest", "Interest rates", "Financial mathematics")
        .worded(
            "<name> deposits \\$<a> at <b>\\% simple interest a year. How much interest, in dollars, is"
                + " earned in <c> years?")
        .worded(
            "A loan of \\$<a> bears simple interest of <b>\\% a year. How many dollars of interest are"
                + " due after <c> years?")
        .drawn(
            draw -> Values.of(draw.between(2, 90) * 100, draw.between(2, 12), draw.between(2, 10)),
            values ->
                values
                    .with("yearly", Fraction.of(values.a() * values.b(), 100))
                    .working(
                        Fraction.of(values.a() * values.b() * values.c(), 100),
                        "The interest of one year is $\\frac{<b>}{100} \\times <a> = <yearly>$ dollars.",
                        "For <c> years that is $<c> \\times <yearly> = <answer>$ dollars."));
  }

  private static WordedFamily profit() {
    return named("profit", "Money", "Arithmetic")
        .needs("Profit and loss", "Cost and revenue", "Multiplication")
        .worded(
            "<name> buys <a> <item> for \\$<b> each and sells all of them for \\$<c> each after paying"
                + " \\$<d> for a stall. What is the profit in dollars?")
        .worded(
            "A <place> orders <a> <item> at \\$<b> apiece, pays \\$<d> for the delivery and sells"
                + " every one at \\$<c>. How many dollars of profit does it make?")
        .drawn(
            draw -> {
              long count = draw.between(10, 60);
              long cost = draw.between(2, 12);
              long gain = draw.between(2, 9);

              return Values.of(count, cost, cost + gain, draw.between(5, count * gain - 1));
            },
            values -> {
              long gain = values.c() - values.b();

              return values
                  .with("gain", gain)
                  .with("gross", gain * values.a())
                  .working(
                      gain * values.a() - values.d(),
                      "Each one brings $<c> - <b> = <gain>$ dollars more than it cost, all of them $<a>"
                          + " \\times <gain> = <gross>$ dollars.",
                      "Less the other cost the profit is $<gross> - <d> = <answer>$ dollars.");
            });
  }

  private static WordedFamily bill() {
    return named("tax-and-tip", "Percentages", "Money")
        .needs("Sales tax and tips", "Percent of a number", "Total cost", "Addition")
        .worded(
            "A meal costs \\$<a>. A tax of <b>\\% and a tip of <c>\\%, both of the price of the meal, are added. How many dollars does <name> pay in all?")
        .worded(
            "The price of a dinner is \\$<a> before tax. <name> pays <b>\\% sales tax on it and leaves a tip of <c>\\% of the same price. What is the total in dollars?")
        .drawn(
            draw ->
                Values.of(20 * draw.between(1, 15), 5 * draw.oneOf(1, 2), 5 * draw.between(2, 5)),
            values -> {
              Fraction tax = Fraction.of(values.a() * values.b(), 100);
              Fraction tip = Fraction.of(values.a() * values.c(), 100);

              return values
                  .with("tax", tax)
                  .with("tip", tip)
                  .working(
                      tax.plus(tip).plus(Fraction.of(values.a())),
                      "The tax is $\\frac{<b>}{100} \\cdot <a> = <tax>$ dollars.",
                      "The tip is $\\frac{<c>}{100} \\cdot <a> = <tip>$ dollars.",
                      "In all that is $<a> + <tax> + <tip> = <answer>$ dollars.");
            });
  }

  private static WordedFamily commission() {
    return named("commission", "Percentages", "Money")
        .needs("Commission and fees", "Percent of a number", "Wages and earnings")
        .worded(
            "<name> gets a salary of \\$<a> a month and a commission of <b>\\% of the sales. How many dollars does <name> earn in a month with sales of \\$<c>?")
        .worded(
            "A <place> pays its agents \\$<a> a month and <b>\\% of what they sell. What does an agent earn, in dollars, for selling goods worth \\$<c>?")
        .drawn(
            draw ->
                Values.of(
                    50 * draw.between(16, 60), draw.between(2, 15), 100 * draw.between(20, 200)),
            values -> {
              Fraction share = Fraction.of(values.c() * values.b(), 100);

              return values
                  .with("share", share)
                  .working(
                      share.plus(Fraction.of(values.a())),
                      "The commission is $\\frac{<b>}{100} \\cdot <c> = <share>$ dollars.",
                      "With the salary that is $<a> + <share> = <answer>$ dollars.");
            });
  }
}
