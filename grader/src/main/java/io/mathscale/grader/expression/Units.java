package io.mathscale.grader.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows units of measure by their names, with their sizes. */
public final class Units {
  /**
   * A unit, or a product of powers of units.
   *
   * @param kind what it measures, a product of powers; the same for units that can be converted
   *     into each other
   * @param size how many of the smallest listed unit of its kind it is
   */
  public record Unit(String kind, Rational size) {}

  private static final Map<String, List<String>> SPEEDS =
      Map.of(
          "mph", List.of("mi", "/", "h"),
          "kph", List.of("km", "/", "h"),
          "kmh", List.of("km", "/", "h"),
          "bpm", List.of("beat", "/", "min"));

  private static final Set<String> GENERIC =
      Set.of("unit", "square unit", "sq unit", "cubic unit", "unit 2", "unit 3");

  private static final int LONGEST = 100;

  private static final Pattern FLUID_OUNCE =
      Pattern.compile("^fl(?:uid|\\.)?\\s*(?:oz\\.?|ounces?)");

  private Units() {}

  /**
   * Whether the word is the name of a unit, in singular or plural, wherever it stands. Signs such
   * as {@code ha}, which may be products of variables, are units only where {@link #parse} is
   * asked.
   */
  public static boolean isUnit(String word) {
    return SPEEDS.containsKey(word)
        || (!UnitTable.isLikeProduct(word) && UnitTable.lookUp(word).isPresent());
  }

  /** Whether the text is the name of one unit, and no product or power of units. */
  public static boolean isSingle(String text) {
    return UnitTable.lookUp(text).isPresent();
  }

  /**
   * What a text such as {@code miles}, {@code cm^2}, {@code square feet} or {@code km/h} measures;
   * empty if a word in it is not a unit.
   */
  public static Optional<Unit> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String named = text.replace("pounds sterling", "gbp");
    if (named.startsWith("fl")) {
      named = FLUID_OUNCE.matcher(named).replaceFirst("floz");
    }
    return UnitProduct.of(words(named), UnitTable::lookUp);
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

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetter(c) || c == '°' || c == '₹' || (c == '.' && !word.isEmpty())) {
        word.append(c);
        continue;
      }
      if (!word.isEmpty()) {
        addWords(word.toString(), words);
        word.setLength(0);
      }
      boolean isNegative =
          c == '-' && i + 1 < text.length() && "123".indexOf(text.charAt(i + 1)) >= 0;
      if (isNegative && !words.isEmpty()) {
        words.add(text.substring(i, i + 2));
        i++;
      } else if (c == '/' || Character.isDigit(c)) {
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
}
