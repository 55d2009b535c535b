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
        question.equals(solution) || (question.size() >= MIN_WORDS && contains(solution, question));
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

  /**
   * Whether the words of a pattern stand in a text one after the other, in linear time.
   *
   * @see <a href="https://doi.org/10.1137/0206024">Knuth, Morris, Pratt: Fast pattern matching in
   *     strings, 1977</a>
   */
  private static boolean contains(List<String> text, List<String> pattern) {
    int[] borders = borders(pattern);
    int matched = 0;
    for (String word : text) {
      while (matched > 0 && !word.equals(pattern.get(matched))) {
        matched = borders[matched - 1];
      }

      if (word.equals(pattern.get(matched)) && ++matched == pattern.size()) {
        return true;
      }
    }

    return false;
  }

  /** For each beginning of the pattern the length of its longest border. */
  private static int[] borders(List<String> pattern) {
    int[] borders = new int[pattern.size()];
    int border = 0;
    for (int i = 1; i < pattern.size(); i++) {
      while (border > 0 && !pattern.get(i).equals(pattern.get(border))) {
        border = borders[border - 1];
      }

      border += pattern.get(i).equals(pattern.get(border)) ? 1 : 0;
      borders[i] = border;
    }

    return borders;
  }
}
