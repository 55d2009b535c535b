package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * A question of which it is known whether it is a leak, and what decontamination found.
 *
 * @param id its id, which no row of training data has
 * @param kind how it was made
 * @param source id of the problem or row that it was made from
 * @param benchmark the file, or the table, of the problem; empty for a row of the run's own data
 * @param ideographic whether it is written in ideographs, such as Chinese
 * @param tokens tokens of its normal form
 * @param question the question
 * @param method in what it is like a problem of the benchmark; empty where nothing was found
 * @param removed whether it would have been kept out of the training data
 * @param foundWithAnswer whether something is found where the row has the right answer too
 */
public record AuditedQuestion(
    String id,
    AuditKind kind,
    String source,
    String benchmark,
    boolean ideographic,
    int tokens,
    String question,
    String method,
    boolean removed,
    boolean foundWithAnswer) {
  /** Rows of this type, a column a component. */
  public static final Encoder<AuditedQuestion> ENCODER = RecordEncoders.of(AuditedQuestion.class);
}
