package io.mathscale.grader;

import io.mathscale.grader.extract.AnswerExtractor;
import io.mathscale.grader.extract.BoxedAnswers;
import io.mathscale.grader.extract.FoundAnswer;
import io.mathscale.grader.extract.PrescribedForm;
import io.mathscale.grader.verdict.Ending;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Finds the final answer that a worked solution states explicitly, by the code that finds the
 * answers of models: in a tag such as {@code <answer>}, in a field of JSON, in its last complete
 * {@code \boxed{…}}, or after words and signs such as "the answer is" and {@code ####}. Nothing is
 * guessed from the last number, and what is only thought, denied or one of several alternatives is
 * no answer.
 */
public final class FinalAnswer {
  private FinalAnswer() {}

  /**
   * Finds the final answer of a solution; of several boxes that belong together the last, as
   * benchmarks do.
   *
   * @param solution the whole text of the solution
   * @return the answer without white space around it, or empty if the solution states none
   */
  public static Optional<String> of(String solution) {
    return find(solution, FinalAnswer::lastBox);
  }

  /**
   * Finds the final answer of a model's reply; several boxes that belong together are one answer.
   *
   * @param reply the whole text of the reply
   * @return the answer without white space around it, or empty if the reply states none
   */
  public static Optional<String> ofReply(String reply) {
    return find(reply, FinalAnswer::differentBoxes);
  }

  private static Optional<String> find(String text, UnaryOperator<String> boxes) {
    Optional<String> spoken = AnswerExtractor.spoken(text, PrescribedForm.NONE);
    return spoken
        .flatMap(AnswerExtractor::stated)
        .filter(found -> !found.isHedged())
        .map(found -> answer(found, spoken.orElseThrow(), boxes).strip())
        .filter(answer -> !answer.isEmpty());
  }

  private static String answer(FoundAnswer found, String text, UnaryOperator<String> boxes) {
    List<String> readings = found.readings();
    if (found.ending() == Ending.MARKER || AnswerExtractor.hasPhrase(readings.get(0))) {
      // the narrowest: the value without the words around it
      return readings.get(readings.size() - 1);
    }
    return found.ending() == Ending.BOX ? boxes.apply(text) : readings.get(0);
  }

  private static String lastBox(String text) {
    List<String> boxes = BoxedAnswers.lastParts(text);
    return boxes.get(boxes.size() - 1);
  }

  /** The last boxes, without those that say the same as the last in another way. */
  private static String differentBoxes(String text) {
    List<String> boxes = BoxedAnswers.lastParts(text);
    String last = boxes.get(boxes.size() - 1);
    return boxes.stream()
        .filter(box -> box.equals(last) || !Graders.strict().gradeAnswer(box, last).isRight())
        .collect(Collectors.joining(", "));
  }
}
