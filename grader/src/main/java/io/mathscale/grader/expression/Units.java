package io.mathscale.grader.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows units of measure by their names, with their sizes. */
public final class Units {
  /**
   * A unit, or a product of powers of units.
   *
   * @param kind what it measures; the same for units that can be converted into each other
   * @param size how many of the smallest listed unit of its kind it is
   */
  public record Unit(String kind, Rational size) {}

  private static final Map<String, Unit> UNITS = new HashMap<>();

  static {
    add("length", "1", "nm nanometer nanometre");
    add("length", "1000", "µm micrometer micron");
    add("length", "1000000", "mm millimeter millimetre");
    add("length", "10000000", "cm centimeter centimetre");
    add("length", "100000000", "dm decimeter decimetre");
    add("length", "1000000000", "m meter metre");
    add("length", "1000000000000", "km kilometer kilometre");
    add("length", "25400000", "in inch inches");
    add("length", "304800000", "ft foot feet");
    add("length", "914400000", "yd yard");
    add("length", "1609344000000", "mi mile");
    add("mass", "1", "mg milligram");
    add("mass", "1000", "g gram");
    add("mass", "1000000", "kg kilogram kilo");
    add("mass", "1000000000", "ton tonne");
    add("pounds", "1", "oz ounce");
    add("pounds", "16", "lb lbs pound");
    add("time", "1", "s sec second");
    add("time", "60", "min minute");
    add("time", "3600", "h hr hrs hour");
    add("time", "86400", "day");
    add("time", "604800", "week wk");
    add("months", "1", "month");
    add("months", "12", "year yr");
    add("money", "1", "cent penny pennies");
    add("money", "100", "dollar usd");
    add("yuan", "100", "yuan rmb");
    add("euro", "100", "euro eur");
    add("pound sterling", "100", "gbp");
    add("angle", "1", "deg degree °");
    add("volume", "1", "ml mL milliliter millilitre cc");
    add("volume", "1000", "l L liter litre");
    add("gallons", "1", "quart qt");
    add("gallons", "4", "gallon gal");
    add("temperature", "1", "celsius");
    add("temperature f", "1", "fahrenheit");
    add("charge", "1", "coulomb C");
    add("force", "1", "newton N");
    add("force", "1000", "kN kilonewton");
    add("energy", "1", "joule J");
    add("energy", "1000", "kJ kilojoule");
    add("power", "1", "watt W");
    add("power", "1000", "kW kilowatt");
    add("voltage", "1", "volt V");
    add("current", "1", "ampere amp A");
    add("frequency", "1", "hz Hz hertz");
    add("radian", "1", "rad radian");
    add("forenoon", "1", "am a.m.");
    add("afternoon", "1", "pm p.m.");
  }

  private static final Map<String, List<String>> SPEEDS =
      Map.of(
          "mph", List.of("mi", "/", "h"),
          "kph", List.of("km", "/", "h"),
          "kmh", List.of("km", "/", "h"),
          "bpm", List.of("beat", "/", "min"));

  private static final Set<String> GENERIC =
      Set.of("unit", "square unit", "sq unit", "cubic unit", "unit 2", "unit 3");

  private Units() {}

  private static void add(String kind, String size, String names) {
    Unit unit = new Unit(kind, Rational.of(Long.parseLong(size)));
    for (String name : names.split(" ")) {
      UNITS.put(name, unit);
    }
  }

  /** Whether the word is the name of a unit, in singular or plural. */
  public static boolean isUnit(String word) {
    return SPEEDS.containsKey(word) || lookUp(word).isPresent();
  }

  /**
   * What a text such as {@code miles}, {@code cm^2}, {@code square feet} or {@code km/h} measures;
   * empty if a word in it is not a unit.
   */
  public static Optional<Unit> parse(String text) {
    List<String> kinds = new ArrayList<>();
    Rational size = Rational.ONE;
    int sign = 1;
    int power = 1;
    Unit last = null;
    for (String word : words(text)) {
      switch (word) {
        case "/", "per" -> sign = -1;
        case "square", "sq" -> power = 2;
        case "cubic" -> power = 3;
        case "squared", "2" -> {
          if (last == null) {
            return Optional.empty();
          }
          kinds.add(kind(last, sign));
          size = size.times(size(last, sign));
        }
        case "cubed", "3" -> {
          if (last == null) {
            return Optional.empty();
          }
          kinds.addAll(List.of(kind(last, sign), kind(last, sign)));
          size = size.times(size(last, sign)).times(size(last, sign));
        }
        default -> {
          Optional<Unit> unit = lookUp(word);
          if (unit.isEmpty()) {
            return Optional.empty();
          }
          last = unit.get();
          for (int i = 0; i < power; i++) {
            kinds.add(kind(last, sign));
            size = size.times(size(last, sign));
          }
          power = 1;
        }
      }
    }
    if (last == null) {
      return Optional.empty();
    }
    kinds.sort(null);
    return Optional.of(new Unit(String.join(" ", kinds), size));
  }

  /**
   * Whether two texts that are not known units are the same word, or one is generic, as {@code
   * units}.
   */
  public static boolean sameWords(String first, String second) {
    String left = stem(first);
    String right = stem(second);
    return left.equals(right) || GENERIC.contains(left) || GENERIC.contains(right);
  }

  private static String stem(String text) {
    String words = String.join(" ", words(text)).toLowerCase(Locale.ROOT);
    return words.endsWith("s") ? words.substring(0, words.length() - 1) : words;
  }

  private static String kind(Unit unit, int sign) {
    return sign > 0 ? unit.kind() : "per " + unit.kind();
  }

  private static Rational size(Unit unit, int sign) {
    return sign > 0 ? unit.size() : unit.size().inverse();
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetter(c) || c == '°' || (c == '.' && !word.isEmpty())) {
        word.append(c);
        continue;
      }
      if (!word.isEmpty()) {
        words.addAll(SPEEDS.getOrDefault(word.toString(), List.of(word.toString())));
        word.setLength(0);
      }
      if (c == '/' || Character.isDigit(c)) {
        words.add(String.valueOf(c));
      }
    }

    return words;
  }

  private static Optional<Unit> lookUp(String word) {
    Unit unit = UNITS.get(word);
    if (unit == null && word.length() > 1) {
      String lower = word.toLowerCase(Locale.ROOT);
      unit = UNITS.get(lower);
      if (unit == null && lower.endsWith(".")) {
        unit = UNITS.get(lower.substring(0, lower.length() - 1));
      }
      if (unit == null && lower.endsWith("s") && lower.length() > 3) {
        unit = UNITS.get(lower.substring(0, lower.length() - 1));
      }
    }
    return Optional.ofNullable(unit);
  }
}
