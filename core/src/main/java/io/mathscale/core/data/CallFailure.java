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
 * @param doubtfulCost US dollars that its tries may have cost beyond that, of which nobody knows
 *     whether they were charged
 * @param attempt how often the call had been answered before, in answers that were of no use
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
    long finishedAt,
    BigDecimal doubtfulCost,
    int attempt) {
  /** Rows of this type, a column a component. */
  public static final Encoder<CallFailure> ENCODER = RecordEncoders.of(CallFailure.class);

  /** Takes a doubtful cost that is missing, in lines of older versions, for none. */
  public CallFailure {
    doubtfulCost = doubtfulCost == null ? BigDecimal.ZERO : doubtfulCost;
  }
}
