package io.mathscale.grader;

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
  public MwpbenchVerdict grade(String completion, String reference) {
    String text = PythonText.lower(completion);
    String gold = PythonText.lower(reference);
    String cleanGold;
    try {
      cleanGold = MwpbenchText.clean(gold);
    } catch (MwpbenchFailure failure) {
      return new MwpbenchVerdict(false, "", gold, failure.pythonName());
    }
    String boxed = lastBoxed(text);

    if (boxed != null) {
      return compare(PythonText.strip(boxed), gold);
    }
    if (PythonNumber.isNumber(cleanGold)) {
      String number = lastNumber(text);
      return number == null ? new MwpbenchVerdict(false, "", gold, "") : compare(number, gold);
    }

    for (String phrase : new String[] {"answer is", "solution is", "is"}) {
      int at = text.lastIndexOf(phrase);
      if (at >= 0) {
        return compare(firstSentence(text.substring(at + phrase.length())), gold);
      }
    }

    return new MwpbenchVerdict(false, NOTHING_EXTRACTED, cleanGold, "");
  }

  /**
   * Compares a bare answer with the reference, both lower-cased first.
   *
   * @param prediction the answer
   * @param gold the reference answer
   */
  public MwpbenchVerdict gradeAnswer(String prediction, String gold) {
    return compare(PythonText.lower(prediction), PythonText.lower(gold));
  }

  private static MwpbenchVerdict compare(String prediction, String reference) {
    try {
      String cleanPrediction = MwpbenchText.clean(prediction);
      String cleanReference = MwpbenchText.clean(reference);
      return new MwpbenchVerdict(
          matches(cleanPrediction, cleanReference), cleanPrediction, cleanReference, "");
    } catch (MwpbenchFailure failure) {
      // is_equiv catches what its clean-up raises and compares the strings as they came
      return new MwpbenchVerdict(prediction.equals(reference), prediction, reference, "");
    }
  }

  private static boolean matches(String prediction, String reference) {
    boolean predictionIsNumber = PythonNumber.isNumber(prediction);
    boolean referenceIsNumber = PythonNumber.isNumber(reference);
    if (predictionIsNumber && referenceIsNumber) {
      return PythonNumber.valueOf(prediction) == PythonNumber.valueOf(reference);
    }
    if (isSingleInlineMath(reference)) {
      return Substrings.contains(
          PythonText.strip(prediction, '$'), PythonText.strip(reference, '$'));
    }

    boolean signed = prediction.startsWith("-") || reference.startsWith("-");
    if (!signed && !predictionIsNumber && isLongEnough(prediction)) {
      if (Substrings.contains(reference, prediction)) {
        return true;
      }
    }
    if (!signed && !referenceIsNumber && isLongEnough(reference)) {
      if (Substrings.contains(prediction, reference)) {
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
        closing = Braces.closing(text);
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
    String answer = PythonText.strip(text);
    answer = PythonText.strip(PythonText.stripLeading(answer, ':'));
    int end = answer.indexOf(".\n");
    String sentence = PythonText.strip(end < 0 ? answer : answer.substring(0, end));
    return PythonText.strip(PythonText.strip(sentence, '.'));
  }
}
