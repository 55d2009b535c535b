package io.mathscale.graph.concepts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a sentence embedding does not see: that "Division with remainders" and "Division without
 * remainders", or fractions to decimals and decimals to fractions, are not the same.
 */
final class MergeVetoes {
  private static final String RESOURCE = "merge-vetoes.txt";

  /** Other signs are those of formulas, where every one of them makes a difference. */
  private static final Pattern WORDS_ONLY = Pattern.compile("[\\p{L}\\p{Nd} '’,.()&_-]+");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final Pattern DIGIT = Pattern.compile(".*\\p{Nd}.*");
  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          "a", "an", "and", "for", "from", "in", "into", "its", "of", "on", "or", "s", "the", "to",
          "with");
  private static final List<Set<String>> GROUPS = groups();

  private MergeVetoes() {}

  /**
   * Whether two names that differ are two concepts: one has a number or a word of a group that the
   * other has not, they have the same words in another order, or one has signs of a formula.
   */
  static boolean isBetween(String one, String other) {
    String first = ConceptName.identity(one);
    String second = ConceptName.identity(other);
    if (!WORDS_ONLY.matcher(first).matches() || !WORDS_ONLY.matcher(second).matches()) {
      return true;
    }

    List<String> firstWords = words(first);
    List<String> secondWords = words(second);
    return !numbers(firstWords).equals(numbers(secondWords))
        || GROUPS.stream().anyMatch(group -> !in(group, firstWords).equals(in(group, secondWords)))
        || isOnlyOrder(firstWords, secondWords);
  }

  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    for (String word : BETWEEN_WORDS.split(name)) {
      if (!word.isEmpty() && !FUNCTION_WORDS.contains(word)) {
        words.add(Plurals.singular(word));
      }
    }

    return words;
  }

  private static Set<String> numbers(List<String> words) {
    Set<String> numbers = new HashSet<>(words);
    numbers.removeIf(word -> !DIGIT.matcher(word).matches());
    return numbers;
  }

  private static Set<String> in(Set<String> group, List<String> words) {
    Set<String> both = new HashSet<>(words);
    both.retainAll(group);
    return both;
  }

  private static boolean isOnlyOrder(List<String> one, List<String> other) {
    return !one.equals(other) && new HashSet<>(one).equals(new HashSet<>(other));
  }

  private static List<Set<String>> groups() {
    try (InputStream stream = MergeVetoes.class.getResourceAsStream(RESOURCE)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Set.of(line.split(" ")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + RESOURCE + " of the job jar", e);
    }
  }
}
