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

  private Measures() {}

  private static void put(String quantity, String... units) {
    for (String unit : units) {
      QUANTITIES.put(unit, quantity);
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
