package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import java.math.BigDecimal;
import org.apache.spark.sql.Encoder;

/**
 * What was charged, or may have been, for requests whose call has not ended: it was stopped between
 * two tries, or its process died.
 *
 * @param key identity of the call; empty where processes died, with calls that nobody can name
 * @param inputTokens tokens charged for the prompt for certain
 * @param outputTokens tokens charged for answers for certain
 * @param cost US dollars that were charged for certain
 * @param doubtfulCost US dollars that may have been charged beyond that
 * @param finishedAt when it became known, in milliseconds since 1970
 */
public record OpenCharge(
    String key,
    long inputTokens,
    long outputTokens,
    BigDecimal cost,
    BigDecimal doubtfulCost,
    long finishedAt) {
  /** Rows of this type, a column a component. */
  public static final Encoder<OpenCharge> ENCODER = RecordEncoders.of(OpenCharge.class);
}
