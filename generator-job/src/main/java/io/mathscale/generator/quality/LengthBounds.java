package io.mathscale.generator.quality;

import io.mathscale.core.config.QualityConfig;
import io.mathscale.core.data.RejectionReason;
import java.util.Optional;

/** The rule that question and solution are there, and neither too short nor too long. */
final class LengthBounds implements QualityRule {
  private static final long serialVersionUID = 1L;

  private final int minQuestion;
  private final int maxQuestion;
  private final int minSolution;
  private final int maxSolution;

  LengthBounds(int minSolution, QualityConfig config) {
    this.minQuestion = config.minQuestionChars();
    this.maxQuestion = config.maxQuestionChars();
    this.minSolution = minSolution;
    this.maxSolution = config.maxSolutionChars();
  }

  @Override
  public String name() {
    return "length";
  }

  @Override
  public Optional<Violation> violation(PairText pair, Measurements measures) {
    int question = pair.question().length();
    int solution = pair.solution().length();
    measures.lengths(question, solution);
    if (solution == 0) {
      return found(RejectionReason.NO_SOLUTION, "a row must have a solution: there is none");
    }

    if (solution < minSolution) {
      return found(
          RejectionReason.TOO_SHORT,
          "a solution must have at least " + minSolution + " characters: " + solution);
    }

    if (question < minQuestion) {
      return found(
          RejectionReason.TOO_SHORT,
          "a question must have at least " + minQuestion + " characters: " + question);
    }

    if (solution > maxSolution) {
      return found(
          RejectionReason.TOO_LONG,
          "a solution must have at most " + maxSolution + " characters: " + solution);
    }

    return question > maxQuestion
        ? found(
            RejectionReason.TOO_LONG,
            "a question must have at most " + maxQuestion + " characters: " + question)
        : Optional.empty();
  }

  private static Optional<Violation> found(RejectionReason reason, String evidence) {
    return Optional.of(new Violation(reason, evidence));
  }
}
