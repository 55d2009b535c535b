package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Problems of mixed numbers, of comparing fractions, of decimals and of negative numbers. */
final class DecimalFamilies {
  private DecimalFamilies() {}

  static List<WordedFamily> all() {
    return List.of(mixedNumbers(), larger(), decimals(), rounding(), negatives());
  }

  private static WordedFamily mixedNumbers() {
    return named("mixed-numbers", "Fractions", "Arithmetic")
        .needs("Mixed numbers", "Operations with fractions", "Adding fractions")
        .worded(
            "Compute $<a>\\frac{<b>}{<c>} + <d>\\frac{<e>}{<f>}$, a sum of mixed numbers. Give the answer as a fraction in lowest terms.")
        .worded(
            "<name> walked $<a>\\frac{<b>}{<c>}$ km in the morning and $<d>\\frac{<e>}{<f>}$ km in the afternoon. How many kilometres is that in all, as a fraction in lowest terms?")
        .drawn(
            draw -> {
              long first = draw.between(2, 9);
              long second = draw.otherThan(first, 2, 9);

              return Values.of(
                  draw.between(1, 9),
                  draw.between(1, first - 1),
                  first,
                  draw.between(1, 9),
                  draw.between(1, second - 1),
                  second);
            },
            values -> {
              long left = values.a() * values.c() + values.b();
              long right = values.d() * values.at("f") + values.at("e");

              return values
                  .with("left", left)
                  .with("right", right)
                  .working(
                      Fraction.of(left, values.c()).plus(Fraction.of(right, values.at("f"))),
                      "As fractions the mixed numbers are $\\frac{<a> \\cdot <c> + <b>}{<c>} = \\frac{<left>}{<c>}$ and $\\frac{<d> \\cdot <f> + <e>}{<f>} = \\frac{<right>}{<f>}$.",
                      "Their sum is $\\frac{<left>}{<c>} + \\frac{<right>}{<f>} = <answer>$.");
            });
  }

  private static WordedFamily larger() {
    return named("larger-fraction", "Fractions", "Arithmetic")
        .needs("Comparing fractions", "Operations with fractions", "Common denominators")
        .worded(
            "By how much is the larger of the fractions $\\frac{<a>}{<b>}$ and $\\frac{<c>}{<d>}$ greater than the smaller one?")
        .worded(
            "Compare $\\frac{<a>}{<b>}$ and $\\frac{<c>}{<d>}$, and give the difference between the larger and the smaller fraction.")
        .drawn(
            TwoFractions::drawn,
            drawn -> {
              Values values = TwoFractions.overCommonDenominator(drawn);
              long left = values.at("left");
              long right = values.at("right");

              return values
                  .with("more", Math.max(left, right))
                  .with("less", Math.min(left, right))
                  .working(
                      Fraction.of(Math.abs(left - right), values.at("common")),
                      "With the common denominator $<common>$ the fractions are $\\frac{<left>}{<common>}$ and $\\frac{<right>}{<common>}$.",
                      "Their difference is $\\frac{<more> - <less>}{<common>} = <answer>$.");
            });
  }

  private static WordedFamily decimals() {
    return named("decimal-sum", "Fractions", "Arithmetic")
        .needs("Decimals", "Addition and subtraction", "Place value")
        .worded(
            "Two boards are $<a*>.<b*>$ and $<c*>.<d*>$ metres long. How many metres long are they together?")
        .worded("Compute the sum of the decimals $<a*>.<b*>$ and $<c*>.<d*>$.")
        .drawn(
            draw ->
                Values.of(
                    draw.between(2, 60),
                    draw.between(11, 99),
                    draw.between(2, 60),
                    draw.between(11, 99)),
            values -> {
              BigDecimal first = decimal(values.a(), values.b(), 2);
              BigDecimal second = decimal(values.c(), values.d(), 2);

              return values
                  .with("left", hundredths(values.a(), values.b()))
                  .with("right", hundredths(values.c(), values.d()))
                  .with(
                      "sum",
                      hundredths(values.a(), values.b()) + hundredths(values.c(), values.d()))
                  .working(
                      first.add(second).toPlainString(),
                      "In hundredths the sum is $<left> + <right> = <sum>$.",
                      "So it is $<answer>$.");
            });
  }

  private static WordedFamily rounding() {
    return named("rounding", "Fractions", "Arithmetic")
        .needs("Rounding", "Decimals", "Place value")
        .worded("Round $<a*>.<b*>$ to the nearest hundredth.")
        .worded(
            "A scale shows $<a*>.<b*>$ kg. What is the weight in kilograms, rounded to two decimal places?")
        .drawn(
            draw -> Values.of(draw.between(2, 90), draw.between(101, 999)),
            values -> {
              BigDecimal exact = decimal(values.a(), values.b(), 3);
              long last = values.b() % 10;

              return values
                  .with("last", last)
                  .working(
                      exact.setScale(2, RoundingMode.HALF_UP).toPlainString(),
                      last >= 5
                          ? "The digit of the thousandths is $<last>$, which is 5 or more, so the hundredths are rounded up."
                          : "The digit of the thousandths is $<last>$, which is below 5, so the hundredths stay as they are.",
                      "The rounded number is $<answer>$.");
            });
  }

  private static WordedFamily negatives() {
    return named("negative-numbers", "Arithmetic", "Numerical expressions")
        .needs("Negative numbers", "Order of operations", "Integer arithmetic")
        .worded("Evaluate $-<a> - (-<b>) \\times <c> + (-<d>)$.")
        .worded("What is the value of $-<a> - (-<b>) \\times <c> + (-<d>)$?")
        .drawn(
            draw ->
                Values.of(
                    draw.between(2, 80),
                    draw.between(2, 12),
                    draw.between(2, 12),
                    draw.between(2, 80)),
            values -> {
              long product = values.b() * values.c();

              return values
                  .provided(values.a() > 0 && values.b() > 0 && values.c() > 0 && values.d() > 0)
                  .with("product", product)
                  .working(
                      product - values.a() - values.d(),
                      "The product comes first: $(-<b>) \\times <c> = -<product>$, and subtracting it is adding $<product>$.",
                      "So the value is $-<a> + <product> - <d> = <answer>$.");
            });
  }

  private static long hundredths(long whole, long hundredths) {
    return 100 * whole + hundredths;
  }

  /** Returns the decimal, of which the digits behind the point must be as many as the scale. */
  private static BigDecimal decimal(long whole, long behind, int scale) {
    if (whole < 0 || Long.toString(behind).length() != scale || behind < 0) {
      throw new ArithmeticException("Decimal must have digits behind the point: " + scale);
    }

    return new BigDecimal(whole + "." + behind);
  }
}
