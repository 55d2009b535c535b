package io.mathscale.grader;

import io.mathscale.grader.extract.AnswerExtractor;
import io.mathscale.grader.extract.BoxedAnswers;
import io.mathscale.grader.extract.FoundAnswer;
import io.mathscale.grader.extract.PrescribedForm;
import io.mathscale.grader.verdict.Ending;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the final answer that a worked solution states explicitly, by the code that finds the
 * answers of models: in a tag such as {@code <answer>}, in a field of JSON, in its last complete
 * {@code \boxed{…}} or several that belong together, or after words and signs such as "the answer
 * is" and {@code ####}. Nothing is guessed from the last number, and what is only thought, denied
 * or one of several alternatives is no answer.
 */
public final class FinalAnswer {
  private FinalAnswer() {}

  /**
   * Finds the final answer of a solution.
   *
   * @param solution the whole text of the solution
   * @return the answer without white space around it, or empty if the solution states none
   */
  public static Optional<String> of(String solution) {
    Optional<String> spoken = AnswerExtractor.spoken(solution, PrescribedForm.NONE);
    return spoken
        .flatMap(AnswerExtractor::stated)
        .filter(found -> !found.isHedged())
        .map(found -> answer(found, spoken.orElseThrow()).strip())
        .filter(answer -> !answer.isEmpty());
  }

  private static String answer(FoundAnswer found, String solution) {
    List<String> readings = found.readings();
    if (found.ending() == Ending.MARKER || AnswerExtractor.hasPhrase(readings.get(0))) {
      // the narrowest: the value without the words around it
      return readings.get(readings.size() - 1);
    }
    return found.ending() == Ending.BOX ? different(solution) : readings.get(0);
  }

  /** The last boxes, without those that say the same as the last in another way. */
  private static String different(String solution) {
    List<String> boxes = BoxedAnswers.lastParts(solution);
    String last = boxes.get(boxes.size() - 1);
    return boxes.stream()
        .filter(box -> box.equals(last) || !Graders.strict().gradeAnswer(box, last).isRight())
        .collect(Collectors.joining(", "));
  }
}
