package io.mathscale.grader;

import io.mathscale.grader.extract.AnswerExtractor;
import io.mathscale.grader.extract.BoxedAnswers;
import io.mathscale.grader.extract.FoundAnswer;
import io.mathscale.grader.extract.PartAnswers;
import io.mathscale.grader.extract.PrescribedForm;
import io.mathscale.grader.extract.Wanted;
import io.mathscale.grader.text.AnswerText;
import io.mathscale.grader.verdict.Ending;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
  /** What stands behind "the solution is" in place of an answer that comes later. */
  private static final Set<String> POINTERS =
      Set.of("as follows", "the following", "below", "given below", "as below", "here", "如下");

  private FinalAnswer() {}

  /**
   * An answer, and where it was found.
   *
   * @param answer the answer without white space around it; not empty
   * @param ending the name of the {@link Ending} in which it was found
   */
  public record Stated(String answer, String ending) {
    private static Stated of(String answer, Ending ending) {
      // what a box holds is the answer as it was written; elsewhere a sentence may go on
      boolean isBox = ending == Ending.BOX;
      String text = isBox ? answer : BoxedAnswers.last(answer).orElse(withoutMarks(answer.strip()));
      return new Stated(text.strip(), ending.name());
    }

    /** Without the comma behind which a sentence goes on. */
    private static String withoutMarks(String text) {
      int end = text.length();
      while (end > 0 && ",，、;；".indexOf(text.charAt(end - 1)) >= 0) {
        end--;
      }
      return text.substring(0, end);
    }

    private boolean hasText() {
      return answer.chars().anyMatch(Character::isLetterOrDigit);
    }

    /** Whether it stands in a box. */
    public boolean isBoxed() {
      return ending.equals(Ending.BOX.name());
    }

    /** Whether it follows words or signs that announce it, so that it may be words itself. */
    public boolean isAnnounced() {
      return ending.equals(Ending.MARKER.name());
    }
  }

  /**
   * Finds the final answer of a solution; of several boxes that belong together the last, as
   * benchmarks do.
   *
   * @param solution the whole text of the solution
   * @return the answer without white space around it, or empty if the solution states none
   */
  public static Optional<String> of(String solution) {
    return find(solution, FinalAnswer::lastBox).map(Stated::answer);
  }

  /**
   * Finds the final answer of a model's reply; several boxes that belong together are one answer.
   *
   * @param reply the whole text of the reply
   * @return the answer without white space around it, or empty if the reply states none
   */
  public static Optional<String> ofReply(String reply) {
    return stated(reply).map(Stated::answer);
  }

  /**
   * Finds the final answer of a model's reply as {@link #ofReply} does, and tells where.
   *
   * @param reply the whole text of the reply
   * @return the answer with its ending, or empty if the reply states none
   */
  public static Optional<Stated> stated(String reply) {
    return find(reply, FinalAnswer::differentBoxes);
  }

  /**
   * Finds the answers of a solution to a question of several parts, in the form {@code (a) 3; (b)
   * 2}.
   *
   * @param solution the whole text of the solution, with labels such as {@code (a)}, {@code (ii)}
   *     or {@code 1.} in front of its parts
   * @return the answers of all parts that state one, or empty if fewer than two do or the last
   *     holds those of all
   */
  public static Optional<Stated> ofParts(String solution) {
    return AnswerExtractor.spoken(solution, PrescribedForm.NONE)
        .flatMap(PartAnswers::of)
        .map(found -> Stated.of(found.readings().get(0), found.ending()));
  }

  /**
   * Whether the answer was to be filled in: the last box of a solution is blank, or holds words in
   * the place of an answer, and nothing else states one.
   *
   * @param solution the whole text of the solution
   */
  public static boolean isLeftBlank(String solution) {
    return BoxedAnswers.withoutLastPlaceholder(solution)
        .filter(rest -> stated(rest).filter(Stated::hasText).isEmpty())
        .isPresent();
  }

  /**
   * Guesses the answer of a sentence that need not state one: the last formula, number or words, as
   * models' outputs are graded.
   *
   * @param sentence the sentence that draws the conclusion
   * @param isChoice whether the letters of choices are wanted
   * @return the answer with its ending, or empty if the sentence has none
   */
  public static Optional<Stated> guessed(String sentence, boolean isChoice) {
    return AnswerExtractor.spoken(sentence, PrescribedForm.NONE)
        .map(AnswerText::tail)
        .flatMap(
            text -> AnswerExtractor.extract(text, Wanted.any(isChoice), false, PrescribedForm.NONE))
        .map(found -> Stated.of(found.readings().get(0), found.ending()))
        .filter(found -> !found.answer.isEmpty());
  }

  private static Optional<Stated> find(String text, UnaryOperator<String> boxes) {
    Optional<String> spoken = AnswerExtractor.spoken(text, PrescribedForm.NONE);
    return spoken
        .flatMap(AnswerExtractor::stated)
        .filter(FoundAnswer::isStated)
        .map(found -> Stated.of(answer(found, spoken.orElseThrow(), boxes), found.ending()))
        .filter(found -> !found.answer.isEmpty())
        .filter(found -> !POINTERS.contains(found.answer.toLowerCase(Locale.ROOT)));
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
