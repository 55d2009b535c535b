package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * A question to a model, before it has a key.
 *
 * @param id id of the row that asks
 * @param sample which of the answers that the row wants, from 0
 * @param messages the conversation so far
 */
public record Prompt(String id, int sample, List<Message> messages) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Prompt> ENCODER = RecordEncoders.of(Prompt.class);
}
