package io.mathscale.generator.quality;

import io.mathscale.core.data.QuestionType;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.grader.FinalAnswer;
import java.util.Optional;

/** The rule that the row, or at least its solution, states a final answer. */
final class MissingAnswer implements QualityRule {
  private static final long serialVersionUID = 1L;

  @Override
  public String name() {
    return "missing-answer";
  }

  @Override
  public Optional<Violation> violation(PairText pair, Measurements measures) {
    boolean isThere =
        !pair.answer().isEmpty()
            || pair.isOf(QuestionType.PROOF)
            || FinalAnswer.of(pair.solution()).isPresent();
    return isThere
        ? Optional.empty()
        : Optional.of(
            new Violation(
                RejectionReason.NO_FINAL_ANSWER,
                "a row must have a final answer: neither it nor its solution states one"));
  }
}
