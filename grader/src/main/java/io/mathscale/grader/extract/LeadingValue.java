package io.mathscale.grader.extract;

import io.mathscale.grader.parse.WordAnswers;
import io.mathscale.grader.text.AnswerText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what follows a marker: the first value with what belongs to it, and how sure it is. */
final class LeadingValue {
  private static final int MOST_FILLERS = 12;
  private static final int LONGEST_WORDS = 80;

  /** Words after a denied value that tell the right one. */
  private static final String[] TURNS = {"but ", "而是", " it is ", " it's ", " it must be "};

  /** Words before the same value in another form. */
  private static final String[] RESTATEMENTS = {"i.e. ", "i.e., ", "that is, "};

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
    String segment = AnswerSegment.of(text);
    Tone tone = Tone.PLAIN;
    String rest = segment;
    for (int fillers = 0; fillers < MOST_FILLERS; fillers++) {
      rest = AnswerSegment.withoutSigns(rest);
      String word = LeadingWords.firstWord(rest);
      if (LeadingWords.negationLength(rest, word) > 0) {
        return negated(rest, word, wanted);
      }
      String bound = LeadingWords.bound(rest);
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
      if (LeadingWords.hedges(rest, word)) {
        tone = Tone.HEDGED;
        rest = rest.substring(word.length());
        rest = rest.strip().startsWith("than ") ? rest.strip().substring("than ".length()) : rest;
        continue;
      }
      String filler = LeadingWords.filler(rest, word);
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
    return LeadingWords.isBound(LeadingWords.firstWord(other))
        || !value(LeadingWords.behindFillers(other), wanted).isEmpty();
  }

  private static Optional<Reading> negated(String rest, String word, Wanted wanted) {
    String after = rest.substring(LeadingWords.negationLength(rest, word)).strip();
    if (LeadingWords.isEffort(LeadingWords.firstWord(after))) {
      // how the answer is found, and not what it is not
      int colon = after.indexOf(':');
      String found =
          colon < 0
              ? ""
              : value(withoutBold(AnswerSegment.withoutSigns(after.substring(colon))), wanted);
      return found.isEmpty()
          ? Optional.empty()
          : Optional.of(new Reading(List.of(found), Tone.PLAIN, true));
    }
    for (String turn : TURNS) {
      int at = after.indexOf(turn);
      String value =
          at < 0
              ? ""
              : value(
                  withoutBold(AnswerSegment.withoutSigns(after.substring(at + turn.length()))),
                  wanted);
      if (!value.isEmpty()) {
        return Optional.of(new Reading(List.of(value), Tone.PLAIN, true));
      }
    }
    String told = LeadingWords.behindFillers(after);
    told = told.startsWith("to ") ? told.substring("to ".length()) : told;
    return value(withoutBold(told), wanted).isEmpty()
        ? Optional.of(new Reading(List.of(rest.strip()), Tone.PLAIN, false))
        : Optional.of(new Reading(List.of(rest.strip()), Tone.NEGATED, true));
  }

  private static boolean hasContent(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isLetterOrDigit(value.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static String withoutBold(String text) {
    int bold = text.startsWith("**") ? text.indexOf("**", 2) : -1;
    return bold > 2 && !hasContent(text.substring(bold)) ? text.substring(2, bold) : text;
  }

  /** Whether the text is a few words that are an answer. */
  private static boolean isWords(String text) {
    String words = text.replace("**", "").strip();
    return words.length() <= LONGEST_WORDS
        && !LeadingWords.isRemark(LeadingWords.firstWord(words))
        && WordAnswers.isPlain(words);
  }
}
