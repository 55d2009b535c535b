package io.mathscale.grader;

import io.mathscale.grader.mwpbench.MwpbenchCleanup;
import io.mathscale.grader.mwpbench.MwpbenchEquality;
import io.mathscale.grader.mwpbench.MwpbenchExtractor;
import io.mathscale.grader.mwpbench.PythonException;
import io.mathscale.grader.mwpbench.PythonNumber;
import io.mathscale.grader.mwpbench.PythonStrings;
import java.util.Optional;

/**
 * The grader released with MWPBench, rule for rule and fault for fault (its functions {@code
 * is_correct} and {@code is_equiv}), so that scores can be compared with the paper's. Where the
 * original raises an exception, the grade names it. Safe for any number of threads; {@link
 * Graders#mwpbench()} gives it.
 *
 * @see <a href="https://github.com/microsoft/unilm/tree/master/mathscale/MWPBench">the original</a>
 */
public final class MwpbenchGrader {
  private static final String NOTHING_EXTRACTED = "failed extracting answer from completion";

  MwpbenchGrader() {}

  /**
   * Grades a model's text: extracts its answer and compares that with the reference.
   *
   * @param completion what the model wrote
   * @param reference the reference answer
   * @return what the released grader says
   */
  public MwpbenchGrade grade(String completion, String reference) {
    String text = PythonStrings.lower(completion);
    String gold = PythonStrings.lower(reference);
    String cleanGold;
    try {
      cleanGold = MwpbenchCleanup.clean(gold);
    } catch (PythonException exception) {
      return new MwpbenchGrade(false, "", gold, exception.pythonName());
    }
    Optional<String> boxed = MwpbenchExtractor.boxed(text);
    if (boxed.isPresent()) {
      return compare(boxed.get(), gold);
    }
    if (PythonNumber.isNumber(cleanGold)) {
      Optional<String> number = MwpbenchExtractor.lastNumber(text);
      return number.isPresent()
          ? compare(number.get(), gold)
          : new MwpbenchGrade(false, "", gold, "");
    }
    Optional<String> sentence = MwpbenchExtractor.afterPhrase(text);
    return sentence.isPresent()
        ? compare(sentence.get(), gold)
        : new MwpbenchGrade(false, NOTHING_EXTRACTED, cleanGold, "");
  }

  /**
   * Compares a bare answer with the reference, both in lower case.
   *
   * @param prediction the answer
   * @param gold the reference answer
   * @return what the released grader says
   */
  public MwpbenchGrade gradeAnswer(String prediction, String gold) {
    return compare(PythonStrings.lower(prediction), PythonStrings.lower(gold));
  }

  private static MwpbenchGrade compare(String prediction, String reference) {
    try {
      String cleanPrediction = MwpbenchCleanup.clean(prediction);
      String cleanReference = MwpbenchCleanup.clean(reference);
      return new MwpbenchGrade(
          MwpbenchEquality.matches(cleanPrediction, cleanReference),
          cleanPrediction,
          cleanReference,
          "");
    } catch (PythonException exception) {
      // is_equiv catches what its clean-up raises and compares the strings as they came
      return new MwpbenchGrade(prediction.equals(reference), prediction, reference, "");
    }
  }
}
