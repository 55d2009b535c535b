package io.mathscale.grader.extract;

import io.mathscale.grader.text.AnswerText;
import java.util.Set;

/** The words that may stand between a marker and its value. */
final class LeadingWords {
  private static final int LONGEST_WORD = 30;

  /** Words between a marker and its value that change nothing. */
  private static final Set<String> FILLERS =
      Set.of(
          "is",
          "are",
          "equals",
          "equal",
          "be",
          "therefore",
          "thus",
          "hence",
          "simply",
          "just",
          "exactly",
          "approximately",
          "approx",
          "about",
          "roughly",
          "nearly",
          "around",
          "clearly",
          "then",
          "now",
          "indeed",
          "actually",
          "really",
          "option",
          "options",
          "choice",
          "choices",
          "would",
          "will",
          "should",
          "must",
          "was",
          "given",
          "value",
          "number",
          "definitely",
          "final",
          "finale",
          "est",
          "es",
          "ist",
          "è",
          "é",
          "probably",
          "maybe",
          "perhaps",
          "possibly",
          "likely");

  private static final String[] CHINESE_FILLERS = {
    "应该是", "应该为", "应为", "应选", "故选", "选择", "选项", "等于", "约为", "大约", "是", "为", "选"
  };

  private static final Set<String> NEGATIONS =
      Set.of(
          "not",
          "isn't",
          "isn’t",
          "never",
          "cannot",
          "can't",
          "can’t",
          "neither",
          "aren't",
          "no longer");

  private static final String[] CHINESE_NEGATIONS = {
    "不应该是", "不应是", "不可能是", "不等于", "不是", "不为", "不选", "并非"
  };

  private static final Set<String> ALTERNATIVES = Set.of("either", "between");

  private static final Set<String> BOUNDS =
      Set.of(
          "less", "greater", "more", "fewer", "smaller", "larger", "bigger", "under", "over",
          "below", "above");

  /** Bounds that need no "than". */
  private static final Set<String> PLACES = Set.of("under", "over", "below", "above");

  /** Words before a value that is only a bound, or only excluded. */
  private static final String[] BEFORE_BOUNDS = {
    "at least ",
    "at most ",
    "no less than ",
    "no more than ",
    "no fewer than ",
    "up to ",
    "not less than ",
    "not more than ",
    "anything but ",
    "anything except ",
    "至少",
    "至多",
    "不少于",
    "不超过"
  };

  /** Words that say something about an answer instead of being one. */
  private static final Set<String> REMARKS =
      Set.of(
          "correct",
          "right",
          "wrong",
          "clear",
          "obvious",
          "reasonable",
          "valid",
          "consistent",
          "verified",
          "incorrect",
          "found",
          "shown",
          "below",
          "above",
          "boxed",
          "in",
          "as",
          "hard",
          "easy",
          "the",
          "a",
          "to",
          "and",
          "key",
          "must",
          "should",
          "that",
          "this",
          "based",
          "only",
          "if",
          "for",
          "with",
          "of",
          "i",
          "we",
          "format",
          "choices");

  /** Words after "not" that tell how an answer is found. */
  private static final Set<String> EFFORTS =
      Set.of("hard", "easy", "difficult", "obvious", "trivial");

  private LeadingWords() {}

  /** The first word in lower case, with an apostrophe in it; empty if a sign stands there. */
  static String firstWord(String text) {
    int end = 0;
    while (end < text.length()
        && end < LONGEST_WORD
        && (isLatin(text.charAt(end)) || (end > 0 && "'’".indexOf(text.charAt(end)) >= 0))) {
      end++;
    }
    return AnswerText.lower(text.substring(0, end));
  }

  private static boolean isLatin(char c) {
    return c < 0x2e80 && Character.isLetter(c);
  }

  /** A word that the text begins with and that changes nothing, or the empty string. */
  static String filler(String rest, String word) {
    if (FILLERS.contains(word) || word.equals("to")) {
      return rest.substring(0, word.length());
    }
    for (String filler : CHINESE_FILLERS) {
      if (rest.startsWith(filler)) {
        return filler;
      }
    }
    return "";
  }

  /** The text behind all words at its beginning that change nothing. */
  static String behindFillers(String text) {
    String rest = text;
    for (String word = firstWord(rest); FILLERS.contains(word); word = firstWord(rest)) {
      rest = rest.substring(word.length()).strip();
    }
    return rest;
  }

  /** The words of a bound that the text begins with, or the empty string. */
  static String bound(String rest) {
    if (rest.isEmpty() || !Character.isLetter(rest.charAt(0))) {
      return "";
    }
    for (String bound : BEFORE_BOUNDS) {
      if (rest.regionMatches(true, 0, bound, 0, bound.length())) {
        return bound;
      }
    }
    return "";
  }

  /** Whether the text begins with {@code either}, {@code between} or {@code less than}. */
  static boolean hedges(String rest, String word) {
    return ALTERNATIVES.contains(word) || (BOUNDS.contains(word) && isCompared(rest, word));
  }

  private static boolean isCompared(String rest, String bound) {
    return PLACES.contains(bound) || rest.substring(bound.length()).strip().startsWith("than");
  }

  /** Whether a word may begin a bound. */
  static boolean isBound(String word) {
    return BOUNDS.contains(word);
  }

  /** How long the negation is that the text begins with, 0 where it begins otherwise. */
  static int negationLength(String rest, String word) {
    if (NEGATIONS.contains(word)) {
      return word.length();
    }
    for (String negation : CHINESE_NEGATIONS) {
      if (rest.startsWith(negation)) {
        return negation.length();
      }
    }
    return 0;
  }

  /** Whether a word behind "not" tells how an answer is found. */
  static boolean isEffort(String word) {
    return EFFORTS.contains(word);
  }

  /** Whether a word begins a remark about an answer. */
  static boolean isRemark(String word) {
    return REMARKS.contains(word);
  }
}
