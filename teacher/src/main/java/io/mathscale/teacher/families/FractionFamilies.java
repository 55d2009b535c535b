package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of fractions and decimals. */
final class FractionFamilies {
  private FractionFamilies() {}

  static List<WordedFamily> all() {
    return List.of(sum(), remainder(), quotient(), partOfWhole());
  }

  private static WordedFamily sum() {
    return named("fraction-sum", "Fractions", "Arithmetic")
        .needs(
            "Adding fractions",
            "Common denominators",
            "Fraction operations",
            "Simplifying fractions")
        .worded(
            "Compute $\\frac{<a>}{<b>} + \\frac{<c>}{<d>}$. Give the answer as a fraction in lowest terms.")
        .worded(
            "One jug holds $\\frac{<a>}{<b>}$ of a litre of <liquid> and another holds"
                + " $\\frac{<c>}{<d>}$ of a litre. How many litres of <liquid> do they hold together?")
        .drawn(
            TwoFractions::drawn,
            drawn -> {
              Values values = TwoFractions.overCommonDenominator(drawn);
              long left = values.at("left");
              long right = values.at("right");

              return values
                  .with("sum", left + right)
                  .working(
                      Fraction.of(left + right, values.at("common")),
                      "The least common denominator of <b> and <d> is <common>.",
                      "So $\\frac{<a>}{<b>} + \\frac{<c>}{<d>} = \\frac{<left>}{<common>} +"
                          + " \\frac{<right>}{<common>} = \\frac{<sum>}{<common>}$.",
                      "In lowest terms this is $<answer>$.");
            });
  }

  private static WordedFamily remainder() {
    return named("fraction-remainder", "Fractions", "Word problems")
        .needs("Fraction of a quantity", "Subtracting fractions", "Remaining quantity")
        .worded(
            "A <place> has <a> <item>. It sells $\\frac{<b>}{<c>}$ of them on Monday and"
                + " $\\frac{1}{<d>}$ of the rest on Tuesday. How many <item> are left?")
        .worded(
            "<name> collected <a> <item>, gave $\\frac{<b>}{<c>}$ of them to <other>, and then lost"
                + " $\\frac{1}{<d>}$ of what remained. How many <item> does <name> still have?")
        .drawn(
            draw -> {
              long first = draw.between(3, 8);
              long second = draw.between(2, 6);

              return Values.of(
                  first * second * draw.between(2, 15), draw.between(1, first - 1), first, second);
            },
            values -> {
              Fraction gone = Fraction.of(values.a()).times(Fraction.of(values.b(), values.c()));
              Fraction rest = Fraction.of(values.a()).minus(gone);
              Fraction more = rest.over(Fraction.of(values.d()));

              return values
                  .with("gone", gone)
                  .with("rest", rest)
                  .with("more", more)
                  .working(
                      rest.minus(more),
                      "First $\\frac{<b>}{<c>} \\times <a> = <gone>$ go, which leaves $<a> - <gone> ="
                          + " <rest>$.",
                      "Then $\\frac{1}{<d>} \\times <rest> = <more>$ more go.",
                      "What is left is $<rest> - <more> = <answer>$.");
            });
  }

  private static WordedFamily quotient() {
    return named("fraction-quotient", "Fractions", "Division")
        .needs("Dividing fractions", "Reciprocals", "Fraction operations")
        .worded(
            "A ribbon $<a>$ metres long is cut into pieces of $\\frac{<b>}{<c>}$ of a metre. How many"
                + " such pieces is that?")
        .worded(
            "<name> fills glasses of $\\frac{<b>}{<c>}$ of a litre from a tank of $<a>$ litres of"
                + " <liquid>. How many glasses can be filled?")
        .drawn(
            draw -> {
              long part = draw.between(2, 9);

              return Values.of(part * draw.between(2, 30), part, draw.otherThan(part, 3, 12));
            },
            values ->
                values
                    .with("product", values.a() * values.c())
                    .working(
                        Fraction.of(values.a() * values.c(), values.b()),
                        "Dividing by a fraction is multiplying by its reciprocal: $<a> \\div"
                            + " \\frac{<b>}{<c>} = <a> \\times \\frac{<c>}{<b>}$.",
                        "This is $\\frac{<product>}{<b>} = <answer>$."));
  }

  private static WordedFamily partOfWhole() {
    return named("whole-from-part", "Fractions", "Word problems")
        .needs("Finding the whole from a part", "Fraction of a quantity", "Working backwards")
        .worded(
            "$\\frac{<a>}{<b>}$ of the <people> in a club wear glasses. If <c> of them wear glasses,"
                + " how many <people> are in the club?")
        .worded(
            "<name> has read <c> pages, which is $\\frac{<a>}{<b>}$ of a book. How many pages does the"
                + " book have?")
        .drawn(
            draw -> {
              long whole = draw.between(3, 12);
              long part = draw.between(2, whole - 1);

              return Values.of(part, whole, part * draw.between(3, 40));
            },
            values ->
                values
                    .with("one", Fraction.of(values.c(), values.a()))
                    .working(
                        Fraction.of(values.c() * values.b(), values.a()),
                        "One of the <b> equal parts is $<c> \\div <a> = <one>$.",
                        "All <b> parts are $<b> \\times <one> = <answer>$."));
  }
}
