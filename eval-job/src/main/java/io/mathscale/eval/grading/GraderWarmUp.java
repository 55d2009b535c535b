package io.mathscale.eval.grading;

import io.mathscale.grader.GradingRequest;
import java.util.List;

/**
 * Grades typical answers until the graders are loaded and compiled, which takes under a second, so
 * that the time told of a row is its own whichever row comes first.
 */
public final class GraderWarmUp {
  private static final int ROUNDS = 60;

  /** Each is compared with the next, the last with the first. */
  private static final List<String> ANSWERS =
      List.of(
          "42",
          "\\frac{1}{2}",
          "0.125",
          "1\\frac{3}{4}",
          "3{,}600\\text{ cm}^2",
          "25\\%",
          "2\\sqrt{3}+\\sqrt[3]{5}",
          "\\frac{\\pi}{4}+\\ln 2",
          "x^2+2x+1",
          "(x+1)^2",
          "\\frac{1}{x-1}-\\frac{1}{x+1}",
          "e^{2x}\\sin x+\\cos 3x",
          "\\binom{10}{3}+5!",
          "\\sum_{k=1}^{n} k^2",
          "1, 2 \\text{ and } 3",
          "\\{1,\\sqrt{2},x\\}",
          "(2, -\\frac{1}{3})",
          "(-\\infty,2)\\cup[3,\\infty)",
          "x<-2 \\text{ or } x\\ge 5",
          "x=1\\pm\\sqrt{5}",
          "y=2x+3",
          "\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}",
          "2:3",
          "(B)",
          "twenty-one",
          "no solution");

  private static boolean isDone;

  private GraderWarmUp() {}

  /** Grades each answer as such and in a text of several lines; does nothing the second time. */
  public static synchronized void run() {
    if (isDone) {
      return;
    }

    for (int round = 0; round < ROUNDS; round++) {
      gradeAll();
    }

    isDone = true;
  }

  private static void gradeAll() {
    for (int i = 0; i < ANSWERS.size(); i++) {
      String answer = ANSWERS.get(i);
      String reference = ANSWERS.get((i + 1) % ANSWERS.size());
      Grades.ofAnswer(answer, reference);
      Grades.ofCompletion(
          GradingRequest.of("First, 3 + 4 = 7.\nSo the answer is $" + answer + "$.", reference));
      Grades.ofCompletion(
          GradingRequest.of("We get $7$.\nHence $\\boxed{" + answer + "}$.", reference));
    }
  }
}
