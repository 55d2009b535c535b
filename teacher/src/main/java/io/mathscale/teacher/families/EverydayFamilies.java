package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of the kitchen, the shop, the calendar and the scales. */
final class EverydayFamilies {
  private static final int DAYS = 7;

  private EverydayFamilies() {}

  static List<WordedFamily> all() {
    return List.of(
        recipe(),
        unitPrice(),
        filling(),
        wages(),
        currency(),
        calendar(),
        weekday(),
        scales(),
        temperature(),
        heights());
  }

  private static WordedFamily recipe() {
    return named("recipe", "Ratios and proportions", "Arithmetic")
        .needs("Recipes and ingredients", "Direct proportion", "Multiplication")
        .worded(
            "A recipe for <a> pancakes takes <b> grams of flour and <c> grams of sugar. How many grams of the two ingredients together does <name> need for <d> pancakes?")
        .worded(
            "To bake <a> cookies, <name> uses <b> grams of flour and <c> grams of butter. How many grams of flour and butter together go into <d> cookies?")
        .drawn(
            draw -> {
              long portions = draw.between(4, 24);

              return Values.of(
                  portions,
                  10 * draw.between(10, 60),
                  10 * draw.between(2, 30),
                  portions * draw.between(2, 9));
            },
            values -> {
              long together = values.b() + values.c();
              Fraction times = Fraction.of(values.d(), values.a());

              return values
                  .with("together", together)
                  .with("times", times)
                  .working(
                      times.times(Fraction.of(together)),
                      "The recipe takes $<b> + <c> = <together>$ grams of the two.",
                      "The wanted number is $<d> \\div <a> = <times>$ times as large.",
                      "So it takes $<times> \\cdot <together> = <answer>$ grams.");
            });
  }

  private static WordedFamily unitPrice() {
    return named("unit-price", "Ratios and proportions", "Money")
        .needs("Unit price", "Total cost", "Direct proportion", "Division")
        .worded(
            "<a> kg of <fruit> cost \\$<b>. At the same price per kilogram, how many dollars do <c> kg cost?")
        .worded(
            "A <place> charges \\$<b> for <a> boxes of <fruit>. Find the cost of <c> boxes in dollars if each box costs the same.")
        .drawn(
            draw -> {
              long kilograms = draw.between(3, 20);

              return Values.of(
                  kilograms, kilograms * draw.between(2, 15), draw.otherThan(kilograms, 2, 40));
            },
            values ->
                values
                    .with("price", Fraction.of(values.b(), values.a()))
                    .working(
                        Fraction.of(values.b() * values.c(), values.a()),
                        "One costs $<b> \\div <a> = <price>$ dollars.",
                        "So <c> cost $<c> \\cdot <price> = <answer>$ dollars."));
  }

  private static WordedFamily filling() {
    return named("filling-a-tank", "Rates", "Algebra")
        .needs("Flow and filling", "Rates", "Subtraction", "Division")
        .worded(
            "A pipe brings <a> litres of <liquid> a minute into an empty tank of <c> litres, while <b> litres a minute run out through a leak. After how many minutes is the tank full?")
        .worded(
            "Every minute <a> litres flow into a pool and <b> litres drain away. How many minutes does it take to fill the empty pool with <c> litres?")
        .drawn(
            draw -> {
              long out = draw.between(2, 40);
              long gain = draw.between(2, 40);

              return Values.of(out + gain, out, gain * draw.between(5, 90));
            },
            values ->
                values
                    .provided(values.a() > values.b())
                    .with("gain", values.a() - values.b())
                    .working(
                        Fraction.of(values.c(), values.a() - values.b()),
                        "Each minute the contents grow by $<a> - <b> = <gain>$ litres.",
                        "It takes $<c> \\div <gain> = <answer>$ minutes."));
  }

  private static WordedFamily wages() {
    return named("overtime", "Money", "Arithmetic")
        .needs("Wages and earnings", "Multiplication", "Rates")
        .worded(
            "<name> earns \\$<a> per hour and one and a half times as much for overtime. How many dollars does <name> earn for <b> normal hours and <c> hours of overtime?")
        .worded(
            "The hourly wage at a <place> is \\$<a>, and overtime is paid at one and a half times that rate. What is the pay, in dollars, for <b> regular hours and <c> overtime hours?")
        .drawn(
            draw -> Values.of(2 * draw.between(5, 20), draw.between(20, 40), draw.between(2, 12)),
            values -> {
              Fraction rate = Fraction.of(3 * values.a(), 2);
              Fraction overtime = rate.times(Fraction.of(values.c()));

              return values
                  .with("normal", values.a() * values.b())
                  .with("rate", rate)
                  .with("overtime", overtime)
                  .working(
                      overtime.plus(Fraction.of(values.a() * values.b())),
                      "The normal hours pay $<b> \\cdot <a> = <normal>$ dollars.",
                      "An hour of overtime pays $\\frac{3}{2} \\cdot <a> = <rate>$ dollars, so $<c> \\cdot <rate> = <overtime>$ in all.",
                      "Together that is $<normal> + <overtime> = <answer>$ dollars.");
            });
  }

