package io.mathscale.grader.choices;

import io.mathscale.grader.parse.WordAnswers;
import io.mathscale.grader.text.AnswerText;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the letters of multiple-choice answers, from A to J. */
public final class ChoiceLetters {
  private static final int LONGEST = 400;

  /** {@code (A) Cecile}, {@code A. Cecile}, {@code A: 5}, {@code C Cecile}. */
  private static final Pattern LETTERED =
      Pattern.compile(
          "^\\s*(?:\\(([A-J])\\)|([A-J])(?:[.):。]|\\s+(?=[A-Z][a-z])))\\s*"
              + "(?!\\\\(?:cdot|times))[^\\s,;+*/^].*",
          Pattern.DOTALL);

  /** {@code Option B}, {@code choice (C)}. */
  private static final Pattern NAMED =
      Pattern.compile(
          "^\\s*(?:option|choice|answer)\\s+(?=\\(?[A-Ja-j]\\)?[.\\s]*$)",
          Pattern.CASE_INSENSITIVE);

  /** A small letter is a choice only in brackets; otherwise it is a variable. */
  private static final Pattern SMALL = Pattern.compile("\\s*\\([a-j]\\)[.\\s]*");

  private static final int MOST_LETTERS = 10;
  private static final int LONGEST_LIST = 80;

  /** Words after which a letter is denied, and those after it that do. */
  private static final String[] DENIED_BY = {
    "not ",
    "n't ",
    "n’t ",
    "can't be ",
    "not be ",
    "not option ",
    "not choice ",
    "rule out ",
    "ruled out ",
    "eliminate ",
    "不是",
    "不选",
    "排除"
  };

  private static final String[] DENIED_AFTER = {
    " is wrong",
    " is incorrect",
    " is not",
    " isn't",
    " is false",
    " is out",
    " can't",
    " cannot",
    "错误",
    "不正确",
    "不对"
  };

  private ChoiceLetters() {}

