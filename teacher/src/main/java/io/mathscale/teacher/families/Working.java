package io.mathscale.teacher.families;

import java.util.List;

/**
 * The way to an answer.
 *
 * @param steps the steps, each a sentence or two
 * @param answer the final answer in LaTeX, without dollar signs
 */
record Working(List<String> steps, String answer) {
  Working {
    steps = List.copyOf(steps);
  }

  /** Returns the steps and the boxed answer as the solution of the question. */
  Problem problem(String question) {
    return new Problem(
        question, told() + "\nThe final answer is $\\boxed{" + answer + "}$.", answer);
  }

  /** Returns the steps, a line each. */
  String told() {
    return String.join("\n", steps);
  }
}
