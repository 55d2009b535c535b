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

  /**
   * Returns true if the question is hard, which its wording decides: it takes more than one step,
   * since it goes on from one situation to another or asks for a sum.
   */
  public boolean isHard() {
    return solution.lines().count() > 2;
  }

  /** Returns the same problem with the answer written in another way where the solution ends. */
  PosedProblem concluding(String written) {
    String steps = solution.substring(0, solution.length() - conclusion(answer).length());
    return new PosedProblem(question, steps + conclusion(written), written);
  }

  /** Returns a problem whose solution goes through steps to an answer. */
  public static PosedProblem concluded(String question, String steps, String answer) {
    return new PosedProblem(question, (steps + "\n" + conclusion(answer)).strip(), answer);
  }

  /** Returns the line with which a solution ends. */
  private static String conclusion(String answer) {
    return "The final answer is $\\boxed{" + answer + "}$.";
  }
}
