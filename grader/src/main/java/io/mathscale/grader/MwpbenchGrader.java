package io.mathscale.grader;

import io.mathscale.grader.mwpbench.MwpbenchCleanup;
import io.mathscale.grader.mwpbench.PythonException;
import io.mathscale.grader.mwpbench.PythonNumber;
import io.mathscale.grader.mwpbench.PythonStrings;
import io.mathscale.grader.mwpbench.SubstringSearch;
import io.mathscale.grader.text.BraceMatcher;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The grader released with MWPBench, rule for rule and fault for fault (its functions {@code
 * is_correct} and {@code is_equiv}), so that scores can be compared with the paper's. Where the
 * original raises, the verdict says what.
 *
 * @see <a href="https://github.com/microsoft/unilm/tree/master/mathscale/MWPBench">the original</a>
 */
public final class MwpbenchGrader {
  private static final String NOTHING_EXTRACTED = "failed extracting answer from completion";
  private static final String BOXED = "\\boxed{";
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\p{Nd}*[.,/]?\\p{Nd}+");
  private static final int SHORTEST_PART = 3;

  MwpbenchGrader() {}

  /**
   * Grades a model's text: extracts its answer and compares that with the reference.
   *
   * @param completion what the model wrote
   * @param reference the reference answer
   */
  public MwpbenchGrade grade(String completion, String reference) {
    String text = PythonStrings.lower(completion);
    String gold = PythonStrings.lower(reference);
    String cleanGold;
    try {
      cleanGold = MwpbenchCleanup.clean(gold);
    } catch (PythonException failure) {
      return new MwpbenchGrade(false, "", gold, failure.pythonName());
    }
    String boxed = lastBoxed(text);

    if (boxed != null) {
      return compare(PythonStrings.strip(boxed), gold);
    }
    if (PythonNumber.isNumber(cleanGold)) {
      String number = lastNumber(text);
      return number == null ? new MwpbenchGrade(false, "", gold, "") : compare(number, gold);
    }

    for (String phrase : new String[] {"answer is", "solution is", "is"}) {
      int at = text.lastIndexOf(phrase);
      if (at >= 0) {
        return compare(firstSentence(text.substring(at + phrase.length())), gold);
      }
    }

    return new MwpbenchGrade(false, NOTHING_EXTRACTED, cleanGold, "");
  }

  /**
   * Compares a bare answer with the reference, both lower-cased first.
   *
   * @param prediction the answer
   * @param gold the reference answer
   */
  public MwpbenchGrade gradeAnswer(String prediction, String gold) {
    return compare(PythonStrings.lower(prediction), PythonStrings.lower(gold));
  }

  private static MwpbenchGrade compare(String prediction, String reference) {
    try {
      String cleanPrediction = MwpbenchCleanup.clean(prediction);
      String cleanReference = MwpbenchCleanup.clean(reference);
      return new MwpbenchGrade(
          matches(cleanPrediction, cleanReference), cleanPrediction, cleanReference, "");
    } catch (PythonException failure) {
      // is_equiv catches what its clean-up raises and compares the strings as they came
      return new MwpbenchGrade(prediction.equals(reference), prediction, reference, "");
    }
  }

  private static boolean matches(String prediction, String reference) {
    boolean predictionIsNumber = PythonNumber.isNumber(prediction);
    boolean referenceIsNumber = PythonNumber.isNumber(reference);
    if (predictionIsNumber && referenceIsNumber) {
      return PythonNumber.valueOf(prediction) == PythonNumber.valueOf(reference);
    }
    if (isSingleInlineMath(reference)) {
      return SubstringSearch.contains(
          PythonStrings.strip(prediction, '$'), PythonStrings.strip(reference, '$'));
    }

    boolean signed = prediction.startsWith("-") || reference.startsWith("-");
    if (!signed && !predictionIsNumber && isLongEnough(prediction)) {
      if (SubstringSearch.contains(reference, prediction)) {
        return true;
      }
    }
    if (!signed && !referenceIsNumber && isLongEnough(reference)) {
      if (SubstringSearch.contains(prediction, reference)) {
        return true;
      }
    }
    return prediction.equals(reference);
  }

  private static boolean isLongEnough(String text) {
    return text.codePointCount(0, text.length()) >= SHORTEST_PART;
  }

  private static boolean isSingleInlineMath(String text) {
    return text.length() > 2 && text.charAt(0) == '$' && text.indexOf('$', 1) == text.length() - 1;
  }

  /** The content of the last {@code \boxed} that is closed, or null. */
  private static String lastBoxed(String text) {
    int[] closing = null;
    for (int at = text.lastIndexOf(BOXED); at >= 0; at = text.lastIndexOf(BOXED, at - 1)) {
      if (closing == null) {
        closing = BraceMatcher.closing(text);
      }
      int open = at + BOXED.length() - 1;
      if (closing[open] >= 0) {
        return text.substring(open + 1, closing[open]);
      }
    }
    return null;
  }

  private static String lastNumber(String text) {
    String last = null;
    Matcher numbers = NUMBER.matcher(text);
    while (numbers.find()) {
      last = numbers.group();
    }
    return last;
  }

  private static String firstSentence(String text) {
    String answer = PythonStrings.strip(text);
    answer = PythonStrings.strip(PythonStrings.stripLeading(answer, ':'));
    int end = answer.indexOf(".\n");
    String sentence = PythonStrings.strip(end < 0 ? answer : answer.substring(0, end));
    return PythonStrings.strip(PythonStrings.strip(sentence, '.'));
  }
}
