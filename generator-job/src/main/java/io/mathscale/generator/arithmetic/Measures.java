package io.mathscale.generator.arithmetic;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Knows the units of which others measure the same. */
final class Measures {
  private static final Map<String, String> QUANTITIES = new HashMap<>();

  static {
    put(
        "time", "second", "sec", "minute", "min", "mins", "hour", "hr", "hrs", "day", "week",
        "month", "year", "decade", "century", "night", "weekend");
    put(
        "length",
        "inch",
        "inche",
        "foot",
        "feet",
        "ft",
        "yard",
        "mile",
        "mm",
        "cm",
        "dm",
        "meter",
        "metre",
        "km",
        "kilometer",
        "centimeter",
        "millimeter",
        "block",
        "lap");
    put("mass", "ounce", "oz", "pound", "lb", "lbs", "ton", "gram", "kg", "kilogram", "mg");
    put("money", "cent", "penny", "pennie", "nickel", "dime", "quarter", "dollar", "buck");
    put("volume", "cup", "pint", "quart", "gallon", "liter", "litre", "ml", "milliliter");
    put("count", "dozen", "score", "pair", "box", "boxe", "pack", "package", "case", "bag");
    put("angle", "degree", "radian");
  }

  /** How many of one unit another of the same quantity is. */
  private static final double[] FACTORS = {
    2, 3, 4, 5, 7, 8, 10, 12, 14, 16, 20, 24, 25, 28, 30, 31, 36, 48, 50, 52, 60, 64, 100, 128, 144,
    168, 360, 365, 366, 1_000, 1_440, 1_760, 2_000, 3_600, 5_280, 10_000, 1.6, 1.609, 2.2, 2.205,
    2.54, 28.35, 453.6
  };

  private Measures() {}

  private static void put(String quantity, String... units) {
    for (String unit : units) {
      QUANTITIES.put(unit, quantity);
    }
  }

  /**
   * Whether a number is another one in other units, to the digit that it shows. How much a box or a
   * pack holds is not known.
   */
  static boolean mayConvert(Operand left, Operand right) {
    if (left.units().stream().anyMatch(unit -> "count".equals(QUANTITIES.get(unit)))) {
      return true;
    }

    try {
      double one = OperandParser.value(left.tokens(), Reading.USUAL).approximation();
      double other = OperandParser.value(right.tokens(), Reading.USUAL).approximation();
      double digit = Math.pow(10, -right.shownPlaces());
      for (double factor : FACTORS) {
        if (Math.abs(one / factor - other) < digit || Math.abs(one * factor - other) < digit) {
          return true;
        }
      }

      return false;
    } catch (NotComputedException e) {
      return true;
    }
  }

  /**
   * Whether units on the two sides of an equality may have to be converted: two of them measure the
   * same on the left, the right has one that the left has not, or a sum has several.
   */
  static boolean differ(Set<String> left, Set<String> right, boolean isSum) {
    Set<String> quantities = new HashSet<>();
    int measures = 0;
    for (String unit : left) {
      String quantity = QUANTITIES.get(unit);
      if (quantity != null) {
        measures++;
        quantities.add(quantity);
      }
    }

    boolean hasOther =
        measures > 0
            && right.stream()
                .anyMatch(unit -> QUANTITIES.containsKey(unit) && !left.contains(unit));
    return measures > quantities.size()
        || hasOther
        || (isSum && measures > 1)
        || left.contains("cent");
  }
}
