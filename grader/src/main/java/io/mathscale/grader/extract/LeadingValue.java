package io.mathscale.grader.extract;

import io.mathscale.grader.parse.WordAnswers;
import io.mathscale.grader.text.AnswerText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what follows a marker: the first value with what belongs to it, and how sure it is. */
final class LeadingValue {
  private static final int LONGEST_SEGMENT = 2_000;
  private static final int MOST_FILLERS = 12;
  private static final int LONGEST_WORDS = 80;

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

  /** Words after a denied value that tell the right one. */
  private static final String[] TURNS = {"but ", "而是", " it is ", " it's ", " it must be "};

  /** Words before the same value in another form. */
  private static final String[] RESTATEMENTS = {"i.e. ", "i.e., ", "that is, "};

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

  /** How the text speaks of its value. */
  enum Tone {
    /** As the answer. */
    PLAIN,
    /** As what is not the answer. */
    NEGATED,
    /** As one of several that it may be, or as a bound. */
    HEDGED
  }

  /**
   * What follows a marker.
   *
   * @param readings the sentence, where it may be all of the answer, and the value
   * @param tone how the text speaks of it
   * @param isDirect whether a value follows at once; otherwise words stand before it or instead
   */
  record Reading(List<String> readings, Tone tone, boolean isDirect) {
    /** Copies the list. */
    Reading {
      readings = List.copyOf(readings);
    }
  }

  private LeadingValue() {}

  /** The value that the text begins with, or words that are an answer. */
  static Optional<Reading> of(String text, Wanted wanted) {
    String segment = segment(text);
    Tone tone = Tone.PLAIN;
    String rest = segment;
    for (int fillers = 0; fillers < MOST_FILLERS; fillers++) {
      rest = withoutSigns(rest);
      String word = firstWord(rest);
      if (isNegation(rest, word)) {
        return negated(rest, word, wanted);
      }
      String bound = bound(rest);
      Optional<Reading> between =
          bound.equals("at least ") ? between(rest, wanted) : Optional.empty();
      if (between.isPresent()) {
        return between;
      }
      if (!bound.isEmpty()) {
        tone = Tone.HEDGED;
        rest = rest.substring(bound.length());
        continue;
      }
      if (ALTERNATIVES.contains(word) || (BOUNDS.contains(word) && hasWord(rest, "than", word))) {
        tone = Tone.HEDGED;
        rest = rest.substring(word.length());
        rest = rest.strip().startsWith("than ") ? rest.strip().substring("than ".length()) : rest;
        continue;
      }
      String filler = filler(rest, word);
      if (filler.isEmpty()) {
        break;
      }
      rest = rest.substring(filler.length());
    }
    if (rest.isBlank()) {
      return Optional.empty();
    }
    return read(rest, tone, wanted);
  }

  /** {@code at least 42 and at most 50} is an interval, and no single value. */
  private static Optional<Reading> between(String rest, Wanted wanted) {
    int and = rest.indexOf(" and at most ");
    String low = and < 0 ? "" : value(rest.substring("at least ".length(), and), wanted);
    String high = and < 0 ? "" : value(rest.substring(and + " and at most ".length()), wanted);
    return low.isEmpty() || high.isEmpty()
        ? Optional.empty()
        : Optional.of(new Reading(List.of("[" + low + ", " + high + "]"), Tone.HEDGED, true));
  }

