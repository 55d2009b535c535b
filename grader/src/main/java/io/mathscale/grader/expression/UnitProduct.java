package io.mathscale.grader.expression;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A product of powers of units, as its words are read. */
final class UnitProduct {
  private static final int LARGEST_POWER = 12;

  private final Map<String, Integer> powers = new TreeMap<>();
  private Rational size = Rational.ONE;

  /** The product of units that stand in a text of words and strokes, such as {@code J / s}. */
  static Optional<Units.Unit> of(String text, Function<String, Optional<Units.Unit>> units) {
    return of(List.of(text.split(" ")), units);
  }

  /**
   * What the words measure; empty if one of them is not known.
   *
   * @param words names of units, {@code /}, {@code square} and the like, and exponents
   * @param units the unit of a name
   */
  static Optional<Units.Unit> of(List<String> words, Function<String, Optional<Units.Unit>> units) {
    UnitProduct product = new UnitProduct();
    int sign = 1;
    int power = 1;
    Units.Unit last = null;
    for (String word : words) {
      int exponent = exponent(word);
      if (word.equals("/") || word.equals("per")) {
        sign = -1;
      } else if (exponent != 0) {
        if (last == null) {
          return Optional.empty();
        }
        product.multiply(last, sign * (exponent - 1));
      } else if (!word.equals("square") && !word.equals("sq") && !word.equals("cubic")) {
        last = units.apply(word).orElse(null);
        if (last == null) {
          return Optional.empty();
        }
        product.multiply(last, sign * power);
        power = 1;
      } else {
        power = word.equals("cubic") ? 3 : 2;
      }
    }
    return last == null ? Optional.empty() : product.unit();
  }

  /** The exponent that a word is, or 0. */
  private static int exponent(String word) {
    return switch (word) {
      case "squared", "2" -> 2;
      case "cubed", "3" -> 3;
      case "1" -> 1;
      case "-1" -> -1;
      case "-2" -> -2;
      case "-3" -> -3;
      default -> 0;
    };
  }

  private void multiply(Units.Unit unit, int power) {
    if (power == 0) {
      return;
    }
    size = size.times(unit.size().power(BigInteger.valueOf(power)));
    if (unit.kind().isEmpty()) {
      return;
    }
    for (String factor : unit.kind().split("\\*")) {
      int caret = factor.indexOf('^');
      String base = caret < 0 ? factor : factor.substring(0, caret);
      int own = caret < 0 ? 1 : Integer.parseInt(factor.substring(caret + 1));
      powers.merge(base, own * power, Integer::sum);
    }
  }

  private Optional<Units.Unit> unit() {
    StringBuilder kind = new StringBuilder();
    for (Map.Entry<String, Integer> factor : powers.entrySet()) {
      int power = factor.getValue();
      if (Math.abs(power) > LARGEST_POWER) {
        return Optional.empty();
      }
      if (power != 0) {
        kind.append(kind.isEmpty() ? "" : "*").append(factor.getKey());
        kind.append(power == 1 ? "" : "^" + power);
      }
    }
    return Optional.of(new Units.Unit(kind.toString(), size));
  }
}
