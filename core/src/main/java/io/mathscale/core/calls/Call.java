package io.mathscale.core.calls;

import io.mathscale.core.data.Message;
import io.mathscale.core.encoder.RecordEncoders;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * A prompt with its identity.
 *
 * @param key identity of the call: equal keys are one call
 * @param id id of the row that asks
 * @param sample which of the answers that the row wants
 * @param messages the conversation
 */
public record Call(String key, String id, int sample, List<Message> messages) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Call> ENCODER = RecordEncoders.of(Call.class);
}
