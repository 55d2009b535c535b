package io.mathscale.grader.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Knows the words of several languages that connect the members of an answer. */
public final class Connectives {
  private static final Map<String, String> MEANINGS =
      meanings(
          "and and und and et and y and e and ve and и and та and 和 and 与 and 及 and 以及 and"
              + " 且 and 并且 and",
          "or or oder or ou or o or u or или or або or lub or albo or veya or 或 or 或者 or");

  /** Those that are no names in formulas. */
  private static final Set<String> LONG =
      MEANINGS.keySet().stream()
          .filter(word -> word.length() > 2 || word.charAt(0) > 127)
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern BETWEEN_FORMULAS =
      Pattern.compile("(?<=[$)])\\s*+,?\\s*+(\\p{L}{1,4})\\s*+(?=\\$|\\\\\\()");

  private static final Pattern BETWEEN_VALUES =
      Pattern.compile("(?<=[0-9})$])\\s++(\\p{L}{1,4})\\s++(?=[-−$\\\\(0-9]|[A-Za-z]\\s*=)");

  private Connectives() {}

  /** Whether a word in lower case means "and" or "or" between two formulas. */
  public static boolean has(String lower) {
    return MEANINGS.containsKey(lower);
  }

  /** Whether a word in lower case means "and" or "or" wherever it stands, and is no name. */
  public static boolean isAlways(String lower) {
    return LONG.contains(lower);
  }

  /** The words as an expression of their alternatives, for use between formulas in signs. */
  public static String pattern() {
    return "(?i:" + String.join("|", MEANINGS.keySet().stream().sorted().toList()) + ")";
  }

  /** The text with the English words in place of those between its formulas. */
  public static String inEnglish(String text) {
    return replaced(BETWEEN_VALUES, replaced(BETWEEN_FORMULAS, text, MEANINGS.keySet()), LONG);
  }

  private static String replaced(Pattern between, String text, Set<String> words) {
    return between
        .matcher(text)
        .replaceAll(
            found -> {
              String word = AnswerText.lower(found.group(1));
              boolean isOne =
                  words.contains(word)
                      && !word.equals(MEANINGS.get(word))
                      && isOutside(text, found.start(1));
              return Matcher.quoteReplacement(
                  isOne ? " " + MEANINGS.get(word) + " " : found.group());
            });
  }

  /** Whether the place is in no formula between dollar signs. */
  private static boolean isOutside(String text, int at) {
    return text.substring(0, at).chars().filter(c -> c == '$').count() % 2 == 0;
  }

  private static Map<String, String> meanings(String... tables) {
    Map<String, String> meanings = new HashMap<>();
    for (String table : tables) {
      String[] words = table.split(" ");
      for (int i = 0; i < words.length; i += 2) {
        meanings.put(words[i], words[i + 1]);
      }
    }
    return Map.copyOf(meanings);
  }
}