  private static String bound(String rest) {
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

  /** {@code between 2 and 3, i.e. (2,3)}: the value in its last form, or the empty string. */
  private static String restated(String rest, Wanted wanted) {
    for (String words : RESTATEMENTS) {
      int at = rest.indexOf(words);
      if (at > 0) {
        return value(rest.substring(at + words.length()).strip(), wanted);
      }
    }
    return "";
  }

  private static Optional<Reading> read(String rest, Tone tone, Wanted wanted) {
    String plain = withoutBold(rest);
    String restated = tone == Tone.HEDGED ? restated(plain, wanted) : "";
    if (!restated.isEmpty()) {
      return Optional.of(new Reading(List.of(restated), Tone.PLAIN, true));
    }
    String value = value(plain, wanted);
    Tone told = !value.isEmpty() && isAlternative(value, plain, wanted) ? Tone.HEDGED : tone;
    List<String> readings = new ArrayList<>();
    if (told == Tone.PLAIN) {
      readings.add(plain.strip());
    }
    if (!value.isEmpty()) {
      if (!readings.contains(value)) {
        readings.add(value);
      }
      return Optional.of(new Reading(readings, told, true));
    }
    if (isWords(plain)) {
      return Optional.of(new Reading(List.of(plain.strip()), told, true));
    }
    return Optional.of(new Reading(readings.isEmpty() ? List.of(plain) : readings, told, false));
  }

  /** The value at the start of a text, or the empty string. */
  static String value(String text, Wanted wanted) {
    int bold = text.startsWith("**") ? text.indexOf("**", 2) : -1;
    String inner = bold > 2 ? text.substring(2, bold) : text;
    int end = ValueRun.end(inner);
    String value = withoutBrackets(inner.substring(0, end).strip());
    if (value.isEmpty() || !hasContent(value) || value.contains("\\boxed")) {
      return "";
    }
    return wanted.isReadable(AnswerText.clean(value)) ? value : "";
  }

  /** {@code (35 + 70 = 105)}: brackets around an equation are no part of it. */
  private static String withoutBrackets(String value) {
    boolean isBracketed =
        value.startsWith("(") && value.indexOf(')') == value.length() - 1 && value.contains("=");
    return isBracketed ? value.substring(1, value.length() - 1).strip() : value;
  }

  private static boolean hasContent(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isLetterOrDigit(value.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** {@code 41 (or 42)}, {@code 41 or maybe 42}: another value beside the first. */
  private static boolean isAlternative(String value, String text, Wanted wanted) {
    int from = text.indexOf(value);
    if (from < 0) {
      return false;
    }
    String rest = text.substring(from + value.length());
    int start = 0;
    while (start < rest.length() && " *,$".indexOf(rest.charAt(start)) >= 0) {
      start++;
    }
    rest = rest.substring(start);
    boolean isOr =
        rest.startsWith("or ") || rest.startsWith("maybe ") || rest.startsWith("perhaps ");
    if (!isOr) {
      return false;
    }
    String other = rest.substring(rest.indexOf(' ') + 1);
    if (BOUNDS.contains(firstWord(other))) {
      return true;
    }
    for (String word = firstWord(other); FILLERS.contains(word); word = firstWord(other)) {
      other = other.substring(word.length()).strip();
    }
    return !value(other, wanted).isEmpty();
  }

  private static Optional<Reading> negated(String rest, String word, Wanted wanted) {
    String after = rest.substring(negationLength(rest, word)).strip();
    if (EFFORTS.contains(firstWord(after))) {
      // how the answer is found, and not what it is not
      int colon = after.indexOf(':');
      String found =
          colon < 0 ? "" : value(withoutBold(withoutSigns(after.substring(colon))), wanted);
      return found.isEmpty()
          ? Optional.empty()
          : Optional.of(new Reading(List.of(found), Tone.PLAIN, true));
    }
    for (String turn : TURNS) {
      int at = after.indexOf(turn);
      String value =
          at < 0
              ? ""
              : value(withoutBold(withoutSigns(after.substring(at + turn.length()))), wanted);
      if (!value.isEmpty()) {
        return Optional.of(new Reading(List.of(value), Tone.PLAIN, true));
      }
    }
    String told = after;
    for (String next = firstWord(told); FILLERS.contains(next); next = firstWord(told)) {
      told = told.substring(next.length()).strip();
    }
    told = told.startsWith("to ") ? told.substring("to ".length()) : told;
    return value(withoutBold(told), wanted).isEmpty()
        ? Optional.of(new Reading(List.of(rest.strip()), Tone.PLAIN, false))
        : Optional.of(new Reading(List.of(rest.strip()), Tone.NEGATED, true));
  }

  private static boolean isNegation(String rest, String word) {
    return negationLength(rest, word) > 0;
  }

  private static int negationLength(String rest, String word) {
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

  private static boolean hasWord(String rest, String wanted, String after) {
    return rest.substring(after.length()).strip().startsWith(wanted)
        || Set.of("under", "over", "below", "above").contains(after);
  }

  private static String filler(String rest, String word) {
    if (FILLERS.contains(word)) {
      return rest.substring(0, word.length());
    }
    if (word.equals("to") && !rest.isBlank()) {
      return rest.substring(0, word.length());
    }
    for (String filler : CHINESE_FILLERS) {
      if (rest.startsWith(filler)) {
        return filler;
      }
    }
    return "";
  }

  /** The first word in lower case, with an apostrophe in it; empty if a sign stands there. */
  private static String firstWord(String text) {
    int end = 0;
    while (end < text.length()
        && end < 30
        && (isLatin(text.charAt(end)) || (end > 0 && "'’".indexOf(text.charAt(end)) >= 0))) {
      end++;
    }
    return AnswerText.lower(text.substring(0, end));
  }

  private static boolean isLatin(char c) {
    return c < 0x2e80 && Character.isLetter(c);
  }

  private static String withoutSigns(String text) {
    int start = 0;
    boolean colon = false;
    while (start < text.length()) {
      char c = text.charAt(start);
      boolean opensBold = c == '*' && text.startsWith("**", start) && closesLater(text, start);
      boolean isDash =
          c == '-'
              && !colon
              && start > 0
              && start + 1 < text.length()
              && text.charAt(start + 1) == ' ';
      if (opensBold || (" \t\n:：*=>_#`~\"“】".indexOf(c) < 0 && !isDash)) {
        break;
      }
      colon |= c == ':' || c == '=';
      start++;
    }
    String rest = text.substring(start);
    return rest.startsWith(", ") || rest.startsWith("，") ? rest.substring(1).strip() : rest;
  }

  private static boolean closesLater(String text, int start) {
    int close = text.indexOf("**", start + 2);
    return close > start + 2 && !text.substring(start + 2, close).isBlank();
  }

  private static String withoutBold(String text) {
    int bold = text.startsWith("**") ? text.indexOf("**", 2) : -1;
    return bold > 2 && !hasContent(text.substring(bold)) ? text.substring(2, bold) : text;
  }

  /** Whether the text is a few words that are an answer. */
  private static boolean isWords(String text) {
    String words = text.replace("**", "").strip();
    return words.length() <= LONGEST_WORDS
        && !REMARKS.contains(firstWord(words))
        && WordAnswers.isPlain(words);
  }

  /** The text up to the end of its sentence or displayed formula. */
  static String segment(String text) {
    String rest = text.substring(0, Math.min(text.length(), LONGEST_SEGMENT));
    int start = 0;
    while (start < rest.length() && " :：*=\n\t".indexOf(rest.charAt(start)) >= 0) {
      start++;
    }
    // bold type that opens here is read with the value
    while (start > 1 && rest.charAt(start - 1) == '*' && rest.charAt(start - 2) == '*') {
      int close = rest.indexOf("**", start);
      int line = rest.indexOf('\n', start);
      if (close < 0 || (line >= 0 && line < close)) {
        break;
      }
      start -= 2;
      break;
    }
    String after = rest.substring(start);
    String signs = rest.substring(0, start);
    int display = displayEnd(after);
    if (display > 0) {
      return after.substring(0, display);
    }
    int end = 0;
    while (end < after.length()) {
      char c = after.charAt(end);
      boolean endsSentence =
          c == '.'
              && (end + 1 == after.length() || isSpaceOrEmphasis(after.charAt(end + 1)))
              && !after.startsWith("i.e", end - 3)
              && !after.startsWith("e.g", end - 3);
      if (c == '\n' || c == '。' || endsSentence) {
        break;
      }
      end++;
    }
    boolean isDash = signs.isEmpty() || signs.isBlank();
    return (isDash ? " " : ": ") + after.substring(0, end);
  }

  private static boolean isSpaceOrEmphasis(char c) {
    return Character.isWhitespace(c) || c == '*';
  }

  /** Where a formula that begins the text ends, or 0 if it begins otherwise. */
  private static int displayEnd(String text) {
    for (String[] pair : new String[][] {{"$$", "$$"}, {"\\[", "\\]"}}) {
      if (text.startsWith(pair[0])) {
        int end = text.indexOf(pair[1], 2);
        return end < 0 ? 0 : end + 2;
      }
    }
    return 0;
  }
}
