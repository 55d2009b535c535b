package io.mathscale.graph.concepts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What two names of the same concept have in common when they differ in hyphens, plurals, articles,
 * possessives, a bracketed abbreviation, or in the turn of the phrase: "Area of circles" and
 * "Circle area", "Mean, median and mode" and "Mode, mean, and median", "Solving linear equations"
 * and "Linear equation solving".
 *
 * <p>Words are put into another order by the grammar of the phrase, never sorted: "Sum of squares"
 * is not "Square of a sum", and "Fractions to decimals" is not "Decimals to fractions". A name with
 * other signs than those of words is left as it is, for there the signs make the difference.
 */
public final class LexicalKey {
  /** Letters, digits, spaces, hyphens, apostrophes and what joins a list. */
  private static final Pattern WORDS_ONLY = Pattern.compile("[\\p{L}\\p{Nd} '’,&_-]+");

  private static final Pattern FULL_STOP = Pattern.compile("(?<=.)\\.$");

  private static final Pattern ABBREVIATION =
      Pattern.compile("(?<name>[^()]+?) ?\\((?<short>\\p{L}{2,6})\\)");
  private static final Pattern BETWEEN_PARTS = Pattern.compile(" *, *and +| *[,&] *| +and +");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[ _-]+");
  private static final Pattern POSSESSIVE = Pattern.compile("['’]s?(?=$|[ -])");

  /** A hyphen that stands for none: "non-negative" and "nonnegative". */
  private static final Pattern PREFIX =
      Pattern.compile("\\b(non|co|pre|sub|semi|multi|anti|inter|equi)-(?=\\p{L})");

  private static final Set<String> ARTICLES = Set.of("a", "an", "the");

  /** What precedes one of these qualifies what follows: "angles in triangles". */
  private static final Set<String> PREPOSITIONS = Set.of("of", "in", "on", "with", "for");

  /** Gerunds that precede or follow their object, and the nouns that mean the same. */
  private static final Map<String, String> GERUNDS =
      Map.ofEntries(
          Map.entry("calculating", "calculation"),
          Map.entry("comparing", "comparison"),
          Map.entry("computing", "computation"),
          Map.entry("converting", "conversion"),
          Map.entry("evaluating", "evaluation"),
          Map.entry("factoring", "factorization"),
          Map.entry("factorizing", "factorization"),
          Map.entry("finding", "finding"),
          Map.entry("graphing", "graphing"),
          Map.entry("ordering", "ordering"),
          Map.entry("rounding", "rounding"),
          Map.entry("simplifying", "simplification"),
          Map.entry("solving", "solving"));

  private LexicalKey() {}

  /** The key of a name. */
  public static String of(String name) {
    String sentence = ConceptName.identity(name);
    String identity = withoutAbbreviation(FULL_STOP.matcher(sentence).replaceFirst(""));
    if (!WORDS_ONLY.matcher(identity).matches()) {
      return identity;
    }

    String plain = PREFIX.matcher(POSSESSIVE.matcher(identity).replaceAll("")).replaceAll("$1");
    List<String> parts = new ArrayList<>();
    for (String part : BETWEEN_PARTS.split(plain)) {
      String reordered = reordered(part);
      if (!reordered.isEmpty()) {
        parts.add(reordered);
      }
    }

    parts.sort(null);
    return parts.isEmpty() ? identity : String.join(" and ", parts);
  }

  /** "Least common multiple (lcm)" is "least common multiple": the brackets repeat its initials. */
  private static String withoutAbbreviation(String identity) {
    Matcher matcher = ABBREVIATION.matcher(identity);
    if (!matcher.matches()) {
      return identity;
    }

    StringBuilder initials = new StringBuilder();
    for (String word : BETWEEN_WORDS.split(matcher.group("name"))) {
      initials.append(word, 0, Math.min(1, word.length()));
    }

    return matcher.group("short").contentEquals(initials) ? matcher.group("name") : identity;
  }

  /** "The area of circles" as "circle area". */
  private static String reordered(String part) {
    Deque<String> reordered = new ArrayDeque<>();
    List<String> phrase = new ArrayList<>();
    for (String word : BETWEEN_WORDS.split(part)) {
      if (PREPOSITIONS.contains(word)) {
        reordered.addFirst(gerundLast(phrase));
        phrase.clear();
      } else if (!word.isEmpty() && !ARTICLES.contains(word)) {
        phrase.add(Plurals.singular(word));
      }
    }

    reordered.addFirst(gerundLast(phrase));
    return String.join(" ", reordered).strip();
  }

  private static String gerundLast(List<String> phrase) {
    List<String> words = new ArrayList<>(phrase);
    if (words.size() > 1 && GERUNDS.containsKey(words.get(0))) {
      words.add(words.remove(0));
    }

    words.replaceAll(word -> GERUNDS.getOrDefault(word, word));

    return String.join(" ", words);
  }
}