  /** The letter that the whole answer is. */
  public static Optional<String> letter(String answer) {
    if (answer.length() > 40 || !mayHoldLetter(answer)) {
      return Optional.empty();
    }
    String bare = NAMED.matcher(WordAnswers.withoutTextCommands(answer)).replaceFirst("");
    if (SMALL.matcher(bare).matches()) {
      bare = bare.toUpperCase(Locale.ROOT);
    }
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      if (" .()[]*:$\n".indexOf(c) < 0) {
        letters.append(c);
      }
    }
    boolean isLetter =
        letters.length() == 1 && letters.charAt(0) >= 'A' && letters.charAt(0) <= 'J';
    return isLetter ? Optional.of(letters.toString()) : Optional.empty();
  }

  /** Whether there is a capital from A to J, or a small letter in brackets. */
  private static boolean mayHoldLetter(String answer) {
    for (int i = 0; i < answer.length(); i++) {
      char c = answer.charAt(i);
      boolean isSmall = c >= 'a' && c <= 'j' && i > 0 && answer.charAt(i - 1) == '(';
      if (isSmall || (c >= 'A' && c <= 'J')) {
        return true;
      }
    }
    return false;
  }

  /** The letter with which an answer begins that goes on with the text of the choice. */
  public static Optional<String> lettered(String answer) {
    if (answer.length() > LONGEST || !mayHoldLetter(answer)) {
      return Optional.empty();
    }
    Matcher matcher = LETTERED.matcher(WordAnswers.withoutTextCommands(answer));
    return matcher.matches()
        ? Optional.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
        : Optional.empty();
  }

  /**
   * The letters of several choices, each once and in order: {@code ACD}, {@code A, C and D}, {@code
   * A、C、D}; empty if the text is anything else.
   */
  public static Optional<String> letters(String answer) {
    if (answer.length() > LONGEST_LIST || !mayHoldLetter(answer)) {
      return Optional.empty();
    }
    Optional<String> single = letter(answer);
    if (single.isPresent()) {
      return single;
    }
    String bare = WordAnswers.withoutTextCommands(answer);
    Set<Character> letters = new TreeSet<>();
    int at = 0;
    while (at < bare.length()) {
      char c = bare.charAt(at);
      if (c >= 'A' && c <= 'J') {
        if (!letters.add(c)) {
          return Optional.empty();
        }
        at++;
      } else if (" ,，、;；&.。()[]{}【】\"'“”*$:\n\\/+和与及选".indexOf(c) >= 0) {
        at++;
      } else if (bare.startsWith("and ", at) || bare.startsWith("or ", at)) {
        at += "or ".length();
      } else if (isWordOfChoices(bare, at)) {
        at = wordEnd(bare, at);
      } else {
        return Optional.empty();
      }
    }
    StringBuilder found = new StringBuilder();
    letters.forEach(found::append);
    return letters.isEmpty() ? Optional.empty() : Optional.of(found.toString());
  }

  private static boolean isWordOfChoices(String text, int at) {
    String word = AnswerText.lower(text.substring(at, wordEnd(text, at)));
    return word.startsWith("option") || word.startsWith("choice") || word.equals("nd");
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) < 128 && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The letters, connected or not, that a text begins with: {@code A、C、D}, {@code ACD}. */
  public static Optional<String> leading(String text) {
    int start = 0;
    while (start < text.length() && " \t\n:：*($\\[{】\"“（为是选".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    int lastLetter = start;
    int count = 0;
    while (end < text.length() && end - start < LONGEST_LIST && count < MOST_LETTERS) {
      char c = text.charAt(end);
      if (c >= 'A' && c <= 'J' && !isPartOfWord(text, end)) {
        lastLetter = end + 1;
        count++;
        end++;
      } else if (count > 0 && " ,，、;；&和与及/()".indexOf(c) >= 0) {
        end++;
      } else if (count > 0 && text.startsWith("and ", end) && text.charAt(end - 1) == ' ') {
        end += "and ".length();
      } else {
        break;
      }
    }
    if (count == 0 || !isFreeAfter(text, lastLetter)) {
      return Optional.empty();
    }
    return letters(text.substring(start, lastLetter));
  }

  /** A letter in a run of others than A to J, or in a word. */
  private static boolean isPartOfWord(String text, int at) {
    int start = at;
    while (start > 0 && text.charAt(start - 1) >= 'A' && text.charAt(start - 1) <= 'J') {
      start--;
    }
    int end = at + 1;
    while (end < text.length() && text.charAt(end) >= 'A' && text.charAt(end) <= 'J') {
      end++;
    }
    return (start > 0 && isLatin(text.charAt(start - 1)))
        || (end < text.length() && isLatin(text.charAt(end)));
  }

  private static boolean isLatin(char c) {
    return c < 0x2e80 && Character.isLetterOrDigit(c);
  }

  /** The first letter that stands alone in what follows an answer phrase. */
  public static Optional<String> firstIn(String segment) {
    for (int i = 0; i < segment.length(); i++) {
      if (standsAlone(segment, i) && !isDenied(segment, i)) {
        return Optional.of(segment.substring(i, i + 1));
      }
    }
    return Optional.empty();
  }

  /** The letter that a text starts with, else the last that stands alone in it. */
  public static Optional<String> startingOrLast(String text) {
    int start = 0;
    while (start < text.length() && " \n\t*(".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    boolean isFirst =
        start < text.length()
            && standsAlone(text, start)
            && (start + 1 == text.length() || " \n.):,。*".indexOf(text.charAt(start + 1)) >= 0);
    if (isFirst && !isDenied(text, start)) {
      return Optional.of(text.substring(start, start + 1));
    }
    for (int i = text.length() - 1; i >= 0; i--) {
      if (standsAlone(text, i) && !isDenied(text, i)) {
        return letters(text.substring(alternativesStart(text, i), i + 1));
      }
    }
    return Optional.empty();
  }

  /** Where the first of two letters stands that "or" connects. */
  private static int alternativesStart(String text, int at) {
    int before = at - " or ".length() - 1;
    return before >= 0 && text.startsWith(" or ", before + 1) && standsAlone(text, before)
        ? before
        : at;
  }

  /** Whether a letter from A to J is neither part of a word nor of a formula, nor an article. */
  private static boolean standsAlone(String text, int at) {
    char c = text.charAt(at);
    if (c < 'A' || c > 'J') {
      return false;
    }
    int before = at - 1;
    char previous = before < 0 ? '\n' : text.charAt(before);
    boolean isArgument =
        previous == '('
            && before > 0
            && (isLatin(text.charAt(before - 1)) || text.charAt(before - 1) == '\\');
    if (isLatin(previous) || isArgument || "'’\\_^".indexOf(previous) >= 0) {
      return false;
    }
    while (before >= 0 && text.charAt(before) == ' ') {
      before--;
    }
    if (before >= 0 && "=+/<>|∠△-".indexOf(text.charAt(before)) >= 0 && before < at) {
      return false;
    }
    return isFreeAfter(text, at + 1) && !isArticle(text, at);
  }

  /** {@code A rectangle}, {@code I think}. */
  private static boolean isArticle(String text, int at) {
    char c = text.charAt(at);
    int next = at + 1;
    boolean startsWord =
        next + 1 < text.length()
            && text.charAt(next) == ' '
            && Character.isLowerCase(text.charAt(next + 1));
    if (!startsWord || (c != 'A' && c != 'I')) {
      return false;
    }
    int end = wordEnd(text, next + 1);
    return c == 'I'
        || !Set.of(
                "is", "and", "or", "because", "since", "as", "with", "are", "was", "would", "must",
                "should")
            .contains(text.substring(next + 1, end));
  }

  private static boolean isFreeAfter(String text, int end) {
    if (end >= text.length()) {
      return true;
    }
    char next = text.charAt(end);
    if (isLatin(next) || "'’_^(".indexOf(next) >= 0) {
      return false;
    }
    int at = end;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at >= text.length() || "=<>+/^∩∪≥≤".indexOf(text.charAt(at)) < 0;
  }

  private static boolean isDenied(String text, int at) {
    String before = text.substring(Math.max(0, at - 14), at);
    int start = before.length();
    while (start > 0 && " *($（".indexOf(before.charAt(start - 1)) >= 0) {
      start--;
    }
    String words = AnswerText.lower(before.substring(0, start)) + " ";
    for (String denied : DENIED_BY) {
      if (words.strip().endsWith(denied.strip())) {
        return true;
      }
    }
    int end = at + 1;
    while (end < text.length() && "*)$）".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    for (String denied : DENIED_AFTER) {
      if (text.startsWith(denied, end) || text.startsWith(denied.strip(), end)) {
        return true;
      }
    }
    return false;
  }
}
