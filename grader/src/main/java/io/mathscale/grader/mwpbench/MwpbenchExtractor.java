package io.mathscale.grader.mwpbench;

import io.mathscale.grader.text.BraceMatcher;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds answers in text in lower case, as the released MWPBench grader does ({@code is_correct}).
 */
public final class MwpbenchExtractor {
  private static final String BOXED = "\\boxed{";
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\p{Nd}*[.,/]?\\p{Nd}+");
  private static final String[] PHRASES = {"answer is", "solution is", "is"};

  private MwpbenchExtractor() {}

  /** The content of the last {@code \boxed} that is closed, without white space around it. */
  public static Optional<String> boxed(String text) {
    int[] closing = null;
    for (int at = text.lastIndexOf(BOXED); at >= 0; at = text.lastIndexOf(BOXED, at - 1)) {
      if (closing == null) {
        closing = BraceMatcher.closing(text);
      }
      int open = at + BOXED.length() - 1;
      if (closing[open] >= 0) {
        return Optional.of(PythonStrings.strip(text.substring(open + 1, closing[open])));
      }
    }
    return Optional.empty();
  }

  /**
   * The last number: digits with perhaps a sign before them and one point, comma or slash among
   * them.
   */
  public static Optional<String> lastNumber(String text) {
    String last = null;
    Matcher numbers = NUMBER.matcher(text);
    while (numbers.find()) {
      last = numbers.group();
    }
    return Optional.ofNullable(last);
  }

  /** The sentence after the last "answer is", else after "solution is", else after "is". */
  public static Optional<String> afterPhrase(String text) {
    for (String phrase : PHRASES) {
      int at = text.lastIndexOf(phrase);
      if (at >= 0) {
        return Optional.of(firstSentence(text.substring(at + phrase.length())));
      }
    }
    return Optional.empty();
  }

  private static String firstSentence(String text) {
    String answer = PythonStrings.strip(text);
    answer = PythonStrings.strip(PythonStrings.stripLeading(answer, ':'));
    int end = answer.indexOf(".\n");
    String sentence = PythonStrings.strip(end < 0 ? answer : answer.substring(0, end));
    return PythonStrings.strip(PythonStrings.strip(sentence, '.'));
  }
}
