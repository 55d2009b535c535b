package io.mathscale.teacher.answers;

import io.mathscale.teacher.families.Phrasings;
import io.mathscale.teacher.families.PosedProblem;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Judges solutions by what the teacher itself finds, and is mistaken at a known rate. */
final class SolutionJudge {
  private static final Pattern ANSWER =
      Pattern.compile("\\\\boxed\\{((?:[^{}]|\\{[^{}]*})*)}|The answer is \\$([^$]*)\\$");

  private final Function<String, Optional<PosedProblem>> solver;
  private final Proofs proofs;
  private final double misjudged;

  /**
   * A judge.
   *
   * @param solver tells the right solution of a question
   * @param proofs what is proved rightly, and how
   * @param misjudged the share of verdicts that are the opposite of the right one
   */
  SolutionJudge(Function<String, Optional<PosedProblem>> solver, Proofs proofs, double misjudged) {
    this.solver = solver;
    this.proofs = proofs;
    this.misjudged = misjudged;
  }

  /** Returns the verdict with its reason. */
  String verdict(Task.Judge task, SplittableRandom random) {
    Optional<Proofs.Proof> proof = proofs.of(task.question());
    if (proof.isPresent()) {
      return verdict(proof.get().isProved(task.solution()), task, random);
    }

    List<String> right =
        task.reference().isEmpty()
            ? solver.apply(task.question()).map(Phrasings::of).orElse(List.of())
            : List.of(task.reference());
    if (right.isEmpty()) {
      return reply("I cannot solve this question.", task.mark(), "UNSURE");
    }

    String given =
        ANSWER
            .matcher(task.solution())
            .results()
            .reduce((first, second) -> second)
            .map(SolutionJudge::answer)
            .orElse("");
    return verdict(right.contains(given), task, random);
  }

  private String verdict(boolean isSound, Task.Judge task, SplittableRandom random) {
    boolean isRight = isSound != random.nextDouble() < misjudged;
    String reason =
        isRight
            ? "The solution comes to what the question asks for."
            : "The solution does not come to what the question asks for.";
    return reply(reason, task.mark(), isRight ? "RIGHT" : "WRONG");
  }

  private static String answer(MatchResult found) {
    return (found.group(1) == null ? found.group(2) : found.group(1)).strip();
  }

  private static String reply(String reason, String mark, String verdict) {
    return reason + "\nVERDICT-" + mark + ": " + verdict;
  }
}
