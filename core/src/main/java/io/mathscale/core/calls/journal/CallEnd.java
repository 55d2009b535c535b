package io.mathscale.core.calls.journal;

import io.mathscale.core.encoder.RecordEncoders;
import java.math.BigDecimal;
import org.apache.spark.sql.Encoder;

/**
 * What a call took that has ended, apart from what was said.
 *
 * @param key identity of the call
 * @param isAnswered whether it was answered
 * @param finishedAt when it failed, in milliseconds since 1970; 0 if it was answered
 * @param inputTokens tokens of the prompt, in all tries
 * @param outputTokens tokens of the answer, in all tries
 * @param cost US dollars, in all tries
 */
public record CallEnd(
    String key,
    boolean isAnswered,
    long finishedAt,
    long inputTokens,
    long outputTokens,
    BigDecimal cost) {
  /** Rows of this type, a column a component. */
  public static final Encoder<CallEnd> ENCODER = RecordEncoders.of(CallEnd.class);
}
