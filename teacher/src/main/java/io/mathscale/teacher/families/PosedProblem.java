package io.mathscale.teacher.families;

/**
 * A question with its worked solution.
 *
 * @param question the question, in English with LaTeX formulas
 * @param solution the worked solution, which ends with the answer in {@code \boxed{}}
 * @param answer the final answer in LaTeX, without dollar signs
 */
public record PosedProblem(String question, String solution, String answer) {
  /** Checks that no part is blank. */
  public PosedProblem {
    if (question.isBlank() || solution.isBlank() || answer.isBlank()) {
      throw new IllegalArgumentException(
          "A problem must have a question, a solution and an answer: " + question);
    }
  }
}
