package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import java.math.BigDecimal;
import org.apache.spark.sql.Encoder;

/**
 * A call that gave no usable answer, as the journal keeps it.
 *
 * @param key identity of the call
 * @param cause why
 * @param status HTTP status; 0 where there was none
 * @param message what the service said, without prompt or key
 * @param inputTokens tokens charged for the prompt, in all tries
 * @param outputTokens tokens charged for the answer, in all tries
 * @param cost US dollars, in all tries
 * @param tries requests it took
 * @param elapsedMillis milliseconds from when the call began to giving up, waits for permits and
 *     between tries included
 * @param finishedAt milliseconds since 1970
 */
public record CallFailure(
    String key,
    FailureCause cause,
    int status,
    String message,
    long inputTokens,
    long outputTokens,
    BigDecimal cost,
    int tries,
    long elapsedMillis,
    long finishedAt) {
  /** Rows of this type, a column a component. */
  public static final Encoder<CallFailure> ENCODER = RecordEncoders.of(CallFailure.class);
}
