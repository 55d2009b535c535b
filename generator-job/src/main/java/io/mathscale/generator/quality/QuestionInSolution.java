package io.mathscale.generator.quality;

import io.mathscale.core.data.RejectionReason;
import java.util.List;
import java.util.Optional;

/** The rule that the solution neither repeats the question nor goes on to another one. */
final class QuestionInSolution implements QualityRule {
  private static final long serialVersionUID = 1L;

  /** Shorter questions may stand in a sentence of their solution. */
  private static final int MIN_WORDS = 8;

  private static final List<String> HEADINGS =
      List.of(
          "question:",
          "new question:",
          "problem:",
          "### question",
          "### new question",
          "### example",
          "example question:",
          "**question:**",
          "**question**",
          "**new question",
          "q:");

  @Override
  public String name() {
    return "question-in-solution";
  }

  @Override
  public Optional<Violation> violation(PairText pair, Measurements measures) {
    List<String> question = pair.questionWords();
    List<String> solution = pair.solutionWords();
    boolean isRepeated =
        question.equals(solution)
            || (question.size() >= MIN_WORDS && WordSearch.contains(solution, question));
    if (isRepeated) {
      return found("the question itself");
    }

    return heading(pair.solution()).flatMap(QuestionInSolution::found);
  }

  private static Optional<Violation> found(String what) {
    return Optional.of(
        new Violation(
            RejectionReason.QUESTION_IN_SOLUTION, "no question must be in the solution: " + what));
  }

  private static Optional<String> heading(String solution) {
    int start = 0;
    while (start < solution.length()) {
      int end = solution.indexOf('\n', start);
      end = end < 0 ? solution.length() : end;
      for (String heading : HEADINGS) {
        if (solution.regionMatches(true, start, heading, 0, heading.length())) {
          return Optional.of(solution.substring(start, end));
        }
      }

      start = end + 1;
    }

    return Optional.empty();
  }
}
