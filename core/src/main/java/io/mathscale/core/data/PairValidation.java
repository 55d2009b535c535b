package io.mathscale.core.data;

import java.math.BigDecimal;

/**
 * What fresh solutions of a row's question said of its answer; more stands in the table of
 * validations.
 *
 * @param verdict what they said; a row that is outvoted and stands has the answer of the majority
 * @param agreement share of the largest group among those that have an answer, from 0 to 1
 * @param passRate share of fresh solutions that have the pair's own answer, estimated without bias;
 *     null where none was asked for
 * @param tries fresh solutions asked for
 * @param cost US dollars that they took
 */
public record PairValidation(
    ValidationVerdict verdict, double agreement, Double passRate, int tries, BigDecimal cost) {
  /** What a row of the table says. */
  public static PairValidation of(Validation validation) {
    return new PairValidation(
        validation.verdict(),
        validation.agreement(),
        validation.passRate(),
        validation.tries(),
        validation.cost());
  }
}
