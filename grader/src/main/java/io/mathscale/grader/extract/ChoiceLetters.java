package io.mathscale.grader.extract;

import io.mathscale.grader.parse.WordAnswers;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the letters of multiple-choice answers, from A to J. */
public final class ChoiceLetters {
  private static final int LONGEST = 400;

  /** {@code (A) Cecile}, {@code A. Cecile}, {@code A: 5}, {@code C Cecile}. */
  private static final Pattern LETTERED =
      Pattern.compile(
          "^\\s*(?:\\(([A-J])\\)|([A-J])(?:[.):。]|\\s+(?=[A-Z][a-z])))\\s*\\S.*", Pattern.DOTALL);

  /** {@code Option B}, {@code choice (C)}. */
  private static final Pattern NAMED =
      Pattern.compile(
          "^\\s*(?:option|choice|answer)\\s+(?=\\(?[A-Ja-j]\\)?[.\\s]*$)",
          Pattern.CASE_INSENSITIVE);

  /** A small letter is a choice only in brackets; otherwise it is a variable. */
  private static final Pattern SMALL = Pattern.compile("\\s*\\([a-j]\\)[.\\s]*");

  /** Not the word I. */
  private static final String LETTER = "([A-HJ]|I(?!\\s+[a-z]))";

  private static final Pattern STANDING_ALONE =
      Pattern.compile("(?<![A-Za-z'’\\\\])" + LETTER + "(?![A-Za-z'’])");
  private static final Pattern FIRST = Pattern.compile("^[\\s*(]*" + LETTER + "(?=[\\s.):,。*]|$)");

  private ChoiceLetters() {}

  /** The letter that the whole answer is. */
  public static Optional<String> letter(String answer) {
    if (answer.length() > 40) {
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

  /** The letter with which an answer begins that goes on with the text of the choice. */
  public static Optional<String> lettered(String answer) {
    if (answer.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher matcher = LETTERED.matcher(WordAnswers.withoutTextCommands(answer));
    return matcher.matches()
        ? Optional.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
        : Optional.empty();
  }

  /** The first letter that stands alone in what follows an answer phrase. */
  static Optional<String> firstIn(String segment) {
    Matcher matcher = STANDING_ALONE.matcher(segment);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The letter that a text starts with, else the last that stands alone in it. */
  static Optional<String> startingOrLast(String text) {
    Matcher first = FIRST.matcher(text);
    if (first.find()) {
      return Optional.of(first.group(1));
    }
    String last = null;
    Matcher matcher = STANDING_ALONE.matcher(text);
    while (matcher.find()) {
      last = matcher.group(1);
    }
    return Optional.ofNullable(last);
  }
}
