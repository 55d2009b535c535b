package io.mathscale.grader.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Knows the words of several languages that connect the members of an answer. */
public final class Connectives {
  private static final String AND = "and";
  private static final String OR = "or";

  private static final Map<String, String> MEANINGS =
      meanings(
          Map.of(
              AND, "and und et y e ve и та 和 与 及 以及 且 并且",
              OR, "or oder ou o u или або lub albo veya 或 或者"));

  /** Those that are no names in formulas. */
  private static final Set<String> ALWAYS =
      MEANINGS.keySet().stream()
          .filter(word -> word.length() > 2 || word.charAt(0) > 127 || word.equals(OR))
          .collect(Collectors.toUnmodifiableSet());

  private static final int LONGEST =
      MEANINGS.keySet().stream().mapToInt(String::length).max().orElseThrow();

  private Connectives() {}

  /** Whether a word in lower case means "and" or "or" between two formulas. */
  public static boolean has(String lower) {
    return MEANINGS.containsKey(lower);
  }

  /** Whether a word in lower case means "and" or "or" wherever it stands, and is no name. */
  public static boolean isAlways(String lower) {
    return ALWAYS.contains(lower);
  }

  /** "and" or "or", if a word means one of them wherever it stands. */
  public static Optional<String> meaning(String word) {
    return ALWAYS.contains(word) ? Optional.of(MEANINGS.get(word)) : Optional.empty();
  }

  /** The words as an expression of their alternatives, for use between formulas in signs. */
  public static String pattern() {
    return "(?i:" + String.join("|", MEANINGS.keySet().stream().sorted().toList()) + ")";
  }

  /** The text with the English words in place of those between its formulas and values. */
  public static String inEnglish(String text) {
    StringBuilder english = null;
    int copied = 0;
    boolean isInFormula = false;
    int at = 0;
    while (at < text.length()) {
      isInFormula ^= text.charAt(at) == '$';
      int end = wordEnd(text, at);
      if (end > at && end - at <= LONGEST && !isInFormula) {
        String word = AnswerText.lower(text.substring(at, end));
        String meaning = MEANINGS.get(word);
        if (meaning != null && !meaning.equals(word) && connects(text, at, end, word)) {
          english = english == null ? new StringBuilder(text.length() + LONGEST) : english;
          english.append(text, copied, at).append(' ').append(meaning).append(' ');
          copied = end;
        }
      }
      at = Math.max(end, at + 1);
    }
    return english == null ? text : english.append(text, copied, text.length()).toString();
  }

  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Whether formulas stand on both sides of a word, or values if it is no name. */
  private static boolean connects(String text, int start, int end, String word) {
    int before = lastBefore(text, start);
    int after = firstBehind(text, end);
    if (before < 0 || after == text.length()) {
      return false;
    }
    char last = text.charAt(before);
    int formula = last == ',' ? lastBefore(text, before) : before;
    boolean areFormulas =
        formula >= 0
            && "$)".indexOf(text.charAt(formula)) >= 0
            && (text.charAt(after) == '$' || text.startsWith("\\(", after));
    boolean areValues =
        before + 1 < start
            && after > end
            && (isDigit(last) || "})$".indexOf(last) >= 0)
            && startsValue(text, after);
    return areFormulas || (areValues && ALWAYS.contains(word));
  }

  /** Whether a number, a formula or {@code x =} stands here. */
  private static boolean startsValue(String text, int at) {
    char c = text.charAt(at);
    int behind = firstBehind(text, at + 1);
    boolean isNamed =
        c < 128 && Character.isLetter(c) && behind < text.length() && text.charAt(behind) == '=';
    return isDigit(c) || "-−$\\(".indexOf(c) >= 0 || isNamed;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int lastBefore(String text, int from) {
    int at = from - 1;
    while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
      at--;
    }
    return at;
  }

  private static int firstBehind(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static Map<String, String> meanings(Map<String, String> wordsByMeaning) {
    Map<String, String> meanings = new HashMap<>();
    wordsByMeaning.forEach(
        (meaning, words) -> {
          for (String word : words.split(" ", -1)) {
            meanings.put(word, meaning);
          }
        });
    return Map.copyOf(meanings);
  }
}
