package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of the four operations, money, time and units. */
final class ArithmeticFamilies {
  private ArithmeticFamilies() {}

  static List<WordedFamily> all() {
    return List.of(shopping(), saving(), packing(), comparison(), orderOfOperations(), workday());
  }

  private static WordedFamily shopping() {
    return named("shopping", "Arithmetic", "Money")
        .needs(
            "Making change",
            "Total cost",
            "Money problems",
            "Multiplication",
            "Multi-step word problems")
        .worded(
            "<name> buys <a> <item> at \\$<b> each and <c> <fruit> at \\$<d> each. How much change,"
                + " in dollars, does <name> get from \\$<e>?")
        .worded(
            "At the market, <a> <item> cost \\$<b> apiece and <c> <fruit> cost \\$<d> apiece."
                + " <name> takes all of them and pays with \\$<e>. How many dollars come back?")
        .drawn(
            draw -> {
              Values prices =
                  Values.of(
                      draw.between(2, 9),
                      draw.between(3, 15),
                      draw.between(2, 12),
                      draw.between(2, 6));
              long total = prices.a() * prices.b() + prices.c() * prices.d();

              return prices.with("e", (total / 50 + 1) * 50);
            },
            values -> {
              long first = values.a() * values.b();
              long second = values.c() * values.d();

              return values
                  .with("first", first)
                  .with("second", second)
                  .with("total", first + second)
                  .working(
                      values.at("e") - first - second,
                      "The <item> cost $<a> \\times <b> = <first>$ dollars and the <fruit> cost $<c>"
                          + " \\times <d> = <second>$ dollars.",
                      "Together that is $<first> + <second> = <total>$ dollars.",
                      "The change is $<e> - <total> = <answer>$ dollars.");
            });
  }

  private static WordedFamily saving() {
    return named("saving", "Arithmetic", "Money")
        .needs("Repeated addition", "Saving money", "Addition", "Multiplication")
        .worded(
            "<name> has \\$<a> and saves \\$<b> every week. How many dollars does <name> have after"
                + " <c> weeks?")
        .worded(
            "A jar holds \\$<a>. Each week <name> adds \\$<b> to it. How many dollars are in the jar"
                + " at the end of <c> weeks?")
        .drawn(
            draw -> Values.of(draw.between(10, 150), draw.between(3, 40), draw.between(3, 30)),
            values ->
                values
                    .with("saved", values.b() * values.c())
                    .working(
                        values.a() + values.b() * values.c(),
                        "In <c> weeks $<c> \\times <b> = <saved>$ dollars are added.",
                        "With the first <a> dollars that makes $<a> + <saved> = <answer>$ dollars."));
  }

  private static WordedFamily packing() {
    return named("packing", "Arithmetic", "Division")
        .needs("Division with remainder", "Division", "Equal groups", "Interpreting remainders")
        .worded(
            "A <place> packs <a> <item> into boxes of <b>. How many <item> are left over when no more"
                + " full boxes can be made?")
        .worded(
            "<name> puts <a> <item> into bags, exactly <b> in each bag, until there are not enough"
                + " for another bag. How many <item> remain?")
        .drawn(
            draw -> {
              long size = draw.between(6, 24);

              return Values.of(size * draw.between(8, 60) + draw.between(1, size - 1), size);
            },
            values ->
                values
                    .with("full", values.a() / values.b())
                    .with("packed", values.a() / values.b() * values.b())
                    .working(
                        values.a() % values.b(),
                        "Divide: $<a> \\div <b>$ gives <full> full groups, which use $<full> \\times"
                            + " <b> = <packed>$ of the <item>.",
                        "The remainder is $<a> - <packed> = <answer>$."));
  }

  private static WordedFamily comparison() {
    return named("times-as-many", "Arithmetic", "Word problems")
        .needs("Multiplicative comparison", "Addition and subtraction", "Multi-step word problems")
        .worded(
            "<name> has <a> <item>. <other> has <b> times as many <item> as <name>, but then gives"
                + " away <c> of them. How many <item> do they have together now?")
        .worded(
            "There are <a> <item> in <name>'s box and <b> times as many in <other>'s box. After <c>"
                + " are taken out of <other>'s box, how many <item> are in the two boxes altogether?")
        .drawn(
            draw -> {
              long first = draw.between(8, 90);
              long times = draw.between(2, 9);

              return Values.of(first, times, draw.between(2, first));
            },
            values -> {
              long more = values.a() * values.b();

              return values
                  .with("more", more)
                  .with("rest", more - values.c())
                  .working(
                      values.a() + more - values.c(),
                      "<other> starts with $<b> \\times <a> = <more>$ <item>.",
                      "After the loss of <c> there are $<more> - <c> = <rest>$ left.",
                      "Together they have $<a> + <rest> = <answer>$ <item>.");
            });
  }

  private static WordedFamily orderOfOperations() {
    return named("order-of-operations", "Arithmetic", "Numerical expressions")
        .needs("Order of operations", "Evaluating expressions", "Integer arithmetic")
        .worded("Evaluate $<a> + <b> \\times (<c> - <d>)$.")
        .worded("What is the value of $<a> + <b> \\times (<c> - <d>)$?")
        .drawn(
            draw ->
                Values.of(
                    draw.between(2, 90),
                    draw.between(2, 12),
                    draw.between(2, 40),
                    draw.between(2, 40)),
            values -> {
              long difference = values.c() - values.d();

              return values
                  .with("difference", difference)
                  .with("product", values.b() * difference)
                  .working(
                      values.a() + values.b() * difference,
                      "The parentheses come first: $<c> - <d> = <difference>$.",
                      "Then the product: $<b> \\times (<difference>) = <product>$.",
                      "Last the sum: $<a> + (<product>) = <answer>$.");
            });
  }

  private static WordedFamily workday() {
    return named("unit-conversion", "Measurement", "Arithmetic")
        .needs("Unit conversion", "Time calculation", "Hours and minutes")
        .worded(
            "<name> works <a> hours and <b> minutes on each of <c> days. How many minutes is that in"
                + " all?")
        .worded(
            "A class at the <place> lasts <a> hours and <b> minutes and is held <c> times a month. How"
                + " many minutes of class are there in a month?")
        .drawn(
            draw -> Values.of(draw.between(2, 8), draw.between(1, 11) * 5, draw.between(2, 20)),
            values -> {
              long once = values.a() * 60 + values.b();

              return values
                  .with("hours", values.a() * 60)
                  .with("once", once)
                  .working(
                      once * values.c(),
                      "One time is $<a> \\times 60 + <b> = <hours> + <b> = <once>$ minutes.",
                      "In all that is $<once> \\times <c> = <answer>$ minutes.");
            });
  }
}
