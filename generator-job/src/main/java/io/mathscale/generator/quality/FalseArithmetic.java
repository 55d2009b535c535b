package io.mathscale.generator.quality;

import io.mathscale.core.data.RejectionReason;
import io.mathscale.generator.arithmetic.CheckedEqualities;
import io.mathscale.generator.arithmetic.NumberEqualities;
import java.util.Optional;

/** The rule that the equalities of numbers in the solution are true. */
final class FalseArithmetic implements QualityRule {
  private static final long serialVersionUID = 1L;

  private final double maxShare;

  /**
   * The rule.
   *
   * @param maxShare share of the equalities that may be false
   */
  FalseArithmetic(double maxShare) {
    this.maxShare = maxShare;
  }

  @Override
  public String name() {
    return "false-arithmetic";
  }

  @Override
  public Optional<Violation> violation(PairText pair, Measurements measures) {
    CheckedEqualities found = NumberEqualities.in(pair.solution());
    measures.equalities(found.checked(), found.falseOnes());
    return found.falseShare() > maxShare
        ? Optional.of(
            new Violation(
                RejectionReason.FALSE_ARITHMETIC,
                "%d of %d equalities are false: %s"
                    .formatted(
                        found.falseOnes().size(),
                        found.checked(),
                        String.join("; ", found.falseOnes()))))
        : Optional.empty();
  }
}
