package io.mathscale.grader.expression;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The units that are known by a word, with their sizes. */
final class UnitTable {
  private static final Map<String, Units.Unit> UNITS = new HashMap<>();

  /** Names of at most three letters that may be products of variables where no space is. */
  private static final Set<String> LIKE_PRODUCTS = new HashSet<>();

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
    add("mass", "28349.523125", "oz ounce");
    add("mass", "453592.37", "lb lbs pound");
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
    derive("cm cm cm", "1", "ml mL milliliter millilitre cc 毫升");
    derive("dm dm dm", "1", "l L liter litre 升");
    derive("in in in", "231", "gallon gal");
    derive("in in in", "57.75", "quart qt");
    add("temperature", "1", "celsius ℃ 摄氏度");
    add("temperature f", "1", "fahrenheit ℉ 华氏度");
    add("charge", "1", "coulomb C");
    derive("kg m / s s", "1", "newton N");
    derive("N", "1000", "kN kilonewton");
    derive("N m", "1", "joule J");
    derive("J", "1000", "kJ kilojoule");
    derive("J / s", "1", "watt W");
    derive("W", "1000", "kW kilowatt");
    derive("J / C", "1", "volt V");
    derive("C / s", "1", "ampere amp A");
    derive("/ s", "1", "hz Hz hertz");
    add("radian", "1", "rad radian 弧度");
    add("forenoon", "1", "am a.m.");
    add("afternoon", "1", "pm p.m.");
    addMore();
  }

  private UnitTable() {}

  /** Units whose signs are no units right behind a number, where they may be variables. */
  private static void addMore() {
    deriveMore("dm dm dm", "0.01", "cL centiliter centilitre");
    deriveMore("dm dm dm", "0.1", "dL deciliter decilitre");
    deriveMore("m m m", "1", "kL kiloliter kilolitre");
    deriveMore("cm cm cm", "0.001", "\u00b5L \u03bcL microliter microlitre");
    deriveMore("gal", "0.125", "pint");
    deriveMore("gal", "0.0625", "cup");
    deriveMore("gal", "0.0078125", "floz");
    deriveMore("floz", "0.5", "tbsp tablespoon");
    deriveMore("in in in", "0.30078125", "tsp teaspoon");
    deriveMore("m m", "10000", "ha hectare 公顷");
    deriveMore("ft ft", "43560", "acre");
    deriveMore("g", "1", "gm gms");
    deriveMore("mg", "0.001", "\u00b5g \u03bcg microgram");
    deriveMore("s", "0.001", "ms millisecond");
    deriveMore("s", "0.000001", "\u00b5s \u03bcs microsecond");
    deriveMore("s", "0.000000001", "ns nanosecond");
    deriveMore("N / m m", "1", "Pa pascal");
    deriveMore("Pa", "100", "hPa hectopascal");
    deriveMore("Pa", "1000", "kPa kilopascal");
    deriveMore("Pa", "1000000", "MPa megapascal");
    deriveMore("Pa", "1000000000", "GPa gigapascal");
    deriveMore("Pa", "101325", "atm atmosphere");
    deriveMore("Pa", "100000", "bar");
    deriveMore("Pa", "133.322387415", "mmHg");
    deriveMore("N / in in", "4.4482216152605", "psi");
    deriveMore("J", "0.001", "mJ millijoule");
    deriveMore("J", "1000000", "MJ megajoule");
    deriveMore("J", "1000000000", "GJ gigajoule");
    deriveMore("J", "3600", "Wh");
    deriveMore("J", "3600000", "kWh");
    deriveMore("J", "3600000000", "MWh");
    deriveMore("J", "4.184", "cal calorie");
    deriveMore("J", "4184", "kcal kilocalorie");
    deriveMore("J", "0.0000000000000000001602176634", "eV");
    deriveMore("W", "0.001", "mW milliwatt");
    deriveMore("W", "1000000", "MW megawatt");
    deriveMore("W", "1000000000", "GW gigawatt");
    deriveMore("V", "0.001", "mV millivolt");
    deriveMore("V", "1000", "kV kilovolt");
    deriveMore("A", "0.001", "mA milliampere");
    deriveMore("A", "0.000001", "\u00b5A \u03bcA microampere");
    deriveMore("C", "0.000001", "\u00b5C \u03bcC microcoulomb");
    deriveMore("V / A", "1", "ohm Ω \u2126");
    deriveMore("ohm", "1000", "kΩ k\u2126 kilohm kiloohm");
    deriveMore("ohm", "1000000", "MΩ M\u2126 megaohm megohm");
    deriveMore("C / V", "1", "farad");
    deriveMore("C / V", "0.000001", "\u00b5F \u03bcF microfarad");
    deriveMore("C / V", "0.000000001", "nF nanofarad");
    deriveMore("C / V", "0.000000000001", "pF picofarad");
    deriveMore("N s / C m", "1", "tesla");
    deriveMore("/ s", "1000", "kHz kilohertz");
    deriveMore("/ s", "1000000", "MHz megahertz");
    deriveMore("/ s", "1000000000", "GHz gigahertz");
    addMore("temperature k", "1", "K kelvin");
    addMore("substance", "1", "mol mole 摩尔");
    addMore("substance", "0.001", "mmol millimole");
    addMore("substance", "1000", "kmol kilomole");
    addMore("data", "1", "bit");
    addMore("data", "8", "byte");
    addMore("data", "8000", "kB KB kilobyte");
    addMore("data", "8000000", "MB megabyte");
    addMore("data", "8000000000", "GB gigabyte");
    addMore("data", "8000000000000", "TB terabyte");
    deriveMore("bit / s", "1000000", "Mbps");
    deriveMore("bit / s", "1000000000", "Gbps");
    addMore("turn", "1", "rev revolution");
    deriveMore("rev / min", "1", "rpm RPM");
    deriveMore("mi / gal", "1", "mpg MPG");
    addMore("loudness", "1", "dB decibel");
    addMore("parts per million", "1", "ppm");
    addMore("parts per billion", "1", "ppb");
    addMore("acidity", "1", "pH");
    addMore("pieces", "1", "pcs piece");
    addMore("yen", "1", "yen jpy JPY 日元");
    addMore("won", "1", "won krw KRW 韩元");
    addMore("rupee", "100", "Rs Rs. rs. rupee inr INR ₹ 卢比");
    addMore("rupee", "1", "paise paisa");
    addMore("peso", "1", "peso");
    addMore("franc", "1", "franc chf CHF");
  }

  private static void add(String kind, String size, String names) {
    put(new Units.Unit(kind, Rational.of(new BigDecimal(size))), names);
  }

  private static void addMore(String kind, String size, String names) {
    add(kind, size, names);
    mark(names);
  }

  /** A multiple of a product of units that are in the table already. */
  private static void derive(String units, String size, String names) {
    Units.Unit base = UnitProduct.of(units, UnitTable::lookUp).orElseThrow();
    put(new Units.Unit(base.kind(), base.size().times(Rational.of(new BigDecimal(size)))), names);
  }

  private static void deriveMore(String units, String size, String names) {
    derive(units, size, names);
    mark(names);
  }

  private static void put(Units.Unit unit, String names) {
    for (String name : names.split(" ")) {
      UNITS.put(name, unit);
    }
  }

  private static void mark(String names) {
    for (String name : names.split(" ")) {
      if (name.length() <= 3) {
        LIKE_PRODUCTS.add(name);
      }
    }
  }

  /** Whether a known name may be a product of variables. */
  static boolean isLikeProduct(String name) {
    return LIKE_PRODUCTS.contains(name)
        || (UNITS.get(name) == null && LIKE_PRODUCTS.contains(name.toLowerCase(Locale.ROOT)));
  }

  /** The unit of this name, in singular or plural. */
  static Optional<Units.Unit> lookUp(String word) {
    Units.Unit unit = UNITS.get(word);
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
