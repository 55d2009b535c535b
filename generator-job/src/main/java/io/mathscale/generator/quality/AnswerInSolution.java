package io.mathscale.generator.quality;

import io.mathscale.core.data.QuestionType;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.grader.FinalAnswer;
import io.mathscale.grader.Graders;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The rule that the final answer stands in the solution, in these words or in others that are
 * equal.
 */
final class AnswerInSolution implements QualityRule {
  private static final long serialVersionUID = 1L;

  private static final List<String> NUMBER_WORDS =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  @Override
  public String name() {
    return "answer-in-solution";
  }

  @Override
  public Optional<Violation> violation(PairText pair, Measurements measures) {
    String answer = pair.answer();
    boolean isThere =
        answer.isEmpty()
            || pair.isOf(QuestionType.PROOF)
            || pair.isOf(QuestionType.YES_NO)
            || stands(answer, pair.solution(), pair.solutionWords())
            || (pair.isOf(QuestionType.MULTI_PART) && isOfParts(answer, pair.solution()))
            || isStated(answer, pair.solution());
    return isThere
        ? Optional.empty()
        : Optional.of(
            new Violation(
                RejectionReason.ANSWER_NOT_IN_SOLUTION,
                "the final answer must stand in the solution: " + answer));
  }

  /** Whether an answer stands in a text, perhaps in words. */
  static boolean stands(String answer, String text) {
    return stands(answer, text, Words.of(text));
  }

  private static boolean stands(String answer, String text, List<String> words) {
    return BareText.stands(BareText.of(answer), BareText.of(text))
        || isWord(answer, words)
        || isNumberIn(answer, text)
        || allWords(answer, words);
  }

  private static boolean isWord(String answer, List<String> words) {
    int number = answer.length() > 2 ? -1 : number(answer);
    return number >= 0 && number < NUMBER_WORDS.size() && words.contains(NUMBER_WORDS.get(number));
  }

  private static int number(String answer) {
    return answer.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(answer) : -1;
  }

  /** An answer in several words or parts, each of which stands there. */
  private static boolean allWords(String answer, List<String> words) {
    List<String> parts = Words.of(answer);
    return parts.size() > 1 && words.containsAll(parts);
  }

  /** {@code 7.5} for {@code 7.50}, {@code 0.5} for {@code .5}. */
  private static boolean isNumberIn(String answer, String solution) {
    Optional<BigDecimal> wanted = decimal(BareText.of(answer));
    if (wanted.isEmpty()) {
      return false;
    }

    String text = solution.replace(",", "");
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if ((c >= '0' && c <= '9') || c == '.') {
        start = start < 0 ? i : start;
      } else if (start >= 0) {
        Optional<BigDecimal> found = decimal(text.substring(start, i).replaceAll("\\.$", ""));
        if (found.isPresent() && found.get().compareTo(wanted.get().abs()) == 0) {
          return true;
        }

        start = -1;
      }
    }

    return false;
  }

  private static Optional<BigDecimal> decimal(String text) {
    boolean isNumber = text.length() <= 30 && text.matches("-?\\d*\\.?\\d+");
    return isNumber ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  private static boolean isOfParts(String answer, String solution) {
    return FinalAnswer.ofParts(solution).filter(parts -> parts.answer().equals(answer)).isPresent();
  }

  private static boolean isStated(String answer, String solution) {
    return FinalAnswer.of(solution)
        .filter(stated -> !Graders.strict().gradeAnswer(stated, answer).isWrong())
        .isPresent();
  }
}
