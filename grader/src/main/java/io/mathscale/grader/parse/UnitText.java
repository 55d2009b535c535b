package io.mathscale.grader.parse;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Nodes;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.expression.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The text after a number, divided into a power of ten in words, as in {@code 3.5 million}, and a
 * unit.
 *
 * @param zeros the power of ten
 * @param dozens how many dozens are multiplied
 * @param unit the unit, which may be empty
 */
record UnitText(int zeros, int dozens, String unit) {
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Map<String, Integer> ZEROS =
      Map.ofEntries(
          Map.entry("hundred", 2),
          Map.entry("thousand", 3),
          Map.entry("million", 6),
          Map.entry("millions", 6),
          Map.entry("billion", 9),
          Map.entry("billions", 9),
          Map.entry("trillion", 12),
          Map.entry("百", 2),
          Map.entry("千", 3),
          Map.entry("万", 4),
          Map.entry("百万", 6),
          Map.entry("千万", 7),
          Map.entry("亿", 8),
          Map.entry("万亿", 12));

  /** Chinese words of numbers, the longest first, which stand before a unit without a space. */
  private static final List<String> CHINESE = List.of("万亿", "千万", "百万", "亿", "万");

  /**
   * The parts of a text.
   *
   * @param text what stands behind the number
   * @param currency the unit of the sign of money beside it, or empty
   */
  static UnitText of(String text, String currency) {
    if (text.isBlank()) {
      return new UnitText(0, 0, currency);
    }
    List<String> words = new ArrayList<>(List.of(SPACES.split(text.strip())));
    int zeros = 0;
    int dozens = 0;
    while (!words.isEmpty()) {
      String word = words.get(0).toLowerCase(Locale.ROOT);
      String scale = ZEROS.containsKey(word) ? word : "";
      for (int i = 0; i < CHINESE.size() && scale.isEmpty(); i++) {
        scale = word.startsWith(CHINESE.get(i)) ? CHINESE.get(i) : "";
      }
      if (word.equals("dozen") || word.equals("dozens")) {
        dozens++;
        words.remove(0);
      } else if (!scale.isEmpty()) {
        zeros += ZEROS.get(scale);
        String rest = words.remove(0).substring(scale.length());
        if (!rest.isEmpty()) {
          words.add(0, rest);
        }
      } else {
        break;
      }
    }
    return new UnitText(zeros, dozens, withCurrency(String.join(" ", words), currency));
  }

  private static String withCurrency(String unit, String currency) {
    if (currency.isEmpty() || unit.isEmpty()) {
      return currency + unit;
    }
    if (unit.startsWith("/") || unit.startsWith("per ")) {
      return currency + " " + unit;
    }
    boolean isMoney =
        Units.parse(unit)
            .filter(known -> Units.parse(currency).orElseThrow().kind().equals(known.kind()))
            .isPresent();
    return isMoney ? unit : currency + " " + unit;
  }

  /** The value times the power of ten and the dozens. */
  Node times(Node value) {
    Node scaled = value;
    if (zeros > 0) {
      scaled =
          value instanceof Node.Decimal decimal
              ? Nodes.scaled(decimal, zeros)
              : times(value, Rational.of(10).power(java.math.BigInteger.valueOf(zeros)));
    }
    for (int i = 0; i < dozens; i++) {
      scaled = times(scaled, Rational.of(12));
    }
    return scaled;
  }

  private static Node times(Node value, Rational factor) {
    return value instanceof Node.Num number
        ? new Node.Num(number.value().times(factor))
        : Nodes.product(List.of(value, new Node.Num(factor)));
  }
}
