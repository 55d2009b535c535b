package io.mathscale.generator.quality;

import io.mathscale.core.data.QuestionType;
import java.util.List;

/** The texts of a row, with what several rules read out of them. */
final class PairText {
  private final String question;
  private final String solution;
  private final String answer;
  private final String questionType;
  private List<String> questionWords;
  private List<String> solutionWords;

  /**
   * The texts of a row.
   *
   * @param questionType name of the {@link io.mathscale.core.data.QuestionType}; empty where it is
   *     not known
   */
  PairText(String question, String solution, String answer, String questionType) {
    this.question = question.strip();
    this.solution = solution.strip();
    this.answer = answer.strip();
    this.questionType = questionType;
  }

  String question() {
    return question;
  }

  String solution() {
    return solution;
  }

  String answer() {
    return answer;
  }

  boolean isOf(QuestionType type) {
    return questionType.equals(type.name());
  }

  /** The words and numbers of the question in lower case. */
  List<String> questionWords() {
    if (questionWords == null) {
      questionWords = Words.of(question);
    }

    return questionWords;
  }

  /** The words and numbers of the solution in lower case. */
  List<String> solutionWords() {
    if (solutionWords == null) {
      solutionWords = Words.of(solution);
    }

    return solutionWords;
  }
}
