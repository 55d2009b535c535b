package io.mathscale.grader.mwpbench;

/**
 * Compares two cleaned strings as the released MWPBench grader does: as doubles, by containment, or
 * as they are ({@code is_equiv}).
 */
public final class MwpbenchEquality {
  private static final int SHORTEST_PART = 3;

  private MwpbenchEquality() {}

  /** Whether the released grader counts the prediction as right. */
  public static boolean matches(String prediction, String reference) {
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
}
