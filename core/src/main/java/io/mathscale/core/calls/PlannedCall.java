package io.mathscale.core.calls;

import io.mathscale.core.data.Message;
import io.mathscale.core.encoder.RecordEncoders;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * A call, and whether it is still to be made.
 *
 * @param key identity of the call: equal keys are one call
 * @param id id of the row that asks
 * @param sample which of the answers that the row wants
 * @param messages the conversation
 * @param isKnown whether the journal knows how it ended
 * @param attempt how often it was answered before, in answers that were of no use
 */
public record PlannedCall(
    String key, String id, int sample, List<Message> messages, boolean isKnown, int attempt) {
  /** Rows of this type, a column a component. */
  public static final Encoder<PlannedCall> ENCODER = RecordEncoders.of(PlannedCall.class);
}