  private static WordedFamily currency() {
    return named("currency", "Money", "Ratios and proportions")
        .needs("Currency", "Multiplication", "Money problems")
        .worded(
            "The exchange rate is <a> yen for one euro. <name> changes <b> euros and spends <c> yen. How many yen are left?")
        .worded(
            "For each euro a bank gives <a> pesos. <name> brings <b> euros to it and then pays <c> pesos for a ticket. How many of the pesos remain?")
        .drawn(
            draw -> {
              long rate = draw.between(15, 170);
              long euros = draw.between(10, 90);

              return Values.of(rate, euros, draw.between(100, rate * euros - 1));
            },
            values ->
                values
                    .with("changed", values.a() * values.b())
                    .working(
                        values.a() * values.b() - values.c(),
                        "The euros are worth $<b> \\cdot <a> = <changed>$ of the other currency.",
                        "After the payment $<changed> - <c> = <answer>$ are left."));
  }

  private static WordedFamily calendar() {
    return named("weeks-and-days", "Measurement", "Arithmetic")
        .needs("Days and weeks", "Time calculation", "Equal groups", "Multiplication")
        .worded(
            "A course lasts <a> weeks and <b> days. <name> studies <c> pages each day. How many pages is that in all?")
        .worded(
            "For <a> weeks and <b> days a <place> sells <c> tickets every day of the week. How many tickets does it sell?")
        .drawn(
            draw -> Values.of(draw.between(2, 20), draw.between(1, 6), draw.between(3, 60)),
            values -> {
              long days = DAYS * values.a() + values.b();

              return values
                  .with("full", DAYS * values.a())
                  .with("days", days)
                  .working(
                      days * values.c(),
                      "A week has 7 days, so the time is $7 \\cdot <a> + <b> = <full> + <b> = <days>$ days.",
                      "In all that is $<days> \\cdot <c> = <answer>$.");
            });
  }

  private static WordedFamily weekday() {
    return named("day-of-the-week", "Measurement", "Number theory")
        .needs("Days and weeks", "Modular arithmetic", "Remainders")
        .worded("Today is <weekday>. What day of the week will it be in <a> days?")
        .worded(
            "<name> planted a tree on a <weekday>. On which day of the week will the tree have stood for <a> days?")
        .drawn(
            draw -> Values.of(draw.between(10, 1000)),
            values -> {
              List<String> week = Words.of("weekday");
              int today = week.indexOf(values.words().get("weekday"));
              long rest = values.a() % DAYS;

              return values
                  .provided(today >= 0 && values.a() >= 0)
                  .with("rest", rest)
                  .with("weeks", values.a() / DAYS)
                  .working(
                      "\\text{" + week.get((int) ((today + rest) % DAYS)) + "}",
                      "The days of the week repeat every 7 days, and $<a> = 7 \\cdot <weeks> + <rest>$.",
                      "So it is the day that comes $<rest>$ days after <weekday>: $<answer>$.");
            });
  }

  private static WordedFamily scales() {
    return named("weighing", "Measurement", "Algebra")
        .needs("Weight problems", "Working backwards", "Division")
        .worded(
            "A box with <a> equal <item> weighs <b> grams. The empty box weighs <c> grams. How many grams does each of the <item> weigh?")
        .worded(
            "<a> jars of the same weight stand on a tray that weighs <c> grams. Together with the tray they weigh <b> grams. Find the weight of one jar in grams.")
        .drawn(
            draw -> {
              long count = draw.between(3, 40);
              long box = 10 * draw.between(5, 60);

              return Values.of(count, count * draw.between(12, 250) + box, box);
            },
            values ->
                values
                    .with("rest", values.b() - values.c())
                    .working(
                        Fraction.of(values.b() - values.c(), values.a()),
                        "Without what holds them they weigh $<b> - <c> = <rest>$ grams.",
                        "Each weighs $<rest> \\div <a> = <answer>$ grams."));
  }

  private static WordedFamily temperature() {
    return named("temperature", "Measurement", "Arithmetic")
        .needs("Temperature", "Negative numbers", "Order of operations")
        .worded(
            "At noon the temperature is <a> degrees. It falls by <b> degrees every hour for <c> hours and then rises by <d> degrees. How many degrees is it then?")
        .worded(
            "A freezer is at <a> degrees Celsius. It cools by <b> degrees an hour for <c> hours; after that it becomes <d> degrees warmer. Find its temperature in degrees Celsius.")
        .drawn(
            draw -> {
              long fall = draw.between(2, 6);
              long hours = draw.between(3, 9);

              return Values.of(draw.between(-5, fall * hours - 5), fall, hours, draw.between(2, 4));
            },
            values -> {
              long fallen = values.b() * values.c();

              return values
                  .with("fallen", fallen)
                  .with("low", values.a() - fallen)
                  .working(
                      values.a() - fallen + values.d(),
                      "It falls by $<c> \\cdot <b> = <fallen>$ degrees, to $<a> - <fallen> = <low>$ degrees.",
                      "After the rise it is $<low> + <d> = <answer>$ degrees.");
            });
  }

  private static WordedFamily heights() {
    return named("cut-in-two", "Measurement", "Algebra")
        .needs("Lengths and heights", "Setting up equations", "Comparing quantities")
        .worded(
            "A rope <a> cm long is cut into two pieces, one of them <b> cm longer than the other. How many centimetres long is the longer piece?")
        .worded(
            "<name> is <b> cm taller than <other>, and their heights add up to <a> cm. How tall is <name> in centimetres?")
        .drawn(
            draw -> {
              long shorter = draw.between(90, 180);
              long more = draw.between(2, 60);

              return Values.of(2 * shorter + more, more);
            },
            values ->
                values
                    .with("double", values.a() + values.b())
                    .working(
                        Fraction.of(values.a() + values.b(), 2),
                        "If the smaller length were <b> cm more, both would be equal and add up to $<a> + <b> = <double>$ cm.",
                        "So the larger length is $<double> \\div 2 = <answer>$ cm."));
  }
}
