package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * How often a model solves a question whose answer is known.
 *
 * @param question id of the question
 * @param model the model, as configured
 * @param passRate share of tries that are right, estimated without bias for the rule by which they
 *     ended; null where it cannot be told
 * @param tries answered tries that count
 * @param right those of them that are right
 * @param undecided those of them that the grader cannot tell
 * @param unanswered calls that failed, which are no tries
 * @param unused tries asked beyond the one at which the rule ends
 * @param wanted right solutions that the rule wants
 * @param kept right solutions that became rows: the first that are wanted, distinct by text
 * @param rule the rule by which tries ended
 */
public record PassRate(
    String question,
    String model,
    Double passRate,
    int tries,
    int right,
    int undecided,
    int unanswered,
    int unused,
    int wanted,
    int kept,
    String rule) {
  /** Rows of this type, a column a component. */
  public static final Encoder<PassRate> ENCODER = RecordEncoders.of(PassRate.class);
}
