package io.mathscale.grader.expression;

import java.math.BigDecimal;
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
    add("length", "0.1", "Å Å angstrom ångström");
    add("length", "1000", "µm μm micrometer micron 微米");
    add("length", "1000000", "mm millimeter millimetre 毫米");
    add("length", "10000000", "cm centimeter centimetre 厘米");
    add("length", "100000000", "dm decimeter decimetre 分米");
    add("length", "1000000000", "m meter metre 米");
    add("length", "1000000000000", "km kilometer kilometre 千米 公里");
    add("length", "25400000", "in inch inches");
    add("length", "304800000", "ft foot feet");
    add("length", "914400000", "yd yard");
    add("length", "1609344000000", "mi mile");
    add("mass", "1", "mg milligram 毫克");
    add("mass", "1000", "g gram 克");
    add("mass", "1000000", "kg kilogram kilo 千克 公斤");
    add("mass", "1000000000", "ton tonne 吨");
    add("pounds", "1", "oz ounce");
    add("pounds", "16", "lb lbs pound");
    add("time", "1", "s sec second 秒 秒钟");
    add("time", "60", "min minute 分钟");
    add("time", "3600", "h hr hrs hour 小时 时");
    add("time", "86400", "day 天 日");
    add("time", "604800", "week wk 周 星期");
    add("months", "1", "month 月 个月");
    add("months", "12", "year yr 年 岁");
    add("money", "1", "cent penny pennies");
    add("money", "100", "dollar usd 美元");
    add("yuan", "100", "yuan rmb 元 块 人民币");
    add("yuan", "10", "角");
    add("yuan", "1000000", "万元");
    add("euro", "100", "euro eur 欧元");
    add("pound sterling", "1", "pence");
    add("pound sterling", "100", "gbp pound-sterling 英镑");
    add("angle", "1", "arcsecond");
    add("angle", "60", "arcminute");
    add("angle", "3600", "deg degree ° 度");
    add("volume", "1", "ml mL milliliter millilitre cc 毫升");
    add("volume", "1000", "l L liter litre 升");
    add("gallons", "1", "quart qt");
    add("gallons", "4", "gallon gal");
    add("temperature", "1", "celsius ℃ 摄氏度");
    add("temperature f", "1", "fahrenheit ℉ 华氏度");
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
    add("radian", "1", "rad radian 弧度");
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
    Unit unit = new Unit(kind, Rational.of(new BigDecimal(size)));
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
    for (String word : words(text.replace("pounds sterling", "gbp"))) {
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
        addWords(word.toString(), words);
        word.setLength(0);
      }
      if (c == '/' || Character.isDigit(c)) {
        words.add(String.valueOf(c));
      }
    }

    return words;
  }

  /** A word, or what a Chinese word for a square or a cube consists of. */
  private static void addWords(String word, List<String> words) {
    if (word.length() > 2 && (word.startsWith("平方") || word.startsWith("立方"))) {
      words.add(word.startsWith("平方") ? "square" : "cubic");
      words.add(word.substring(2));
    } else if (word.length() > 1 && word.startsWith("每")) {
      words.add("per");
      words.add(word.substring(1));
    } else {
      words.addAll(SPEEDS.getOrDefault(word, List.of(word)));
    }
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
