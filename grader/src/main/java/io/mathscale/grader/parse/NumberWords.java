package io.mathscale.grader.parse;

import io.mathscale.grader.expression.Rational;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads numbers in English words, such as {@code twenty one}, {@code three hundred five} and {@code
 * two thirds}.
 */
final class NumberWords {
  private static final List<String> UP_TO_NINETEEN =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> TENS =
      List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
  private static final Map<String, Integer> FRACTIONS =
      Map.of(
          "half",
          2,
          "halves",
          2,
          "third",
          3,
          "thirds",
          3,
          "quarter",
          4,
          "quarters",
          4,
          "fourth",
          4,
          "fourths",
          4,
          "fifth",
          5,
          "fifths",
          5);

  private NumberWords() {}

  /**
   * The number that the words are, or empty if they are none.
   *
   * @param words lower case, separated by single spaces
   */
  static Optional<Rational> read(String words) {
    if (words.equals("half")) {
      return Optional.of(Rational.ONE.dividedBy(Rational.of(2)));
    }
    long total = 0;
    long current = 0;
    boolean any = false;
    String[] parts = words.split(" ");
    for (int i = 0; i < parts.length; i++) {
      String word = parts[i];
      if (UP_TO_NINETEEN.contains(word)) {
        current += UP_TO_NINETEEN.indexOf(word);
      } else if (!word.isEmpty() && TENS.contains(word)) {
        current += 10L * TENS.indexOf(word);
      } else if (word.equals("hundred")) {
        current = Math.max(current, 1) * 100;
      } else if (word.equals("thousand") || word.equals("million")) {
        total += Math.max(current, 1) * (word.equals("thousand") ? 1_000 : 1_000_000);
        current = 0;
      } else if (FRACTIONS.containsKey(word) && i == parts.length - 1 && any) {
        return Optional.of(
            Rational.of(total + current).dividedBy(Rational.of(FRACTIONS.get(word))));
      } else if (!word.equals("and") || !any) {
        return Optional.empty();
      }
      any = true;
    }
    return any ? Optional.of(Rational.of(total + current)) : Optional.empty();
  }
}
